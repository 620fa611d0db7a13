/**
 * The schedules of a file whose runs may overlap. Computes for each how far apart its runs start, what a run waits for,
 * and whether the library's option or a flag of the project's own keeps the next run away until then. Assumes that a
 * wait may take as long as the time between runs when that is short, and hardly ever when it is long.
 */
import type ts from 'typescript';

import type { OverlapFinding, Site, Step, Verdict } from '../../terms/finding.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { around, frameOf, isWithin, peel } from '../../typescript/syntax.js';
import { declarationAt } from '../../typescript/declaration-of.js';
import { runsInLoop } from '../graph/recurrence.js';
import { referencesOf } from '../summaries/references.js';

import { type LibraryGuard, libraryGuardOf } from './library-guard.js';
import { adviceFor, type FaultyFlag, type LostPromise, paceOf, unguardedOf } from './overlap-words.js';
import { type RunGuard, runGuardOf } from './run-guard.js';
import { type Distance, pacingOf } from './schedule-distance.js';
import { type Schedule, schedulesIn } from './schedules.js';
import { siteOf } from './site-of.js';
import { type Stage, type Wait, waitsOf } from './waits-of.js';
import { nameOfFrame, short } from './wording.js';

/** Runs that start at most so far apart overlap as soon as what they wait for stalls: a request waits that long by default. */
const shortDistance = 5 * 60_000;
/** Beyond this a run that is still under way is broken in other ways. */
const longDistance = 60 * 60_000;

function stepOf(view: ProgramView, { node }: Stage): Step {
  const { ts: tsc } = view;
  if (tsc.isForOfStatement(node)) return { name: `for await (… of ${short(node.expression.getText())})`, site: siteOf(node) };
  const waited = tsc.isAwaitExpression(node) ? node.expression : node;
  const operand = peel(tsc, waited);
  const given = tsc.isCallExpression(operand) || tsc.isNewExpression(operand) ? operand : undefined;
  const brackets = given === undefined ? '' : given.arguments === undefined || given.arguments.length === 0 ? '()' : '(…)';
  const name = `${given !== undefined && tsc.isNewExpression(given) ? 'new ' : ''}${short((given?.expression ?? operand).getText())}${brackets}`;
  return { name: tsc.isAwaitExpression(node) ? `await ${name}` : name, site: siteOf(node) };
}

function nameOfJob(view: ProgramView, { call, job }: Schedule): string {
  const [frame] = job.frames;
  const name = frame === undefined ? 'function' : nameOfFrame(view, frame);
  return name === 'function' ? `${call.expression.getText()} callback` : name;
}

function placeOf({ file, line }: Site): string {
  return `${file.split('/').at(-1) ?? file}:${String(line)}`;
}

/** What a schedule's handle is kept as: a variable or field that the job may stop it by. */
function handleOf(view: ProgramView, call: ts.Node): ts.Declaration | undefined {
  const { ts: tsc } = view;
  const { parent } = call;
  if (tsc.isVariableDeclaration(parent) || tsc.isPropertyDeclaration(parent)) return parent;
  if (!tsc.isBinaryExpression(parent) || parent.right !== call) return undefined;
  return declarationAt(view, tsc.isPropertyAccessExpression(parent.left) ? parent.left.name : parent.left);
}

/** Whether the way to a wait stops the schedule: before the wait, or at all. */
function stops(view: ProgramView, schedule: Schedule, { stages }: Wait): 'before' | 'never' | 'somewhere' {
  const handle = handleOf(view, schedule.call);
  const uses = handle === undefined ? [] : referencesOf(view, handle).filter((reference) => stages.some(({ frame }) => isWithin(reference, frame)));
  if (uses.length === 0) return 'never';
  return uses.some((use) => stages.some(({ frame, node }) => frameOf(view.ts, use) === frame && use.end <= node.pos)) ? 'before' : 'somewhere';
}

/** Words of what may keep runs apart where it cannot be seen: a lock in a database, an election. Only to doubt, never to accuse. */
const exclusive = /acquire|exclusive|leader|lock|mutex|semaphore/iu;

function mayBeExclusive(view: ProgramView, { stages }: Wait): boolean {
  const { ts: tsc } = view;
  const isCallNamedSo = (node: ts.Node): boolean => tsc.isCallExpression(node) && exclusive.test(node.expression.getText().split('.').slice(-2).join('.'));
  return stages.some(({ frame, node }) => {
    let found = [...around(node)].some((outer) => isWithin(outer, frame) && isCallNamedSo(outer));
    const visit = (inner: ts.Node): void => {
      if (found || inner.pos >= node.end) return;
      if (isCallNamedSo(inner)) found = true;
      else tsc.forEachChild(inner, visit);
    };
    visit(frame);
    return found;
  });
}

