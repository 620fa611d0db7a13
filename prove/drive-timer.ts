import { setTimeout as sleep } from 'node:timers/promises';
import type { Drive } from './drive.js';

/** Drives a program that runs by itself, on a timer, by letting time pass; the interval comes from `INTERVAL_MS`. */
export function driveTimer(rest: Omit<Drive, 'turn'> = {}): Drive {
  return {
    turn: () => sleep(1),
    turnsPerWindow: { value: 150, because: 'a turn takes at least a millisecond of waiting' },
    ...rest,
  };
}
