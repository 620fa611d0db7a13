import type { Proof } from './run-fixture.js';

/** One line about one fixture: verdict expected, what was measured, and whether they agree. */
export function proofLine({ fixture, expected, ok, measured, seconds }: Proof): string {
  const figures = typeof measured === 'string' ? measured : [`${measured.bytesPerTurn.toFixed(1)} B/turn`, ...countsOf(measured.countsPerTurn)].join(', ');
  return `${ok ? 'ok  ' : 'FAIL'} ${fixture.name.padEnd(52)} ${expected.padEnd(6)} ${figures} (${seconds.toFixed(1)} s)`;
}

function countsOf(counts: Readonly<Record<string, number>>): string[] {
  return Object.entries(counts).map(([name, growth]) => `${growth.toFixed(2)} ${name}/turn`);
}
