// How the benchmark speaks: one line per lint, and a table of the ratios with their budgets.

import { withinBudget, type Budgeted } from './budget.js';
import type { Lint } from './measure.js';
import { median, percentile } from './ratio.js';

/** What one rule set took on one tree, e.g. `  plugin      399 files   8.1 s CPU   812 MB   12 reports`. */
export function lintLine(ruleSet: string, lints: readonly Lint[]): string {
  const [first] = lints;
  if (first === undefined) throw new Error(`no lint with rule set ${ruleSet}`);
  const cpu = median(lints.map((lint) => lint.cpu)) / 1000;
  const memory = median(lints.map((lint) => lint.memory));
  const failed = first.failures.length === 0 ? '' : `, ${String(first.failures.length)} files failed: ${first.failures[0] ?? ''}`;
  return `  ${ruleSet.padEnd(10)} ${String(first.files).padStart(5)} files ${cpu.toFixed(2).padStart(7)} s CPU ${memory.toFixed(0).padStart(6)} MB ${String(first.reports).padStart(5)} reports${failed}`;
}

/** What a rule set took after edits, e.g. `  plugin         median   31.2 ms  95th percentile  146.0 ms`. */
export function editLine(ruleSet: string, times: readonly number[]): string {
  return `  ${ruleSet.padEnd(10)} median ${median(times).toFixed(1).padStart(7)} ms  95th percentile ${percentile(times, 95).toFixed(1).padStart(7)} ms`;
}

/** One row per budget. */
export function budgetTable(rows: readonly Budgeted[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  return rows
    .map((row) => `${row.what.padEnd(width)}  ${row.measured.toFixed(2).padStart(6)}  budget ${row.budget.toFixed(2)}  ${withinBudget(row) ? 'within' : 'OVER'}`)
    .join('\n');
}
