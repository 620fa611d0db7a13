// What a fixture's `drive.ts` tells the prover: how one turn of the program is made to happen, and how to let go of it.
// A turn receives text that was made for it alone, so a program that keeps what it was given grows by at least that much.

/** A number of things the program holds, or several of them by name; each must grow in a leak and stay flat otherwise. */
export type Counted = number | Readonly<Record<string, number>>;

/** An override of one of the prover's defaults, with the reason it is needed. */
export interface Override {
  readonly value: number;
  readonly because: string;
}

export interface Drive {
  /** Makes one turn happen and resolves when its immediate work is done. */
  turn(payload: string, index: number): unknown;
  /** Ends the program, so that nothing keeps the process alive. */
  stop?(): unknown;
  /** Waits for work that a turn leaves behind on purpose, such as an entry that expires. */
  settle?(): unknown;
  /** What the program holds, where it can be asked. */
  count?(): Counted;
  /** Set when retained bytes cannot show the verdict, so that only `count` decides. */
  readonly countOnly?: string;
  /** The real verdict of a program that has no `leak` or `missed` mark, but which is not clean either. */
  readonly verdict?: 'leak';
  readonly turnsPerWindow?: Override;
  readonly bytesPerTurn?: Override;
}
