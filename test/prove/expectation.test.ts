import { describe, expect, test } from 'vitest';
import { marksOf, verdictOf } from '../../prove/expectation.js';

describe('marksOf', () => {
  test('finds each kind with its line and text', () => {
    const source = [
      'a.push(x); // leak: no-static-growth, no-module-growth',
      'b.push(x); // possible: no-module-growth  ',
      'c.push(x); // missed: the callee has no source',
      'd.push(x); // false-alarm: bounded by the caller',
    ].join('\n');
    expect(marksOf(source)).toEqual([
      { kind: 'leak', line: 1, text: 'no-static-growth, no-module-growth' },
      { kind: 'possible', line: 2, text: 'no-module-growth' },
      { kind: 'missed', line: 3, text: 'the callee has no source' },
      { kind: 'false-alarm', line: 4, text: 'bounded by the caller' },
    ]);
  });

  test('leaves other comments alone', () => {
    expect(marksOf('// leaks nothing\n// a leak: of air, /* leak: no */\nx(); // leak:\n')).toEqual([]);
  });
});

describe('verdictOf', () => {
  test.each([
    ['x(); // leak: no-static-growth', 'leak'],
    ['x(); // missed: too deep', 'leak'],
    ['x(); // possible: no-module-growth', 'clean'],
    ['x(); // false-alarm: bounded', 'clean'],
    ['x();', 'clean'],
  ])('%s', (source, verdict) => {
    expect(verdictOf(marksOf(source))).toBe(verdict);
  });
});
