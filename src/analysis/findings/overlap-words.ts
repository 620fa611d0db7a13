/**
 * The words of an overlap. Computes the pace, why runs are not kept apart and what would keep them apart, from the
 * distance between runs, the library's guard and the project's own flag. Assumes the sentence says the rest.
 */
import type { LibraryGuard } from './library-guard.js';
import type { GuardFault } from './run-guard.js';
import type { Distance } from './schedule-distance.js';

const units: readonly (readonly [number, string])[] = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
];

function amountOf(milliseconds: number): string {
  const [size, unit] = units.find(([length]) => milliseconds >= length && milliseconds % length === 0) ?? [1, 'ms'];
  const amount = milliseconds / size;
  if (unit === 'ms') return `${String(amount)} ms`;
  return amount === 1 ? unit : `${String(amount)} ${unit}s`;
}

/** When the next run starts. */
export function paceOf(distance: Distance | 'unknown'): string {
  if (distance === 'unknown') return 'at a pace that is set elsewhere';
  if (distance.even) return `every ${amountOf(distance.shortest)}`;
  const amount = amountOf(distance.shortest);
  return `as soon as ${/^\d/u.test(amount) ? amount : `a ${amount}`} later`;
}

/** A flag of the project's own that fails, and where: `running`, `jobs.ts:9`. */
export interface FaultyFlag {
  readonly fault: GuardFault;
  readonly name: string;
  readonly place: string;
}

/** A promise that the library never gets: the call that makes it, and whether the job could return it. */
export interface LostPromise {
  readonly call: string;
  readonly returnable: boolean;
}

/** Why nothing was taken to keep runs apart. */
export function unguardedOf(library: LibraryGuard, flag: FaultyFlag | undefined, lost: LostPromise | undefined): string {
  if (library.state === 'on' && lost !== undefined) {
    const because = lost.returnable ? `the job does not pass on the promise of ${lost.call}` : 'no promise is expected of this kind of job';
    return `\`${library.spelling ?? 'The option'}\` does not help, since ${because}`;
  }
  if (flag?.fault === 'late') return `\`${flag.name}\` is set behind a wait (${flag.place}), when the next run may have passed its test`;
  if (flag?.fault === 'early') return `\`${flag.name}\` is set back (${flag.place}) before this has ended`;
  if (flag?.fault === 'stuck') return `\`${flag.name}\` is set back only when nothing throws (${flag.place})`;
  if (library.refused !== undefined) return `\`${library.refused}\` lets runs overlap`;
  return 'Nothing keeps runs apart';
}

/** What would keep runs apart. */
export function adviceFor(library: LibraryGuard, flag: FaultyFlag | undefined, lost: LostPromise | undefined): string {
  const byHand = 'set a flag before the first `await` and reset it in `finally`';
  if (library.state === 'on' && lost !== undefined) return lost.returnable ? 'return or await it' : byHand;
  if (flag?.fault === 'late') return 'set it right after the test';
  if (flag?.fault === 'early') return 'set it back when that has ended';
  if (flag?.fault === 'stuck') return 'set it back in `finally`';
  if (library.spelling === undefined || lost?.returnable === false) return `${byHand}, or start the next run when one has ended`;
  return `set \`${library.spelling}\`${lost === undefined ? '' : ` and return or await ${lost.call}`}, or ${byHand}`;
}
