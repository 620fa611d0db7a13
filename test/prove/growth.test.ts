import { describe, expect, test } from 'vitest';
import { growthPerTurn, isNear } from '../../prove/growth.js';

describe('growthPerTurn', () => {
  test('divides the usual step by the turns between two samples', () => {
    expect(growthPerTurn([1000, 3000, 5000, 7000], 10)).toBe(200);
  });

  test('ignores a single window in which a table doubled', () => {
    expect(growthPerTurn([0, 10, 90_000, 90_010, 90_020], 10)).toBe(1);
  });

  test('takes the mean of the two middle steps when their number is even', () => {
    expect(growthPerTurn([0, 10, 30], 1)).toBe(15);
  });

  test('is negative for a program that gives memory back', () => {
    expect(growthPerTurn([100, 80, 60], 10)).toBe(-2);
  });

  test('refuses a series without a step', () => {
    expect(() => growthPerTurn([100], 10)).toThrow(RangeError);
  });
});

describe('isNear', () => {
  test.each([
    [50, false],
    [200, true],
    [400, true],
    [1100, true],
    [1300, false],
  ])('%i bytes against a threshold of 400', (growth, near) => {
    expect(isNear(growth, 400)).toBe(near);
  });
});
