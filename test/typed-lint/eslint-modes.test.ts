// What eslint reports on a server of 40 files is the same with a cache and with several workers; and what docs/ci.md says of caches is so.

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packedPackage } from '../cli/packed-package.js';
import { runCommand } from '../cli/run-command.js';
import { eslintReports, runEslint } from '../cli/run-eslint.js';
import { ScratchTree, leakyServer, tsconfig } from '../cli/scratch-tree.js';

const desk = fileURLToPath(new URL('../../fixtures/demo-server/ticket-desk/src', import.meta.url));
const server = new ScratchTree({ 'package.json': '{ "type": "module" }', 'tsconfig.json': tsconfig() });
const shop = new ScratchTree({
  'package.json': '{ "type": "module" }',
  'tsconfig.json': tsconfig(),
  'src/app.ts': `${(leakyServer['src/app.ts'] ?? '').replace('{ remember }', '{ forget, remember }')}\nprocess.once('SIGTERM', () => {\n  forget('/');\n});\n`,
  'src/visits.ts': `${leakyServer['src/visits.ts'] ?? ''}\nexport function forget(id: string): void {\n  sessions.delete(id);\n}\n`,
});

beforeAll(() => {
  cpSync(desk, join(server.folder, 'src'), { recursive: true });
  for (const tree of [server, shop]) {
    tree.link('eslint-plugin-leaks', packedPackage().folder);
    expect(runCommand(tree.folder, ['init']).code).toBe(0);
  }
});

afterAll(() => {
  server.dispose();
  shop.dispose();
});

describe('eslint', { timeout: 300_000 }, () => {
  it('reports the same plainly, with a new cache, with a filled one, and with two workers', () => {
    const plain = eslintReports(server.folder, ['src']);
    expect(plain).toHaveLength(9);
    expect(eslintReports(server.folder, ['--cache', 'src'])).toEqual(plain);
    expect(server.read('.eslintcache')).toContain('leaks/no-module-growth');
    expect(eslintReports(server.folder, ['--cache', 'src'])).toEqual(plain);
    expect(eslintReports(server.folder, ['--concurrency=2', 'src'])).toEqual(plain);
    expect(eslintReports(server.folder, ['--cache', '--concurrency=2', 'src'])).toEqual(plain);
  });

  it('answers from a cache as if only the changed file could have changed', () => {
    const leak = ['src/visits.ts:4 leaks/no-module-growth'];
    const cached = (): readonly string[] => eslintReports(shop.folder, ['--cache', 'src']);
    expect(cached()).toEqual(leak);
    shop.write('src/app.ts', shop.read('src/app.ts').replace('  response.end();', "  response.on('close', () => {\n    forget(request.url ?? '');\n  });\n  response.end();"));
    expect(cached()).toEqual(leak);
    // A run without the cache also deletes it.
    expect(eslintReports(shop.folder, ['src'])).toEqual([]);
    expect(cached()).toEqual([]);
  });

  it('says nothing of a file that a fix has changed under CI, where the parser cuts it off from the program', () => {
    const fixed = new ScratchTree({ 'package.json': '{ "type": "module" }', 'tsconfig.json': tsconfig(), ...leakyServer });
    fixed.link('eslint-plugin-leaks', packedPackage().folder);
    expect(runCommand(fixed.folder, ['init']).code).toBe(0);
    fixed.write('src/visits.ts', `${leakyServer['src/visits.ts'] ?? ''}\nlet never = 1;\nconsole.log(never);\n`);
    const fix = ['--fix', '--rule', 'prefer-const: error', 'src'];
    const { out } = runEslint(fixed.folder, ['--format', 'json', ...fix], { CI: 'true' });
    expect(fixed.read('src/visits.ts')).toContain('const never');
    expect(out).not.toContain('Internal error');
    expect(eslintReports(fixed.folder, ['src'])).toEqual(['src/visits.ts:4 leaks/no-module-growth']);
    fixed.dispose();
  });
});
