import { describe, expect, it } from 'vitest';

import { entryModuleOf } from '../../src/analysis/dependencies/entry-module.js';

import { packageOfTexts } from './package-of-texts.js';

function entryOf(manifest: Record<string, unknown>, subpath: string, ...files: readonly string[]): string | undefined {
  const texts = Object.fromEntries(files.map((file) => [file, '']));
  const pkg = packageOfTexts({ ...texts, 'package.json': JSON.stringify({ name: 'example', version: '1.0.0', ...manifest }) });
  return entryModuleOf(pkg, subpath)?.slice(pkg.root.length + 1);
}

describe('the module that an import loads', () => {
  it('is named by exports', () => {
    expect(entryOf({ exports: './a.js' }, '.', 'a.js', 'index.js')).toBe('a.js');
    expect(entryOf({ exports: { types: './a.d.ts', import: './a.mjs', require: './a.cjs' } }, '.', 'a.mjs', 'a.cjs')).toBe('a.mjs');
    expect(entryOf({ exports: { '.': { node: { require: './a.cjs' } } } }, '.', 'a.cjs')).toBe('a.cjs');
    expect(entryOf({ exports: { './sub': { default: './lib/sub.js' } } }, './sub', 'lib/sub.js')).toBe('lib/sub.js');
    expect(entryOf({ exports: { './*': './lib/*.js', './deep/*': './deep/*/index.js' } }, './deep/x', 'deep/x/index.js', 'lib/deep/x.js')).toBe('deep/x/index.js');
  });

  it('is nothing that exports leaves out', () => {
    expect(entryOf({ exports: { '.': './a.js' } }, './b', 'a.js', 'b.js')).toBeUndefined();
    expect(entryOf({ exports: { '.': './a.node' } }, '.', 'a.node')).toBeUndefined();
  });

  it('is main, else the index, else the path itself', () => {
    expect(entryOf({ main: './lib' }, '.', 'lib/index.js')).toBe('lib/index.js');
    expect(entryOf({ main: 'lib/main' }, '.', 'lib/main.js', 'index.js')).toBe('lib/main.js');
    expect(entryOf({}, '.', 'index.js')).toBe('index.js');
    expect(entryOf({}, './lib/x', 'lib/x.js')).toBe('lib/x.js');
  });
});
