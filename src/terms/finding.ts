/** Whether what is found is a leak. `recommended` reports `leak`, `strict` also `possible`. */
export type Verdict = 'leak' | 'possible';

/** The questions; each is a rule's name. */
export type Question =
  | 'no-captured-growth'
  | 'no-function-static-growth'
  | 'no-incomplete-release'
  | 'no-ineffective-release'
  | 'no-lost-handle'
  | 'no-module-growth'
  | 'no-overlapping-schedule'
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

/** What a finding blames: what grows, and why it lives; or the job that is run. */
export interface BlamedLocation {
  /** As an engineer would name it: `sessions`, `Audit.entries`, `this.history`. */
  readonly name: string;
  /** `module variable`, `static field`, `job`, … */
  readonly role: string;
  /** Where it is declared. */
  readonly site: Site;
}

/** The loop that drives it. */
export interface LoopEvidence {
  /** `request`, `tick`, `call`, …: the unit of repetition. */
  readonly turn: string;
  /** `GET /visit`, `interval`, `'order' listener`, … */
  readonly label: string;
  readonly site: Site;
}

/** One call between the entry point and what it leads to. */
export interface Step {
  readonly name: string;
  readonly site: Site;
}

/** Text put in place of a stretch of the reported file, by offsets in UTF-16 units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A change of the reported file that an editor may offer: never made by itself, and right when it is. */
export interface Suggestion {
  /** What it does, as a command: `Set \`noOverlap: true\``. */
  readonly title: string;
  /** Edits that do not overlap. */
  readonly edits: readonly Edit[];
}

/** What every finding says, whatever its form: what is to blame, which loop drives it, and the calls between. */
interface FindingBase {
  readonly question: Question;
  readonly verdict: Verdict;
  /** Where to report. */
  readonly site: Site;
  /** What grows; the job whose runs pile up. */
  readonly location: BlamedLocation;
  readonly loop: LoopEvidence;
  readonly steps: readonly Step[];
  /** What would mend it. */
  readonly advice: string;
  /** Changes that would, the likeliest first. */
  readonly suggestions: readonly Suggestion[];
}

/** One growth that nothing bounds, with its evidence; reported at the growth, or at the call in the turn when the growing function also serves start-up. */
export interface GrowthFinding extends FindingBase {
  readonly form: 'growth';
  readonly growth: Site;
  /** What is gained: `an entry`, `text`, … */
  readonly gain: string;
  /** The method or operator that adds. */
  readonly means: string;
  /** Why nothing was taken for a bound. */
  readonly unbounded: string;
  /** A removal that is there, but that only start-up, shutdown, tests or nobody runs. */
  readonly idleRemoval: Site | undefined;
}

/** One job whose runs may be under way at the same time; reported at its schedule. */
export interface OverlapFinding extends FindingBase {
  readonly form: 'overlap';
  /** When the next run starts: `every 100 ms`, … */
  readonly pace: string;
  /** `overlaps`: the next run starts while this one waits; `stops`: none starts any more once a run has thrown. */
  readonly outcome: 'overlaps' | 'stops';
  /** What a run waits for. */
  readonly wait: Step;
  /** Why nothing was taken to keep runs apart. */
  readonly unguarded: string;
}

/** One report with its evidence; `form` tells which. */
export type Finding = GrowthFinding | OverlapFinding;
