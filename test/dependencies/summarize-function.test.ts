// What a dependency's functions do, read from the forms in which packages are published.

import { describe, expect, it } from 'vitest';

import { effectsIn, packageOfTexts, summaryIn } from './package-of-texts.js';

function effectsOf(text: string, members: string): readonly string[] | undefined {
  return effectsIn(packageOfTexts({ 'index.js': text }), members);
}

describe('growth of an argument', () => {
  it('is seen through calls within the package', () => {
    const text = 'function store(into, x) { into[into.length] = x; } export const put = (list, x) => { store(list, x); };';
    expect(effectsOf(text, 'put')).toEqual(['grow #0 element', 'retain #1 in #0.[]']);
  });

  it('is seen in a part of the argument, destructured or not', () => {
    expect(effectsOf('export function f({ rows }, x) { rows.push(x); }', 'f')).toContain('grow #0.rows element');
    expect(effectsOf('export function f(table, x) { const rows = table.rows; rows.push(x); }', 'f')).toContain('grow #0.rows element');
  });

  it('tells the arguments that a key is made of', () => {
    expect(effectsOf("export function f(map, a, b) { const key = `${a}:${b}`; map.set(key, 1); }", 'f')).toContain('grow #0 entry by #1 #2');
  });

  it('is none under constant keys, under keys that nobody can tell, and in locals', () => {
    expect(effectsOf("export function f(map, x) { map.set('last', x); }", 'f')).not.toContainEqual(expect.stringContaining('grow'));
    expect(effectsOf('export function f(map, x) { map.set(hash(x) % 8, x); }', 'f')).not.toContainEqual(expect.stringContaining('grow'));
    expect(effectsOf('export function f(from) { const out = []; for (const x of from) out.push(x); return out; }', 'f')).toEqual(['return fresh']);
  });

  it('is keyed by what is added when that is looked for first', () => {
    expect(effectsOf('export function f(list, x) { if (!list.includes(x)) list.push(x); }', 'f')).toContain('grow #0 element by #1');
  });

  it('is in doubt when another argument decides, and none when the size does', () => {
    expect(effectsOf('export function f(list, x, options) { if (options.keep) list.push(x); }', 'f')).toContain('grow #0 element perhaps');
    expect(effectsOf('export function f(list, x) { if (list.length < 10) list.push(x); }', 'f')).not.toContainEqual(expect.stringContaining('grow'));
  });

  it('ends where a function calls itself, or others call it back', () => {
    expect(effectsOf('export function f(list, n) { if (n > 0) f(list, n - 1); list.push(n); }', 'f')).toContain('grow #0 element');
    expect(effectsOf('function g(list, x) { f(list, x); } export function f(list, x) { list.push(x); g(list, x); }', 'f')).toContain('grow #0 element');
  });
});

describe("growth of the package's own variables", () => {
  const track = 'grow rows@index.js element';

  it.each([
    ['an ES module', 'const rows = []; export function track(x) { rows.push(x); }'],
    ['a renamed export of minified code', 'const rows=[],n=new Map;function r(t){return rows.push(t),n.get(t)}export{r as track};'],
    ['a re-assigned list', 'let rows = []; export function track(x) { rows = [...rows, x]; }'],
    ['exports.f', 'const rows = []; exports.track = void 0; exports.track = function (x) { rows.push(x); };'],
    ['module.exports = { … }', 'const rows = []; module.exports = { track(x) { rows.push(x); } };'],
    ['members of module.exports = f', 'const rows = []; module.exports = function () {}; module.exports.track = (x) => rows.push(x);'],
    ['a wrapper for every kind of module', '(function (root, make) { if (typeof module === "object") module.exports = make(); else root.x = make(); })(this, function () { var rows = []; function track(x) { rows.push(x); } return { track: track }; });'],
  ])('is seen in %s', (_form, text) => {
    expect(effectsOf(text, 'track')).toContain(track);
  });

  it('is seen in other modules, through everything that passes them on', () => {
    const texts = { 'package.json': '{ "name": "example", "version": "1.0.0", "main": "lib" }', 'lib/rows.js': 'exports.rows = []; exports.track = (x) => exports.rows.push(x);' };
    const star = '__exportStar(require("./rows"), exports);';
    const getter = 'const a = require("./rows"); Object.defineProperty(exports, "track", { enumerable: true, get: function () { return a.track; } });';
    const wrapped = 'const rows_1 = __importDefault(require("./rows")); exports.track = function (x) { (0, rows_1.default.track)(x); };';
    for (const index of [star, getter, wrapped]) expect(effectsIn(packageOfTexts({ ...texts, 'lib/index.js': index }), 'track')).toContain('grow exports@lib/rows.js.rows element');
    const whole = { ...texts, 'lib/track.js': 'const rows = []; module.exports = function (x) { rows.push(x); };', 'lib/index.js': "const track = require('./track'); exports.f = (x) => track(x);" };
    expect(effectsIn(packageOfTexts(whole), 'f')).toContain('grow rows@lib/track.js element');
    const modules = { 'rows.js': 'export const rows = []; export function track(x) { rows.push(x); }', 'index.js': "export { track } from './rows.js';\nexport * as all from './rows.js';" };
    expect(effectsIn(packageOfTexts(modules), 'track')).toContain('grow rows@rows.js element');
    expect(effectsIn(packageOfTexts(modules), 'all.track')).toContain('grow rows@rows.js element');
  });

  it('is seen in the one instance that a module makes, of a class or of what compilers make of one', () => {
    const written = 'class Rows { #n = 0; list = []; add(x) { this.list.push(x); } }';
    const compiled = 'var Rows = /** @class */ (function () { function Rows() { this.list = []; } Rows.prototype.add = function (x) { this.list.push(x); }; return Rows; }());';
    for (const made of [written, compiled]) {
      expect(effectsOf(`${made} export const rows = new Rows();`, 'rows.add')).toContain('grow rows@index.js.list element');
      expect(effectsOf(`${made} const rows = new Rows(); export function track(x) { rows.add(x); }`, 'track')).toContain('grow rows@index.js.list element');
      expect(effectsOf(`${made} export { Rows };`, 'Rows.prototype.add')).toContain('grow this.list element');
    }
  });

  it('is none in weak maps, in what nothing shows to be a container, behind a switch, and later', () => {
    const none = expect.stringContaining('grow') as unknown;
    expect(effectsOf('const seen = new WeakMap(); export function f(k, v) { seen.set(k, v); }', 'f')).not.toContainEqual(none);
    expect(effectsOf("import { open } from 'elsewhere'; const out = open(); export function f(x) { out.push(x); }", 'f')).not.toContainEqual(none);
    expect(effectsOf('const all = []; let on = false; export function f(x) { if (on) all.push(x); } export function start() { on = true; }', 'f')).not.toContainEqual(none);
    expect(effectsOf('const all = []; export function f(x) { setTimeout(() => all.push(x), 5); }', 'f')).not.toContainEqual(none);
  });
});

