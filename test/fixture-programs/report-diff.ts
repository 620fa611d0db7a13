// Compares what a fixture's comments promise with what the rules said, and words every difference as a line to read.

import { isDue, type Expectation, type Preset } from './expectations.js';

/** One message of the linter, with the rule's namespace taken off. */
export interface Report {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

/** The differences under one preset, in order of place; empty when every promise is kept. */
export function reportDiff(expectations: readonly Expectation[], reports: readonly Report[], preset: Preset): string[] {
  const open = expectations.filter((one) => isDue(one, preset));
  const lines: [string, number, string][] = [];
  for (const report of reports) {
    const match = open.findIndex((one) => one.file === report.file && one.line === report.line && one.rule === report.rule);
    if (match >= 0) open.splice(match, 1);
    else lines.push([report.file, report.line, `${explain(report, expectations)} ${report.rule} ${report.message}`]);
  }
  for (const { file, line, rule, kind } of open) {
    lines.push([file, line, `${kind === 'false-alarm' ? 'no longer reported, remove its mark:' : 'missing:'} ${rule}`]);
  }
  return lines
    .sort(([fileA, lineA, textA], [fileB, lineB, textB]) => fileA.localeCompare(fileB) || lineA - lineB || textA.localeCompare(textB))
    .map(([file, line, text]) => `${preset}: ${file}:${String(line)} ${text}`);
}

function explain(report: Report, expectations: readonly Expectation[]): string {
  const mark = expectations.find((one) => one.file === report.file && one.line === report.line && one.rule === report.rule);
  if (mark?.kind === 'missed') return 'no longer missed, turn its mark into "leak":';
  if (mark?.kind === 'possible') return 'reported although only possible:';
  return mark === undefined ? 'unexpected:' : 'reported once too often:';
}
