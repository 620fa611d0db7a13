// Turns a series of measurements into one number: growth per turn. The median of the steps between windows ignores the
// odd window in which a table doubled or the collector kept something for one round longer.

/** The median step between neighbouring samples, divided by the turns that lie between them. */
export function growthPerTurn(samples: readonly number[], turnsBetween: number): number {
  const steps = samples.slice(1).map((sample, index) => sample - (samples[index] ?? sample));
  return median(steps) / turnsBetween;
}

/** Whether a growth is too close to its threshold to be trusted after so few turns. */
export function isNear(growth: number, threshold: number): boolean {
  return growth > threshold / 3 && growth < threshold * 3;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new RangeError('growth needs at least two samples');
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