describe('other effects', () => {
  it('are removals, also one call away', () => {
    expect(effectsOf('export function f(list) { while (list.length > 9) list.shift(); }', 'f')).toEqual(['shrink #0']);
    expect(effectsOf('function drop(a) { a.length = 0; } export function f(o) { drop(o.rows); }', 'f')).toEqual(['shrink #0.rows']);
    expect(effectsOf('let rows = []; export function reset() { rows = []; }', 'reset')).toEqual(['shrink rows@index.js']);
  });

  it('are what is returned', () => {
    expect(effectsOf('const rows = []; export const all = () => rows;', 'all')).toEqual(['return rows@index.js']);
    expect(effectsOf('const rows = []; export const all = () => [...rows];', 'all')).toEqual(['return fresh']);
    expect(effectsOf('const bags = new Map(); export function bag(k) { let b = bags.get(k); if (!b) { b = new Set(); bags.set(k, b); } return b; }', 'bag')).toContain('return bags@index.js.[]');
  });

  it('are calls of arguments', () => {
    expect(effectsOf('export function f(list, each) { list.forEach((x) => each(x.id)); }', 'f')).toContain('invoke #1 now');
    expect(effectsOf('export function f(then) { setTimeout(() => then(), 9); }', 'f')).toEqual(['invoke #0 later']);
  });

  it('are arguments given to code out of sight', () => {
    expect(effectsOf("import { mix } from 'elsewhere'; export function f(list) { return mix(list).length; }", 'f')).toContain('hand #0');
    expect(effectsOf('export function f(list) { return JSON.stringify(list); }', 'f')).toEqual(['return fresh']);
  });
});

describe('what cannot be derived', () => {
  it('has no summary', () => {
    expect(effectsOf("export { f } from 'elsewhere';", 'f')).toBeUndefined();
    expect(effectsOf('module.exports = build();', 'f')).toBeUndefined();
    expect(effectsOf('export function f() {}', 'g')).toBeUndefined();
  });

  it('is code in a file that is too large', () => {
    const text = `export function f(list, x) { list.push(x); }${'/*'.padEnd(1_000_000, 'x')}*/`;
    expect(effectsOf(text, 'f')).toBeUndefined();
  });

  it('is incomplete beyond a depth of calls', () => {
    const chain = Array.from({ length: 12 }, (_, i) => `export function f${String(i)}(list) { f${String(i + 1)}(list); }`).join('\n');
    const pkg = packageOfTexts({ 'index.js': `${chain}\nexport function f12(list) { list.push(1); }` });
    expect(summaryIn(pkg, 'f0')?.complete).toBe(false);
    expect(summaryIn(pkg, 'f9')?.complete).toBe(true);
  });

  it.each([
    ['nesting', `export function f(a) { return ${'('.repeat(20_000)}a${')'.repeat(20_000)}; }`],
    ['a chain of members', `export function f(a) { a${'.b'.repeat(5_000)}.push(1); }`],
    ['variables that hold each other', `export function f(a) { let ${Array.from({ length: 200 }, (_, i) => `x${String(i)}`).join()}; ${Array.from({ length: 200 }, (_, i) => `x${String(i)} = x${String((i + 1) % 200)} || x${String((i * 7) % 200)};`).join(' ')} x0.push(a); }`],
    ['functions that all call each other', Array.from({ length: 60 }, (_, i) => `export function f${String(i)}(a) { ${Array.from({ length: 60 }, (_x, k) => `f${String(k)}(a);`).join('')} a.push(${String(i)}); }`).join('\n') + 'export const f = f0;'],
    ['modules that pass each other on', "export * from './index.js'; export { f } from './index.js';"],
    ['classes that extend each other', 'class A extends B {} class B extends A {} const a = new A(); export const f = a.f;'],
    ['broken text', 'export function f(a { a.push('],
  ])('neither hangs nor throws: %s', (_what, text) => {
    const began = performance.now();
    expect(() => effectsOf(text, 'f')).not.toThrow();
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
