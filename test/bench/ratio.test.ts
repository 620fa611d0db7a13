import { describe, expect, it } from 'vitest';
import { withinBudget } from '../../bench/budget.js';
import { median, ownCpu, percentile, perFileRatio, ratio, type Run } from '../../bench/ratio.js';

const run = (cpu: number): Run => ({ files: 10, cpu, memory: 100 });

describe('median', () => {
  it('takes the middle value by size', () => {
    expect(median([30, 4, 100])).toBe(30);
  });

  it('takes the mean of the middle two', () => {
    expect(median([10, 40, 1, 20])).toBe(15);
  });

  it('refuses an empty list', () => {
    expect(() => median([])).toThrow('no values');
  });
});

describe('ownCpu', () => {
  it('is what the rules add to a lint, outliers aside', () => {
    expect(ownCpu([run(150), run(900), run(140)], [run(100), run(90), run(500)])).toBe(50);
  });

  it('is never negative', () => {
    expect(ownCpu([run(90)], [run(100)])).toBe(0);
  });
});

describe('percentile', () => {
  it('is a value that was measured and that so many do not exceed', () => {
    expect(percentile([5, 1, 4, 2, 3], 50)).toBe(3);
    expect(percentile([5, 1, 4, 2, 3], 95)).toBe(5);
    expect(() => percentile([], 95)).toThrow('no values');
  });
});

describe('ratio', () => {
  it('refuses a reference that cost nothing', () => {
    expect(() => ratio(5, 0)).toThrow('nothing measurable');
  });

  it('compares costs per file, not in total', () => {
    expect(perFileRatio({ cpu: 2400, files: 2000 }, { cpu: 250, files: 250 })).toBeCloseTo(1.2);
  });
});

describe('withinBudget', () => {
  it('allows the budget itself and nothing above', () => {
    expect(withinBudget({ what: 'cost', measured: 1, budget: 1 })).toBe(true);
    expect(withinBudget({ what: 'cost', measured: 1.01, budget: 1 })).toBe(false);
  });
});
