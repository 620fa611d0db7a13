/** Whether a growth is a leak. `recommended` reports `leak`, `strict` also `possible`. */
export type Verdict = 'leak' | 'possible';

/** The questions; each is a rule's name. */
export type Question =
  | 'no-captured-growth'
  | 'no-function-static-growth'
  | 'no-incomplete-release'
  | 'no-ineffective-release'
  | 'no-module-growth'
  | 'no-repeated-registration'
  | 'no-singleton-growth'
  | 'no-static-growth'
  | 'no-unreleased-resource';

/** A stretch of source text: file name as the program spells it, offsets in UTF-16 units, line from 1, column from 0. */
export interface Site {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** What grows, and why it lives. */
export interface GrowingLocation {
  /** As an engineer would name it: `sessions`, `Audit.entries`, `this.history`. */
  readonly name: string;
  /** `module variable`, `static field`, … */
  readonly role: string;
  /** Where it is declared. */
  readonly site: Site;
}

/** The loop whose turns make it grow. */
export interface LoopEvidence {
  /** `request`, `tick`, `call`, …: the unit of repetition. */
  readonly turn: string;
  /** `GET /visit`, `interval`, `'order' listener`, … */
  readonly label: string;
  readonly site: Site;
}

/** One call between the entry point and the growth. */
export interface Step {
  readonly name: string;
  readonly site: Site;
}

/** One reported growth with its evidence. */
export interface Finding {
  readonly question: Question;
  readonly verdict: Verdict;
  /** Where to report: the growth, or the call in the turn when the growing function also serves start-up. */
  readonly site: Site;
  readonly growth: Site;
  readonly location: GrowingLocation;
  /** What is gained: `an entry`, `text`, … */
  readonly gain: string;
  readonly loop: LoopEvidence;
  readonly steps: readonly Step[];
  /** The method or operator that adds. */
  readonly means: string;
  /** Why nothing was taken for a bound. */
  readonly unbounded: string;
  /** A removal that is there, but that only start-up, shutdown, tests or nobody runs. */
  readonly idleRemoval: Site | undefined;
  /** What would bound it. */
  readonly advice: string;
}
