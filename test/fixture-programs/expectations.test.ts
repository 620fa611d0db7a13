import { describe, expect, it } from 'vitest';
import { expectationsOf, isDue, MalformedMarkError, type Preset } from './expectations.js';

const rules = new Set(['no-static-growth', 'no-module-growth']);
const read = (source: string) => expectationsOf('a.ts', source, rules);

describe('expectations', () => {
  it('reads the rule of a mark at the end of a line', () => {
    expect(read('\nA.b.push(c); // leak: no-static-growth\n')).toEqual([
      { kind: 'leak', file: 'a.ts', line: 2, rule: 'no-static-growth', reason: '' },
    ]);
  });

  it('reads several rules on one line', () => {
    expect(read('x(); // leak: no-static-growth, no-module-growth').map(({ rule }) => rule)).toEqual(['no-static-growth', 'no-module-growth']);
  });

  it('reads the reason of a known wrong answer', () => {
    expect(read('x(); // missed: no-module-growth – the key is computed in a worker')).toMatchObject([
      { kind: 'missed', rule: 'no-module-growth', reason: 'the key is computed in a worker' },
    ]);
  });

  it('ignores prose that mentions a leak', () => {
    expect(read('// this would leak if nothing cleared it\nx(); // a leak, possibly: no')).toEqual([]);
  });

  it.each([
    ['a misspelt rule', 'x(); // leak: no-such-growth', 'a.ts:1: no rule is named "no-such-growth"'],
    ['a known miss without a reason', 'x(); // missed: no-module-growth', 'a.ts:1: "missed" needs a reason'],
    ['a leak with a reason', 'x(); // leak: no-module-growth – because', 'a.ts:1: "leak" takes no reason'],
    ['a plural', 'x(); // leaks: no-module-growth', 'a.ts:1: is not a mark at the end of its line'],
    ['a missing space', 'x(); //leak: no-module-growth', 'a.ts:1: is not a mark at the end of its line'],
    ['a capital', '\nx(); // Leak: no-module-growth', 'a.ts:2: is not a mark at the end of its line'],
    ['another dash', 'x(); // missed: no-module-growth - hyphen', 'a.ts:1: expected "rule[, rule]"'],
  ])('refuses %s', (_what, source, message) => {
    expect(() => read(source)).toThrow(MalformedMarkError);
    expect(() => read(source)).toThrow(message);
  });

  it('says under which preset a report is due', () => {
    const source = [
      'x(); // leak: no-static-growth',
      'x(); // possible: no-static-growth',
      'x(); // missed: no-static-growth – reason',
      'x(); // false-alarm: no-static-growth – reason',
    ].join('\n');
    const due = (preset: Preset) => read(source).filter((one) => isDue(one, preset)).map(({ kind }) => kind);
    expect(due('recommended')).toEqual(['leak', 'false-alarm']);
    expect(due('strict')).toEqual(['leak', 'possible', 'false-alarm']);
  });
});
