import type { Drive } from './drive.js';

/** Drives a program by calling it: an exported function, an `emit`, a message put into a queue. */
export function driveCalls(turn: Drive['turn'], rest: Omit<Drive, 'turn'> = {}): Drive {
  return { turn, ...rest };
}
