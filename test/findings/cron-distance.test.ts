import { describe, expect, it } from 'vitest';

import { cronDistance } from '../../src/analysis/findings/cron-distance.js';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe('cronDistance', () => {
  it.each<[string, number, number]>([
    ['* * * * *', minute, minute],
    ['* * * * * *', second, second],
    ['* * * * * * *', second, second],
    ['*/5 * * * *', 5 * minute, 5 * minute],
    ['*/7 * * * *', 4 * minute, 7 * minute],
    ['*/30 * * * * *', 30 * second, 30 * second],
    ['0 */2 * * *', 2 * hour, 2 * hour],
    ['0 3 * * *', day, day],
    ['0 0 3 * * MON-FRI', day, day],
    ['0 12 1 JAN *', day, day],
    ['0,2 3 * * *', 2 * minute, day - 2 * minute],
    ['59 23,0 * * *', hour, day - hour],
    ['10-12 * * * *', minute, 58 * minute],
    ['0-30/15 * * * *', 15 * minute, 30 * minute],
    ['5/20 * * * *', 20 * minute, 20 * minute],
    ['0 9-17 * * 1-5', hour, 16 * hour],
    ['? * * * * *', minute, minute],
    ['  */10  *  * * * ', 10 * minute, 10 * minute],
    ['@hourly', hour, hour],
    ['@daily', day, day],
    ['@monthly', day, day],
  ])('reads %s', (expression, shortest, longest) => {
    expect(cronDistance(expression)).toEqual({ shortest, longest });
  });

  it.each(['', 'every minute', '* * * *', '61 * * * *', '*/0 * * * *', '5-1 * * * *', 'H * * * *', '@reboot', '2030-01-01T00:00:00'])('gives up %j', (expression) => {
    expect(cronDistance(expression)).toBeUndefined();
  });
});
