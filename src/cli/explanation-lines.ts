import type { ExplainedPlace, ExplainedWait, Explanation, GrowthExplanation, OverlapExplanation, Reach } from '../terms/explanation.js';
import type { LoopEvidence, Site, Step } from '../terms/finding.js';
import { sentenceOf } from '../wording/sentence-of.js';

import { frameLines } from './formats/text.js';
import type { Paint } from './paint.js';

/** What explanations are printed with. */
export interface Sheet {
  readonly place: (site: Site) => string;
  readonly paint: Paint;
  readonly textOf: (file: string) => string;
  /** Whether possible leaks are reported as well. */
  readonly strict: boolean;
}

const colours = { leak: 'red', possible: 'yellow', safe: 'green' } as const;

function pathLine({ place, paint }: Sheet, loop: LoopEvidence, steps: readonly Step[]): string {
  const way = [`${loop.label} ${paint('dim', `(${place(loop.site)}, every ${loop.turn})`)}`, ...steps.map((step) => `${step.name} ${paint('dim', `(${place(step.site)})`)}`)];
  return way.join(' → ');
}

const evidences: Readonly<Record<Reach['evidence'], string>> = {
  loop: 'a loop, proved',
  exported: 'no loop is seen, but the code is exported and anybody may call it',
  offered: 'no loop is seen, but whoever creates an instance of the exported class may call it',
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
    `  verdict:   ${sheet.paint(colours[reach.verdict], reach.verdict)}`,
  ];
}

function placeLines(sheet: Sheet, { name, passing, reaches }: ExplainedPlace): readonly string[] {
  if (passing !== undefined) return [`\`${name}\` ${passing}`];
  return [`\`${name}\` outlives ${reaches.length === 1 ? 'a loop' : `${String(reaches.length)} loops`} that reach${reaches.length === 1 ? 'es' : ''} this code:`, ...reaches.flatMap((reach) => reachLines(sheet, reach)).map((line) => `  ${line}`)];
}

function heading(sheet: Sheet, what: string, site: Site): readonly string[] {
  return [`${sheet.paint('bold', what)}  ${sheet.paint('dim', sheet.place(site))}`, ...frameLines(sheet, site, 0, sheet.paint), ''];
}

function verdictLines({ paint, strict }: Sheet, { because, finding }: Explanation): readonly string[] {
  if (finding === undefined) return [`${paint('green', 'Not reported')}: ${because}.`, ''];
  const shown = finding.verdict === 'leak' || strict;
  return [`${paint('red', shown ? 'Reported' : 'Reported with --strict only')}: ${because}.`, sentenceOf(finding), ''];
}

function growthLines(sheet: Sheet, explanation: GrowthExplanation): readonly string[] {
  const { gain, growth, means, nearest, places } = explanation;
  const loop = nearest === undefined ? 'none' : pathLine(sheet, nearest.loop, nearest.steps);
  return [
    ...heading(sheet, `${means} would add ${gain}`, growth),
    ...verdictLines(sheet, explanation),
    `Nearest loop: ${loop}`,
    'Places it may add to:',
    ...(places.length === 0 ? ['  none'] : places.flatMap((place) => placeLines(sheet, place)).map((line) => `  ${line}`)),
  ];
}

function waitLines({ paint, place }: Sheet, { because, steps, verdict }: ExplainedWait): readonly string[] {
  const way = steps.map(({ name, site }) => `${name} ${paint('dim', `(${place(site)})`)}`);
  return [`→ ${way.join(' → ')}`, `  next run:  ${because}`, `  verdict:   ${paint(colours[verdict], verdict)}`];
}

function scheduleLines(sheet: Sheet, explanation: OverlapExplanation): readonly string[] {
  const { job, means, pace, schedule, waits } = explanation;
  return [
    ...heading(sheet, `${means} would start a run ${pace}`, schedule),
    ...verdictLines(sheet, explanation),
    `Job: ${job.name} ${sheet.paint('dim', `(${sheet.place(job.site)})`)}`,
    'What a run waits for:',
    ...(waits.length === 0 ? ['  nothing that matters'] : waits.flatMap((wait) => waitLines(sheet, wait)).map((line) => `  ${line}`)),
  ];
}

/** The lines of one explanation, ended by an empty one. */
export function explanationLines(sheet: Sheet, explanation: Explanation): readonly string[] {
  const { unknown } = explanation;
  const lines = explanation.form === 'growth' ? growthLines(sheet, explanation) : scheduleLines(sheet, explanation);
  return [...lines, `Unknown: ${unknown.length === 0 ? 'nothing' : unknown.join('; ')}`, ''];
}
