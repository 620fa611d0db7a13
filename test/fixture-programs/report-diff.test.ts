import { describe, expect, it } from 'vitest';
import type { Expectation } from './expectations.js';
import { reportDiff, type Report } from './report-diff.js';

const promise = (kind: Expectation['kind'], line: number): Expectation => ({ kind, file: 'a.ts', line, rule: 'no-module-growth', reason: '' });
const report = (line: number, rule = 'no-module-growth'): Report => ({ file: 'a.ts', line, rule, message: 'grows' });

describe('reportDiff', () => {
  it('is empty when every promise is kept', () => {
    expect(reportDiff([promise('leak', 1), promise('missed', 2), promise('possible', 3)], [report(1)], 'recommended')).toEqual([]);
    expect(reportDiff([promise('leak', 1), promise('possible', 3)], [report(3), report(1)], 'strict')).toEqual([]);
  });

  it.each<[string, Expectation[], Report[], string]>([
    ['a report without a mark', [], [report(4)], 'recommended: a.ts:4 unexpected: no-module-growth grows'],
    ['a report of another rule', [promise('missed', 4)], [report(4, 'no-static-growth')], 'recommended: a.ts:4 unexpected: no-static-growth grows'],
    ['a mark without a report', [promise('leak', 4)], [], 'recommended: a.ts:4 missing: no-module-growth'],
    ['a second report of one leak', [promise('leak', 4)], [report(4), report(4)], 'recommended: a.ts:4 reported once too often: no-module-growth grows'],
    ['a known miss that is found', [promise('missed', 4)], [report(4)], 'recommended: a.ts:4 no longer missed, turn its mark into "leak": no-module-growth grows'],
    ['a known false alarm that is gone', [promise('false-alarm', 4)], [], 'recommended: a.ts:4 no longer reported, remove its mark: no-module-growth'],
    ['a possible leak reported as certain', [promise('possible', 4)], [report(4)], 'recommended: a.ts:4 reported although only possible: no-module-growth grows'],
  ])('names %s', (_what, expectations, reports, line) => {
    expect(reportDiff(expectations, reports, 'recommended')).toEqual([line]);
  });

  it('requires a possible leak under strict', () => {
    expect(reportDiff([promise('possible', 4)], [], 'strict')).toEqual(['strict: a.ts:4 missing: no-module-growth']);
  });

  it('lists differences in order of place', () => {
    expect(reportDiff([promise('leak', 9)], [report(12), report(3)], 'recommended').map((line) => line.split(' ')[1])).toEqual(['a.ts:3', 'a.ts:9', 'a.ts:12']);
  });
});
