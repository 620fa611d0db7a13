import type { Finding, Site } from '../../terms/finding.js';
import { sentenceOf } from '../../wording/sentence-of.js';
import { codeFrame } from '../code-frame.js';
import { groupByLocation, type LocationGroup } from '../group-by-location.js';
import type { Paint } from '../paint.js';
import { relativeName } from '../relative-name.js';
import type { Report } from '../report.js';
import { type Stage, traceOf } from '../trace-of.js';

const marks: Readonly<Record<Stage['kind'], string>> = { loop: '↻', step: '→', grows: '+', missing: '✗' };

function placeOf({ root }: Report, { file, line, column }: Site): string {
  return `${relativeName(root, file)}:${String(line)}:${String(column + 1)}`;
}

/** Lines of source with numbers, and a caret line under what is meant. */
export function frameLines(report: Pick<Report, 'textOf'>, site: Site, context: number, paint: Paint): readonly string[] {
  const lines = codeFrame(report.textOf(site.file), site, context);
  const width = Math.max(...lines.map(({ number }) => String(number).length));
  const gutter = (label: string): string => paint('dim', `${label.padStart(width)} │ `);
  return lines.flatMap(({ number, text, mark }) => {
    const line = `${gutter(String(number))}${mark === undefined ? paint('dim', text) : text}`;
    return mark === undefined ? [line] : [line, `${gutter('')}${' '.repeat(mark[0])}${paint('red', '^'.repeat(mark[1] - mark[0]))}`];
  });
}

function stageLines(report: Report, stage: Stage, paint: Paint): readonly string[] {
  const style = stage.kind === 'missing' || stage.kind === 'grows' ? 'red' : 'cyan';
  const head = `${paint(style, marks[stage.kind])} ${paint('bold', stage.name)} ${stage.says}  ${paint('dim', placeOf(report, stage.site))}`;
  const context = stage.kind === 'grows' ? 1 : 0;
  return [head, ...frameLines(report, stage.site, context, paint).map((line) => `  ${line}`)];
}

function findingLines(report: Report, finding: Finding, paint: Paint): readonly string[] {
  const verdict = finding.verdict === 'leak' ? paint('red', 'leak') : paint('yellow', 'possible');
  const stages = traceOf(finding).flatMap((stage) => stageLines(report, stage, paint));
  const head = `  ${placeOf(report, finding.site)}  ${verdict}  ${paint('dim', `leaks/${finding.question}`)}`;
  return [head, `  ${sentenceOf(finding)}`, '', ...stages.map((line) => `    ${line}`.trimEnd()), ''];
}

function groupLines(report: Report, { location, findings }: LocationGroup, paint: Paint): readonly string[] {
  const head = `${paint('bold', location.name)} ${paint('dim', `– ${location.role}, ${placeOf(report, location.site)}`)}`;
  return [head, '', ...findings.flatMap((finding) => findingLines(report, finding, paint))];
}

function count(n: number, one: string, many: string): string {
  return `${String(n)} ${n === 1 ? one : many}`;
}

/** How much was found and looked at, in one line. */
export function summaryOf({ findings, files }: Pick<Report, 'files' | 'findings'>): string {
  const where = `in ${count(files.length, 'file', 'files')}`;
  if (findings.length === 0) return `No leaks found ${where}`;
  const leaks = findings.filter(({ verdict }) => verdict === 'leak').length;
  const possible = findings.length - leaks;
  const parts = [...(leaks > 0 ? [count(leaks, 'leak', 'leaks')] : []), ...(possible > 0 ? [`${String(possible)} possible`] : [])];
  return `${parts.join(' and ')} at ${count(groupByLocation(findings).length, 'location', 'locations')} ${where}`;
}

/** Findings for a person at a terminal, by location, with the whole way from loop to growth. */
export function text(report: Report, paint: Paint): string {
  const groups = groupByLocation(report.findings).flatMap((group) => groupLines(report, group, paint));
  const summary = paint(report.findings.length === 0 ? 'green' : 'red', summaryOf(report));
  const more = report.findings.length === 0 ? [] : [paint('dim', 'Not a leak? npx eslint-plugin-leaks --explain FILE:LINE tells what decided.')];
  return [...groups, summary, ...more, ''].join('\n');
}
