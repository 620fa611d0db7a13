// What is kept on disk: shared by processes, believed only when it is whole and of this version.

import { fork } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { cacheFolderFor } from '../../src/analysis/dependencies/cache-folder.js';
import { type PackageRecord, pluginStamp, readRecord, writeRecord } from '../../src/analysis/dependencies/package-record.js';

const reports = fileURLToPath(new URL('../../.reports/', import.meta.url));
mkdirSync(reports, { recursive: true });
const scratch = mkdtempSync(join(reports, 'records-'));
const manifest = { name: '@acme/lists', version: '1.0.0' };
const record: PackageRecord = { files: { 'index.js': '1:2' }, functions: { '.#f': { effects: [], complete: true }, '.#g': null }, fates: { 'index.js:6': { shrunk: [['rows']], complete: false } } };
let folder = '';

beforeEach(() => {
  folder = join(mkdtempSync(join(scratch, 'cache-')), 'inner');
});

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

function onlyFile(): string {
  const names = readdirSync(folder);
  expect(names).toHaveLength(1);
  return join(folder, names[0] ?? '');
}

describe('a record', () => {
  it('comes back as it was stored, in a folder made for it', () => {
    writeRecord(folder, manifest, 'p1', record);
    expect(readRecord(folder, manifest, 'p1')).toMatchObject(record);
  });

  it('belongs to one version of the package and of the plugin', () => {
    writeRecord(folder, manifest, 'p1', record);
    expect(readRecord(folder, manifest, 'p2')).toBeUndefined();
    expect(readRecord(folder, { ...manifest, version: '1.0.1' }, 'p1')).toBeUndefined();
    expect(pluginStamp()).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/u);
  });

  it.each(['', '{', 'null', '[]', '{"format":0}', '{"format":1,"plugin":"p1","files":{},"functions":{"f":{"effects":[1],"complete":true}},"fates":{}}'])('that is broken counts for nothing and is replaced: %s', (text) => {
    writeRecord(folder, manifest, 'p1', record);
    writeFileSync(onlyFile(), text);
    expect(readRecord(folder, manifest, 'p1')).toBeUndefined();
    writeRecord(folder, manifest, 'p1', record);
    expect(readRecord(folder, manifest, 'p1')).toMatchObject(record);
  });

  it('is not stored where nothing can be written', () => {
    writeFileSync(`${folder}-file`, 'in the way');
    writeRecord(`${folder}-file`, manifest, 'p1', record);
    expect(readRecord(`${folder}-file`, manifest, 'p1')).toBeUndefined();
    expect(readFileSync(`${folder}-file`, 'utf8')).toBe('in the way');
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    expect(() => {
      writeRecord(folder, manifest, 'p1', record);
    }).not.toThrow();
    chmodSync(folder, 0o700);
  });

  it('is whole whenever it is read, while two processes write it', async () => {
    const child = fileURLToPath(new URL('write-records.ts', import.meta.url));
    const writers = ['one', 'two'].map((name) => fork(child, [folder, name], { execArgv: ['--import', 'tsx'] }));
    const ended = Promise.all(writers.map((writer) => new Promise<number | null>((resolve) => writer.on('exit', resolve))));
    let reads = 0;
    let broken = 0;
    const timer = setInterval(() => {
      let text: string;
      try {
        text = readFileSync(join(folder, '+acme+lists@1.0.0.json'), 'utf8');
      } catch {
        return;
      }
      reads += 1;
      if (readRecord(folder, manifest, 'p1') === undefined || !text.endsWith('}')) broken += 1;
    }, 1);
    expect(await ended).toEqual([0, 0]);
    clearInterval(timer);
    expect(reads).toBeGreaterThan(0);
    expect(broken).toBe(0);
    onlyFile();
  });
});

describe('the folder of records', () => {
  it('is below the nearest package', () => {
    const root = mkdtempSync(join(scratch, 'root-'));
    writeFileSync(join(root, 'package.json'), '{}');
    mkdirSync(join(root, 'src/deep'), { recursive: true });
    expect(cacheFolderFor(join(root, 'src/deep'))).toBe(join(root, 'node_modules/.cache/eslint-plugin-leaks'));
  });
});
