// What the command finds, and in which order, is what ESLint with `recommended` reports on the same files.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { byCommand, byEslint } from './same-lines.js';
import { ScratchTree, leakyServer, tsconfig } from './scratch-tree.js';

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

const workspace = new ScratchTree({
  'package.json': JSON.stringify({ private: true, workspaces: ['packages/*'] }),
  'tsconfig.json': JSON.stringify({ files: [], references: [{ path: 'packages/store' }, { path: 'packages/server' }] }),
  'packages/store/package.json': JSON.stringify({ name: '@acme/store', version: '1.0.0', type: 'module', exports: { types: './dist/index.d.ts', default: './dist/index.js' } }),
  'packages/store/tsconfig.json': tsconfig({}, { composite: true, outDir: 'dist', rootDir: 'src', noEmit: false }),
  'packages/store/src/index.ts': 'export class Log {\n  private readonly lines: string[] = [];\n\n  add(line: string): void {\n    this.lines.push(line);\n  }\n}\n',
  'packages/server/package.json': JSON.stringify({ name: '@acme/server', version: '1.0.0', type: 'module', dependencies: { '@acme/store': '1.0.0' } }),
  'packages/server/tsconfig.json': tsconfig({ references: [{ path: '../store' }] }, { composite: true, outDir: 'dist', rootDir: 'src', noEmit: false }),
  ...Object.fromEntries(Object.entries(leakyServer).map(([name, text]) => [`packages/server/${name}`, text])),
  'packages/server/src/log.ts': "import { createServer } from 'node:http';\nimport { Log } from '@acme/store';\n\nconst lines: Log[] = [];\n\ncreateServer(() => {\n  const log = new Log();\n  log.add('visit');\n  lines.push(log);\n}).listen(3001);\n",
  'packages/server/src/muted.ts': "import { createServer } from 'node:http';\n\nconst seen: string[] = [];\n\ncreateServer((request) => {\n  // eslint-disable-next-line leaks/no-module-growth -- a handful of addresses\n  seen.push(request.url ?? '');\n}).listen(3002);\n",
});
workspace.link('@acme/store', join(workspace.folder, 'packages/store'));

afterAll(() => {
  workspace.dispose();
});

describe('the command finds what ESLint finds, in its order', { timeout: 400_000 }, () => {
  it.each(['demo-server/ticket-desk', 's01-static-in-handler/express-route', 's06-helper-elsewhere', 'captured-in-listener'])('%s', async (name) => {
    const cwd = join(fixtures, name);
    const expected = await byEslint(cwd, ['**/src/**/*.ts'], 'recommended');
    expect(expected.length).toBeGreaterThan(0);
    expect(byCommand(cwd, []).filter((line) => line.includes('src/'))).toEqual(expected);
  });

  it('a monorepo of projects that refer to each other, none of them built', async () => {
    const expected = await byEslint(workspace.folder, ['packages'], 'recommended');
    expect(expected.map((line) => line.split(' ')[0])).toEqual(['packages/server/src/log.ts:9:3', 'packages/server/src/visits.ts:4:3']);
    expect(byCommand(workspace.folder, [])).toEqual(expected);
  });

  it('one folder, with the preset strict', async () => {
    const cwd = join(fixtures, 's02-only-exported');
    const expected = await byEslint(cwd, ['**/src/**/*.ts'], 'strict');
    expect(expected.length).toBeGreaterThan(0);
    expect(byCommand(cwd, [], ['--strict']).filter((line) => line.includes('src/'))).toEqual(expected);
  });
});
