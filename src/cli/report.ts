import type { Finding } from '../terms/finding.js';

/** A file whose analysis failed, and why: a fault of the engine. */
export interface Problem {
  readonly file: string;
  readonly message: string;
}

/** All that a run found out. File names are absolute, with forward slashes. */
export interface Report {
  /** The folder that names are printed relative to. */
  readonly root: string;
  /** In the order in which ESLint would report them. */
  readonly findings: readonly Finding[];
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
  /** What would let more be seen. */
  readonly hints: readonly string[];
  readonly textOf: (file: string) => string;
}
