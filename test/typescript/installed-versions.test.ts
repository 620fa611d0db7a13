// Models with a range of versions, against programs in which one version or another of the library is installed.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';

import type { LibraryModel } from '../../src/models/schema.js';
import { modelsOfInstalled } from '../../src/typescript/installed-versions.js';

const root = mkdtempSync(join(tmpdir(), 'installed-versions-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const old: LibraryModel = { package: 'acme-bus', versions: '<2', rows: [] };
const recent: LibraryModel = { package: 'acme-bus', versions: '>=2', rows: [] };
const any: LibraryModel = { package: 'acme-bus', rows: [] };
const platform: LibraryModel = { package: 'node:events', versions: '>=99', rows: [] };
const models = [old, recent, any, platform];

function programWith(folder: string, manifest: string | undefined): ts.Program {
  const library = join(root, folder, 'node_modules', 'acme-bus');
  mkdirSync(library, { recursive: true });
  if (manifest !== undefined) writeFileSync(join(library, 'package.json'), manifest);
  writeFileSync(join(library, 'index.d.ts'), 'export declare const bus: string;\n');
  writeFileSync(join(root, folder, 'main.ts'), "export { bus } from 'acme-bus';\n");
  return ts.createProgram([join(root, folder, 'main.ts')], { module: ts.ModuleKind.NodeNext, types: [] });
}

describe('the models of what is installed', () => {
  it.each<[string, string | undefined, readonly LibraryModel[]]>([
    ['an old version', '{ "name": "acme-bus", "version": "1.9.3" }', [old, any, platform]],
    ['a recent version', '{ "name": "acme-bus", "version": "2.0.0" }', [recent, any, platform]],
    ['a prerelease', '{ "name": "acme-bus", "version": "2.1.0-beta.1" }', [recent, any, platform]],
    ['a version nobody can read', '{ "name": "acme-bus", "version": "latest" }', models],
    ['no version', '{ "name": "acme-bus" }', models],
    ['a broken manifest', '{ "name": ', models],
  ])('with %s', (name, manifest, expected) => {
    expect(modelsOfInstalled(ts, programWith(name, manifest), models)).toEqual(expected);
  });

  it('without the library are all', () => {
    const file = join(root, 'alone.ts');
    writeFileSync(file, 'export {};\n');
    expect(modelsOfInstalled(ts, ts.createProgram([file], { types: [] }), models)).toEqual(models);
  });
});
