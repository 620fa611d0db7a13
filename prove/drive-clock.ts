import { mock } from 'node:test';
import type { Drive } from './drive.js';

// The program is loaded after this file, so that it and its libraries find the clock already stopped.
mock.timers.enable({ apis: ['Date', 'setInterval', 'setTimeout'], now: Date.UTC(2024, 0, 1) });

let open = 0;
globalThis.fetch = () => {
  open += 1;
  return new Promise(() => undefined);
};

/** How far the clock moves in one turn. */
interface Clock {
  readonly milliseconds: number;
}

/**
 * Drives a program that runs by the clock while the server it asks has stalled: each turn moves the clock on, no request is
 * ever answered, and the requests that are open count the runs under way at the same time.
 */
export function driveClock({ milliseconds }: Clock, rest: Omit<Drive, 'count' | 'turn'> = {}): Drive {
  return {
    turn: () => {
      mock.timers.tick(milliseconds);
    },
    count: () => ({ runs: open }),
    countOnly: 'what is to be shown is how many runs are under way',
    ...rest,
  };
}
