// The packed package: its files, its size, what publint and are-the-types-wrong say of it, and how its command ends.

import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PackedPackage, packedPackage } from './packed-package.js';
import { ScratchTree, leakyServer, tsconfig } from './scratch-tree.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { bin: string; dependencies: Record<string, string> };
const tree = new ScratchTree({ ...leakyServer, 'tsconfig.json': tsconfig(), 'package.json': '{ "type": "module" }' });
let packed: PackedPackage;

beforeAll(() => {
  packed = packedPackage();
  tree.link('eslint-plugin-leaks', packed.folder);
});

afterAll(() => {
  tree.dispose();
});

describe('the packed package', () => {
  it('is smaller than 500 kB', () => {
    expect(statSync(packed.tarball).size).toBeLessThan(500_000);
  });

  it('has no fault that publint knows', async () => {
    const { messages } = await publint({ pkgDir: packed.folder, strict: true });
    expect(messages).toEqual([]);
  });

  // An ES module only: Node 20.19 and later read it with `require` too, which CommonJS configs do.
  it('gives the right types to every kind of import', () => {
    const { status, stdout } = spawnSync(process.execPath, [join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js'), packed.tarball, '--profile', 'esm-only', '--format', 'ascii'], { encoding: 'utf8' });
    expect(stdout).toContain('node16 (from ESM): 🟢 (ESM)');
    expect(stdout).toContain('bundler: 🟢');
    expect(status).toBe(0);
  });

  it('needs little at run time', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['ajv', 'semver', 'ts-morph']);
  });

  it('brings a command that a shell can start', () => {
    expect(readFileSync(join(packed.folder, manifest.bin), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/u);
  });

  it.each([
    [['--format', 'json'], 1],
    [['src/app.ts'], 0],
    [['nowhere'], 2],
  ])('ends with the code that is promised: %j', (args, code) => {
    const { status } = spawnSync(process.execPath, [join(packed.folder, manifest.bin), ...args], { cwd: tree.folder, encoding: 'utf8' });
    expect(status).toBe(code);
  });
});
