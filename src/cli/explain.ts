import { resolve } from 'node:path';

import type { ExplainedPlace, Explanation, Reach } from '../terms/explanation.js';
import type { LoopEvidence, Site, Step } from '../terms/finding.js';
import { sentenceOf } from '../wording/sentence-of.js';

import { checkProjects } from './check.js';
import { CouldNotRunError } from './could-not-run.js';
import { frameLines } from './formats/text.js';
import type { Options } from './options.js';
import type { Paint } from './paint.js';
import type { Progress } from './progress.js';
import { findProjects } from './projects/find-projects.js';
import { relativeName } from './relative-name.js';

interface Sheet {
  readonly place: (site: Site) => string;
  readonly paint: Paint;
  readonly textOf: (file: string) => string;
}

function pathLine({ place, paint }: Sheet, loop: LoopEvidence, steps: readonly Step[]): string {
  const way = [`${loop.label} ${paint('dim', `(${place(loop.site)}, every ${loop.turn})`)}`, ...steps.map((step) => `${step.name} ${paint('dim', `(${place(step.site)})`)}`)];
  return way.join(' → ');
}

const evidences: Readonly<Record<Reach['evidence'], string>> = {
  loop: 'a loop, proved',
  exported: 'no loop is seen, but the code is exported and anybody may call it',
  unknown: 'a library without a model gets the callback',
};

function reachLines(sheet: Sheet, reach: Reach): readonly string[] {
  const { bound } = reach;
  const at = bound.site === undefined ? '' : ` ${sheet.paint('dim', sheet.place(bound.site))}`;
  const certainty = reach.certain ? '' : ', though not every step on the way is certain';
  return [
    `↻ ${pathLine(sheet, reach.loop, reach.steps)}`,
    `  repeats:   ${evidences[reach.evidence]}`,
    `  outlives:  \`${reach.place}\`, ${reach.role}${certainty}`,
    `  bound:     ${bound.because}${at}`,
    `  verdict:   ${sheet.paint(reach.verdict === 'leak' ? 'red' : reach.verdict === 'possible' ? 'yellow' : 'green', reach.verdict)}`,
  ];
}

function placeLines(sheet: Sheet, { name, passing, reaches }: ExplainedPlace): readonly string[] {
  if (passing !== undefined) return [`\`${name}\` ${passing}`];
  return [`\`${name}\` outlives ${reaches.length === 1 ? 'a loop' : `${String(reaches.length)} loops`} that reach${reaches.length === 1 ? 'es' : ''} this code:`, ...reaches.flatMap((reach) => reachLines(sheet, reach)).map((line) => `  ${line}`)];
}

function explanationLines(sheet: Sheet, { growth, finding, because, nearest, places, unknown, gain, means }: Explanation, strict: boolean): readonly string[] {
  const { paint } = sheet;
  const shown = finding !== undefined && (finding.verdict === 'leak' || strict);
  const verdict = finding === undefined ? 'Not reported' : shown ? 'Reported' : 'Reported with --strict only';
  const loop = nearest === undefined ? 'none' : pathLine(sheet, nearest.loop, nearest.steps);
  return [
    `${paint('bold', `${means} would add ${gain}`)}  ${paint('dim', sheet.place(growth))}`,
    ...frameLines(sheet, growth, 0, paint),
    '',
    `${paint(finding === undefined ? 'green' : 'red', verdict)}: ${because}.`,
    ...(finding === undefined ? [] : [sentenceOf(finding)]),
    '',
    `Nearest loop: ${loop}`,
    'Places it may add to:',
    ...(places.length === 0 ? ['  none'] : places.flatMap((place) => placeLines(sheet, place)).map((line) => `  ${line}`)),
    `Unknown: ${unknown.length === 0 ? 'nothing' : unknown.join('; ')}`,
    '',
  ];
}

/**
 * Tells why the growths on a line are reported, or why not.
 * @throws {CouldNotRunError} when no program has the file.
 */
export function explain(options: Options, cwd: string, paint: Paint, progress: Progress): string {
  const { file: given, line } = options.explain ?? { file: '', line: 0 };
  const file = resolve(cwd, given).replaceAll('\\', '/');
  const root = cwd.replaceAll('\\', '/');
  for (const { loaded, analysis, files } of checkProjects(findProjects([given, ...options.paths], cwd), options, progress)) {
    const source = files.includes(file) ? loaded.program.getSourceFile(file) : undefined;
    if (source === undefined) continue;
    progress.end();
    const lines = source.text.split('\n').length;
    if (line < 1 || line > lines) throw new CouldNotRunError(`${given} has ${String(lines)} lines, so that there is no line ${String(line)}.`);
    const sheet: Sheet = {
      place: (site) => `${relativeName(root, site.file)}:${String(site.line)}:${String(site.column + 1)}`,
      paint,
      textOf: (name) => loaded.program.getSourceFile(name)?.text ?? '',
    };
    const explanations = analysis.explain(file, line);
    if (explanations.length === 0) return `${given}:${String(line)}: nothing on this line adds to anything, as far as the engine knows the forms of growth.\n`;
    return explanations.flatMap((explanation) => explanationLines(sheet, explanation, options.least === 'possible')).join('\n');
  }
  throw new CouldNotRunError(`${given} belongs to no program: no tsconfig includes it.`);
}
