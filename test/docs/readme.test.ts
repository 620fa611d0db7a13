// The example of the README gives the very message that the README shows.

import { readFileSync } from 'node:fs';
import * as parser from '@typescript-eslint/parser';
import { expect, it } from 'vitest';
import { ScratchProject } from '../typed-lint/scratch-project.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

it('the example of the README is reported as the README says', async () => {
  const files = [...readme.matchAll(/^```ts\n\/\/ (\S+)\n[^]*?^```$/gm)].map(([block, name]) => [String(name), block.slice('```ts\n'.length, -'```'.length)] as const);
  const quoted = readme.split('\n').filter((line) => line.startsWith('> ')).map((line) => line.slice(2)).join(' ');
  expect(files.map(([name]) => name)).toEqual(['src/visits.ts', 'src/app.ts']);
  const project = new ScratchProject({
    ...Object.fromEntries(files),
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({ compilerOptions: { target: 'es2022', module: 'nodenext', types: ['node'], strict: true, skipLibCheck: true }, include: ['src'] }),
  });
  try {
    const lines = await project.lint({ parser, parserOptions: { projectService: true, tsconfigRootDir: project.folder } });
    expect(lines).toEqual([`src/visits.ts:5 leaks/no-module-growth ${quoted}`]);
  } finally {
    project.dispose();
  }
});
