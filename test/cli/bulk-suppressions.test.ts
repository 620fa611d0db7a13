// Old leaks and new ones, as docs/ci.md promises: ESLint's bulk suppressions keep quiet about what was there, and nothing else.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packedPackage } from './packed-package.js';
import { runEslint } from './run-eslint.js';
import { runCommand } from './run-command.js';
import { ScratchTree, leakyServer, tsconfig } from './scratch-tree.js';

const tree = new ScratchTree({ ...leakyServer, 'tsconfig.json': tsconfig(), 'package.json': '{ "type": "module" }' });

beforeAll(() => {
  tree.link('eslint-plugin-leaks', packedPackage().folder);
  expect(runCommand(tree.folder, ['init']).code).toBe(0);
});

afterAll(() => {
  tree.dispose();
});

describe('bulk suppressions', { timeout: 300_000 }, () => {
  it('fail at first, pass with the old leaks suppressed, fail with a new one, and ask to prune what was mended', () => {
    expect(runEslint(tree.folder, ['src']).code).toBe(1);

    expect(runEslint(tree.folder, ['src', '--suppress-all']).code).toBe(0);
    expect(JSON.parse(tree.read('eslint-suppressions.json'))).toEqual({ 'src/visits.ts': { 'leaks/no-module-growth': { count: 1 } } });
    expect(runEslint(tree.folder, ['src']).code).toBe(0);

    tree.write('src/visits.ts', `${leakyServer['src/visits.ts'] ?? ''}\nconst pages: string[] = [];\n\nexport function note(page: string): void {\n  pages.push(page);\n}\n`);
    tree.write('src/app.ts', (leakyServer['src/app.ts'] ?? '').replace('import { remember }', 'import { note, remember }').replace('  response.end();', "  note(request.url ?? '');\n  response.end();"));
    const worse = runEslint(tree.folder, ['src']);
    expect(worse.code).toBe(1);
    expect(worse.out).toContain('`pages`');

    tree.write('src/visits.ts', 'export function remember(id: string): void {\n  void id;\n}\n\nexport const note = remember;\n');
    const mended = runEslint(tree.folder, ['src']);
    expect(mended.out + mended.err).toContain('--prune-suppressions');
    expect(runEslint(tree.folder, ['src', '--prune-suppressions']).code).toBe(0);
    expect(JSON.parse(tree.read('eslint-suppressions.json'))).toEqual({});
  });
});
