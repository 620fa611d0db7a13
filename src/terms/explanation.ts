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
  readonly evidence: 'exported' | 'loop' | 'unknown';
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
export interface Explanation {
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