/**
 * How far from the job the first promise is that nobody follows: started by the job itself it is the job's own work,
 * farther in it is more and more what somebody chose to forget.
 */
function forgottenAt({ stages }: Wait): number {
  return stages.findIndex(({ handedOn }) => !handedOn);
}

interface Overlap {
  readonly wait: Wait;
  readonly guard: RunGuard;
  readonly verdict: Verdict;
  /** The call whose promise is not passed on to the library. */
  readonly lost: Stage | undefined;
}

function overlapOf(view: ProgramView, schedule: Schedule, wait: Wait, library: LibraryGuard, distance: Distance | 'unknown'): Overlap | undefined {
  const lost = schedule.job.promises ? wait.stages.find(({ handedOn }) => !handedOn) : wait.stages[0];
  if (library.state === 'on' && lost === undefined) return undefined;
  const forgotten = forgottenAt(wait);
  if (forgotten > 1) return undefined;
  const guard = runGuardOf(view, wait);
  if (guard.state === 'held') return undefined;
  const stopped = stops(view, schedule, wait);
  if (stopped === 'before') return undefined;
  const certain =
    !isDoubtful(schedule.job, library, distance) &&
    wait.certain &&
    forgotten < 1 &&
    guard.state !== 'stuck' &&
    stopped === 'never' &&
    !mayBeExclusive(view, wait) &&
    !runsInLoop(view, frameOf(view.ts, schedule.call));
  return { wait, guard, verdict: certain ? 'leak' : 'possible', lost };
}

/** Whether a schedule is too little known, or too slow, for more than a suspicion: then its job need not be followed. */
function isDoubtful(job: Schedule['job'], library: LibraryGuard, distance: Distance | 'unknown'): boolean {
  return distance === 'unknown' || distance.shortest > shortDistance || job.frames.length !== 1 || library.state === 'unknown';
}

function findingFor(view: ProgramView, schedule: Schedule, least: Verdict): OverlapFinding | undefined {
  const { call, job, row } = schedule;
  const pacing = pacingOf(view, call, row.every);
  const library = libraryGuardOf(view, call, row.guard);
  if (pacing === 'once') return undefined;
  const distance = pacing === 'unknown' || library.lock === undefined ? pacing : { ...pacing, shortest: Math.max(pacing.shortest, library.lock) };
  if (distance !== 'unknown' && distance.shortest > longDistance) return undefined;
  if (least === 'leak' && isDoubtful(job, library, distance)) return undefined;
  const waits = job.frames.flatMap((frame) => waitsOf(view, frame, distance === 'unknown' ? undefined : distance.shortest));
  const overlaps = waits.flatMap((wait) => overlapOf(view, schedule, wait, library, distance) ?? []);
  const overlap = overlaps.find(({ verdict }) => verdict === 'leak') ?? overlaps[0];
  if (overlap === undefined || (least === 'leak' && overlap.verdict !== 'leak')) return undefined;
  const { guard, verdict, wait } = overlap;
  const flag: FaultyFlag | undefined = guard.state === 'held' || guard.state === 'none' ? undefined : { fault: guard.state, name: guard.name, place: placeOf(siteOf(guard.at)) };
  const lost: LostPromise | undefined = overlap.lost === undefined || row.guard === undefined ? undefined : { call: stepOf(view, overlap.lost).name, returnable: job.promises };
  const start = siteOf(view.ts.isDecorator(call.parent) ? call.parent : call);
  const { file, line, column } = start;
  const steps = wait.stages.map((stage) => stepOf(view, stage));
  return {
    form: 'overlap',
    question: 'no-overlapping-schedule',
    verdict,
    site: { file, line, column, start: start.start, end: call.expression.end },
    location: { name: nameOfJob(view, schedule), role: 'job', site: siteOf(job.frames[0] ?? job.node) },
    loop: { turn: 'run', label: view.ts.isDecorator(call.parent) ? `@${short(call.getText())}` : `${view.ts.isNewExpression(call) ? 'new ' : ''}${short(call.expression.getText())}()`, site: start },
    pace: paceOf(distance),
    outcome: flag?.fault === 'stuck' ? 'stops' : 'overlaps',
    steps: steps.slice(0, -1),
    wait: steps.at(-1) ?? { name: 'wait', site: start },
    unguarded: unguardedOf(library, flag, lost),
    advice: adviceFor(library, flag, lost),
    suggestion: flag === undefined && lost === undefined ? library.suggestion : undefined,
  };
}

/** The schedules of a file whose runs may overlap, as far as that comes to at least this verdict, in source order. */
export function overlapFindingsIn(view: ProgramView, file: ts.SourceFile, least: Verdict): readonly OverlapFinding[] {
  return schedulesIn(view, file).flatMap((schedule) => findingFor(view, schedule, least) ?? []);
}
