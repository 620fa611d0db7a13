// The ways a project can bring type information, and the kinds of files it can have.

import * as parser from '@typescript-eslint/parser';
import { afterAll, describe, expect, it } from 'vitest';
import { ScratchProject } from './scratch-project.js';

const leak = `import { createServer } from 'node:http';
const seen = new Set();
createServer((req, res) => {
  seen.add(req.url);
  res.end();
}).listen(0);
`;
const leakInCommonJs = leak.replace("import { createServer } from 'node:http'", "const { createServer } = require('node:http')");
const leakInJsx = `${leak}declare namespace JSX { interface IntrinsicElements { p: object } }\nexport const view = () => <p />;\n`;

const project = new ScratchProject({
  'package.json': '{ "type": "module" }',
  'tsconfig.json': JSON.stringify({
    compilerOptions: { target: 'es2022', lib: ['es2023'], module: 'nodenext', types: ['node'], strict: true, skipLibCheck: true, noEmit: true, allowJs: true, jsx: 'preserve' },
    include: ['src'],
  }),
  'src/a.ts': leak,
  'src/b.mts': leak,
  'src/c.cts': leak,
  'src/d.tsx': leakInJsx,
  'src/e.js': leak,
  'src/f.mjs': leak,
  'src/g.cjs': leakInCommonJs,
});
const leaking = ['a.ts', 'b.mts', 'c.cts', 'd.tsx', 'e.js', 'f.mjs', 'g.cjs'].map((file) => `src/${file}:4 leaks/no-module-growth`);
const places = (lines: readonly string[]): string[] => lines.map((line) => line.split(' ').slice(0, 2).join(' ')).sort();

afterAll(() => {
  project.dispose();
});

describe('typed linting', () => {
  it('works with projectService, in every kind of file', async () => {
    expect(places(await project.lint({ parser, parserOptions: { projectService: true, tsconfigRootDir: project.folder } }))).toEqual(leaking);
  });

  it('works with project, and says the same', async () => {
    const service = await project.lint({ parser, parserOptions: { projectService: true, tsconfigRootDir: project.folder } });
    // On a CI machine the parser takes a file that it sees twice in one process for changed, and parses it alone.
    const parserOptions = { project: 'tsconfig.json', tsconfigRootDir: project.folder, disallowAutomaticSingleRunInference: true };
    const fixed = await project.lint({ parser, parserOptions });
    expect(places(fixed)).toEqual(leaking);
    expect(fixed.sort()).toEqual(service.sort());
  });
});
