/**
 * What the parts of a schedule are called. Computes names of its call, of its job and of the calls and waits on a run's
 * way, and the words for what fails to keep runs apart. Assumes that the reader has the source: long texts are cut.
 */
import type ts from 'typescript';

import type { Site, Step } from '../../terms/finding.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { peel } from '../../typescript/syntax.js';

import type { Overlap } from './appraise-schedule.js';
import type { LibraryGuard } from './library-guard.js';
import { adviceFor, type FaultyFlag, type LostPromise, unguardedOf } from './overlap-words.js';
import type { Schedule } from './schedules.js';
import { siteOf } from './site-of.js';
import type { Stage } from './waits-of.js';
import { nameOfFrame, short } from './wording.js';

/** A call on the way, or the wait itself. */
export function stepOf(view: ProgramView, { node }: Stage): Step {
  const { ts: tsc } = view;
  if (tsc.isForOfStatement(node)) return { name: `for await (… of ${short(node.expression.getText())})`, site: siteOf(node) };
  const waited = tsc.isAwaitExpression(node) ? node.expression : node;
  const operand = peel(tsc, waited);
  const given = tsc.isCallExpression(operand) || tsc.isNewExpression(operand) ? operand : undefined;
  const brackets = given === undefined ? '' : given.arguments === undefined || given.arguments.length === 0 ? '()' : '(…)';
  const name = `${given !== undefined && tsc.isNewExpression(given) ? 'new ' : ''}${short((given?.expression ?? operand).getText())}${brackets}`;
  return { name: tsc.isAwaitExpression(node) ? `await ${name}` : name, site: siteOf(node) };
}

/** The job, by the name of its function. */
export function nameOfJob(view: ProgramView, { call, job }: Schedule): string {
  const [frame] = job.frames;
  const name = frame === undefined ? 'function' : nameOfFrame(view, frame);
  return name === 'function' ? `${call.expression.getText()} callback` : name;
}

/** The call, construction or decorator that starts runs. */
export function nameOfSchedule({ ts: tsc }: ProgramView, { call }: Schedule): string {
  return tsc.isDecorator(call.parent) ? `@${short(call.getText())}` : `${tsc.isNewExpression(call) ? 'new ' : ''}${short(call.expression.getText())}()`;
}

/** Where a schedule is written. */
export function placeOfSchedule({ ts: tsc }: ProgramView, { call }: Schedule): ts.Node {
  return tsc.isDecorator(call.parent) ? call.parent : call;
}

function lineOf({ file, line }: Site): string {
  return `${file.split('/').at(-1) ?? file}:${String(line)}`;
}

/** What fails to keep runs apart at a wait, and what would. */
export interface OverlapWords {
  readonly unguarded: string;
  readonly advice: string;
  /** Whether the project's own flag or a promise that gets lost is to blame, which no option mends. */
  readonly own: boolean;
}

/** The words for an overlap. */
export function overlapWordsFor(view: ProgramView, { job, row }: Schedule, library: LibraryGuard, { guard, lost }: Overlap): OverlapWords {
  const flag: FaultyFlag | undefined = guard.state === 'held' || guard.state === 'none' ? undefined : { fault: guard.state, name: guard.name, place: lineOf(siteOf(guard.at)) };
  const promise: LostPromise | undefined = lost === undefined || row.guard === undefined ? undefined : { call: stepOf(view, lost).name, returnable: job.promises };
  return { unguarded: unguardedOf(library, flag, promise), advice: adviceFor(library, flag, promise), own: flag !== undefined || promise !== undefined };
}
