// The arithmetic of the benchmark. A lint with rules costs what a lint without rules costs plus the rules' own work; only the
// own work is compared, so that parsing and program building, which everyone pays, cannot hide a slow rule.

/** What one lint run took, in a process of its own. */
export interface Run {
  readonly files: number;
  /** User CPU of the whole process, in milliseconds. */
  readonly cpu: number;
  /** The most memory it held, in megabytes. */
  readonly memory: number;
}

/** The middle of the values; between the middle two when their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('no values, no median');
  return (lower + upper) / 2;
}

/** The value that so many of a hundred do not exceed. */
export function percentile(values: readonly number[], hundredths: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil((sorted.length * hundredths) / 100) - 1)];
  if (value === undefined) throw new Error('no values, no percentile');
  return value;
}

/** The CPU that rules add to a lint, each side at its median; never negative, which only noise could make it. */
export function ownCpu(withRules: readonly Run[], withoutRules: readonly Run[]): number {
  return Math.max(0, median(withRules.map((run) => run.cpu)) - median(withoutRules.map((run) => run.cpu)));
}

/** One cost over another; a reference too small to measure is an error rather than a huge or endless ratio. */
export function ratio(cost: number, reference: number): number {
  if (reference <= 0) throw new Error('the reference cost nothing measurable: repeat more often or lint a larger tree');
  return cost / reference;
}

/** How the cost of one file changes from a small tree to a large one of the same shape. */
export function perFileRatio(large: { cpu: number; files: number }, small: { cpu: number; files: number }): number {
  return ratio(large.cpu / large.files, small.cpu / small.files);
}
