import type { Finding, LoopEvidence, Site, Step, Verdict } from './finding.js';

/** What stops, or fails to stop, a growth at one place. */
export interface BoundEvidence {
  readonly answer: 'bounded' | 'unbounded' | 'unsure';
  /** One clause: which bound was found, or what was looked for in vain. */
  readonly because: string;
  /** What would have to be known to be sure. */
  readonly unknown: string | undefined;
  readonly site: Site | undefined;
}

/** One loop that reaches a growth while the place it adds to goes on living. */
export interface Reach {
  readonly loop: LoopEvidence;
  readonly steps: readonly Step[];
  readonly evidence: 'exported' | 'loop' | 'offered' | 'unknown';
  /** The place in the terms of whoever keeps it. */
  readonly place: string;
  readonly role: string;
  readonly certain: boolean;
  readonly bound: BoundEvidence;
  readonly verdict: Verdict | 'safe';
}

/** A place that a growth may add to. */
export interface ExplainedPlace {
  readonly name: string;
  /** Why it is of no concern; undefined when its lifetime had to be followed. */
  readonly passing: string | undefined;
  readonly reaches: readonly Reach[];
}

/** Why one growth is reported, or why not. */
export interface GrowthExplanation {
  readonly form: 'growth';
  readonly growth: Site;
  readonly means: string;
  readonly gain: string;
  /** What is reported of it, here or at a call that leads to it. */
  readonly finding: Finding | undefined;
  /** The one clause that decided. */
  readonly because: string;
  /** The nearest loop that runs the code, whether or not anything outlives it. */
  readonly nearest: { readonly loop: LoopEvidence; readonly steps: readonly Step[] } | undefined;
  readonly places: readonly ExplainedPlace[];
  /** What could not be resolved on the way. */
  readonly unknown: readonly string[];
}

/** One thing that a run of a scheduled job waits for, and whether the next run may start meanwhile. */
export interface ExplainedWait {
  /** From the job to the wait; the last is the wait itself. */
  readonly steps: readonly Step[];
  /** What keeps the next run away until it has ended, or why nothing does. */
  readonly because: string;
  readonly verdict: Verdict | 'safe';
}

/** Why the runs of one schedule are said to overlap, or why not. */
export interface OverlapExplanation {
  readonly form: 'overlap';
  readonly schedule: Site;
  /** What starts the runs: `setInterval()`. */
  readonly means: string;
  readonly job: { readonly name: string; readonly site: Site };
  /** When runs start, as a clause. */
  readonly pace: string;
  readonly finding: Finding | undefined;
  /** The one clause that decided. */
  readonly because: string;
  readonly waits: readonly ExplainedWait[];
  /** What would have to be known to be sure. */
  readonly unknown: readonly string[];
}

/** Why something on a line is reported, or why not; `form` tells which. */
export type Explanation = GrowthExplanation | OverlapExplanation;
