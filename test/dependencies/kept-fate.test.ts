import { describe, expect, it } from 'vitest';

import { keptFateOf } from '../../src/analysis/dependencies/kept-fate.js';
import type { KeptFate } from '../../src/analysis/dependencies/dependency-summary.js';

import { packageOfTexts, summaryIn } from './package-of-texts.js';

function fateOf(texts: Readonly<Record<string, string>>, members = 'track'): KeptFate {
  const pkg = packageOfTexts(texts);
  for (const effect of summaryIn(pkg, members)?.effects ?? []) if (effect.kind === 'grow' && typeof effect.at.root === 'object') return keptFateOf(pkg, effect.at.root);
  throw new Error('the function grows no variable of the package');
}

const track = 'const rows = []; export function track(x) { rows.push(x); }';

describe("what becomes of a package's variable", () => {
  it('is nothing when only the growth touches it', () => {
    expect(fateOf({ 'index.js': track })).toEqual({ shrunk: [], complete: true });
  });

  it('is seen in any function of the module, and in timers', () => {
    expect(fateOf({ 'index.js': `${track} function trim() { rows.shift(); } export { trim };` }).shrunk).toEqual([[]]);
    expect(fateOf({ 'index.js': `${track} setInterval(() => { rows.length = 0; }, 1000);` }).shrunk).toEqual([[]]);
  });

  it('is seen in other modules when a function hands the variable out', () => {
    const texts = { 'rows.js': `${track} export const all = () => rows;`, 'index.js': "import { all, track } from './rows.js'; export { track }; export function clear() { all().splice(0); }" };
    expect(fateOf(texts).shrunk).toEqual([[]]);
  });

  it('is seen in the methods of the one instance', () => {
    const text = 'class Rows { list = []; add(x) { this.list.push(x); } flush() { return this.list.splice(0); } } export const rows = new Rows();';
    expect(fateOf({ 'index.js': text }, 'rows.add').shrunk).toEqual([['list']]);
  });

  it('is uncertain when the variable leaves sight', () => {
    expect(fateOf({ 'index.js': `${track} export { rows };` }).complete).toBe(false);
    expect(fateOf({ 'index.js': `import { watch } from 'elsewhere'; ${track} watch(rows);` }).complete).toBe(false);
    expect(fateOf({ 'index.js': `import { save } from 'elsewhere'; ${track} export function flush() { save(rows); }` }).complete).toBe(false);
  });
});
