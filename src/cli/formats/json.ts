import type { Finding, Site } from '../../terms/finding.js';
import { sentenceOf } from '../../wording/sentence-of.js';
import { relativeName } from '../relative-name.js';
import type { Report } from '../report.js';
import { traceOf } from '../trace-of.js';

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

function placeOf({ root }: Report, { file, line, column }: Site): Place {
  return { file: relativeName(root, file), line, column: column + 1 };
}

function record(report: Report, finding: Finding): unknown {
  const { question, verdict, site, location, loop, advice } = finding;
  return {
    rule: `leaks/${question}`,
    verdict,
    message: sentenceOf(finding),
    ...placeOf(report, site),
    location: { name: location.name, role: location.role, ...placeOf(report, location.site) },
    ...(finding.form === 'growth' ? { gain: finding.gain, means: finding.means } : { pace: finding.pace, means: finding.wait.name }),
    loop: { turn: loop.turn, label: loop.label, ...placeOf(report, loop.site) },
    path: traceOf(finding).map((stage) => ({ kind: stage.kind, name: stage.name, says: stage.says, ...placeOf(report, stage.site) })),
    ...(finding.form === 'overlap' || finding.idleRemoval === undefined ? {} : { idleRemoval: placeOf(report, finding.idleRemoval) }),
    advice,
    suggestions: finding.suggestions,
  };
}

/** Findings for programs: one object, lines and columns from 1, file names relative to the folder it ran in. */
export function json(report: Report): string {
  const problems = report.problems.map(({ file, message }) => ({ file: relativeName(report.root, file), message }));
  const content = { files: report.files.length, findings: report.findings.map((finding) => record(report, finding)), problems, hints: report.hints };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
