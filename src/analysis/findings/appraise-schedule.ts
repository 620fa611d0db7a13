/**
 * Whether runs of a schedule may overlap. Computes for each thing that a run waits for whether the next run may start
 * meanwhile, and how sure that is; or what keeps it away. Assumes that a wait may take as long as the time between runs
 * when that is short, and hardly ever when it is long. Gives up locks out of sight: their names only raise a doubt.
 */
import type ts from 'typescript';

import type { Verdict } from '../../terms/finding.js';
import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { around, frameOf, isWithin } from '../../typescript/syntax.js';
import { runsInLoop } from '../graph/recurrence.js';
import { referencesOf } from '../summaries/references.js';

import { type LibraryGuard, libraryGuardOf } from './library-guard.js';
import { type RunGuard, runGuardOf } from './run-guard.js';
import { type Distance, type Pacing, pacingOf } from './schedule-distance.js';
import type { Schedule } from './schedules.js';
import { type Stage, type Wait, waitsOf } from './waits-of.js';

/** Runs that start at most so far apart overlap as soon as what they wait for stalls: a request waits that long by default. */
const shortDistance = 5 * 60_000;
/** Beyond this a run that is still under way is broken in other ways. */
const longDistance = 60 * 60_000;

/** What keeps the next run away, or makes it no concern. */
export type Apart = 'flag' | 'forgotten' | 'option' | 'stopped';

/** Why an overlap is not certain. */
export type Doubt = 'forgotten' | 'jobs' | 'lock' | 'option' | 'pace' | 'promise' | 'rescheduled' | 'slow' | 'stopped' | 'throws';

/** A wait during which the next run may start. */
export interface Overlap {
  readonly guard: RunGuard;
  readonly verdict: Verdict;
  /** The call whose promise is not passed on to the library. */
  readonly lost: Stage | undefined;
  /** None for a leak. */
  readonly doubts: readonly Doubt[];
}

/** A wait and what it comes to. */
export interface AppraisedWait {
  readonly wait: Wait;
  readonly answer: Apart | Overlap;
}

/** All that decides about a schedule. */
export interface Appraisal {
  readonly library: LibraryGuard;
  /** How far apart runs start; a library's own lock may put them farther apart than the schedule does. */
  readonly pacing: Pacing;
  /** Whether runs start too far apart to meet. */
  readonly seldom: boolean;
  readonly waits: readonly AppraisedWait[];
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

interface Evidence {
  readonly distance: Distance | 'unknown';
  readonly library: LibraryGuard;
}

function held(all: readonly (readonly [Doubt, boolean])[]): readonly Doubt[] {
  return all.flatMap(([doubt, holds]) => (holds ? [doubt] : []));
}

/** Why a schedule gives no more than a suspicion, whatever its job does. */
function doubtsAbout({ job }: Schedule, { distance, library }: Evidence): readonly Doubt[] {
  return held([
    ['pace', distance === 'unknown'],
    ['slow', distance !== 'unknown' && distance.shortest > shortDistance],
    ['jobs', job.frames.length !== 1],
    ['option', library.state === 'unknown'],
  ]);
}

function doubtsAt(view: ProgramView, schedule: Schedule, wait: Wait, guard: RunGuard, stopped: boolean): readonly Doubt[] {
  return held([
    ['promise', !wait.certain],
    ['forgotten', forgottenAt(wait) >= 1],
    ['throws', guard.state === 'stuck'],
    ['stopped', stopped],
    ['lock', mayBeExclusive(view, wait)],
    ['rescheduled', runsInLoop(view, frameOf(view.ts, schedule.call))],
  ]);
}

function answerOf(view: ProgramView, schedule: Schedule, wait: Wait, evidence: Evidence): Apart | Overlap {
  const lost = schedule.job.promises ? wait.stages.find(({ handedOn }) => !handedOn) : wait.stages[0];
  if (evidence.library.state === 'on' && lost === undefined) return 'option';
  if (forgottenAt(wait) > 1) return 'forgotten';
  const guard = runGuardOf(view, wait);
  if (guard.state === 'held') return 'flag';
  const stopped = stops(view, schedule, wait);
  if (stopped === 'before') return 'stopped';
  const doubts = [...doubtsAbout(schedule, evidence), ...doubtsAt(view, schedule, wait, guard, stopped === 'somewhere')];
  return { guard, verdict: doubts.length === 0 ? 'leak' : 'possible', lost, doubts };
}

/** Weighs what a schedule says and what its job waits for; the job is not followed when that cannot come to the verdict asked for. */
export function appraise(view: ProgramView, schedule: Schedule, least: Verdict): Appraisal {
  const { call, job, row, starts } = schedule;
  const set = pacingOf(view, starts, row.every);
  const library = libraryGuardOf(view, call, row.guard);
  if (set === 'once') return { library, pacing: set, seldom: false, waits: [] };
  const distance = set === 'unknown' || library.lock === undefined ? set : { ...set, shortest: Math.max(set.shortest, library.lock) };
  const seldom = distance !== 'unknown' && distance.shortest > longDistance;
  const evidence = { distance, library };
  if (seldom || (least === 'leak' && doubtsAbout(schedule, evidence).length > 0)) return { library, pacing: distance, seldom, waits: [] };
  const waits = job.frames.flatMap((frame) => waitsOf(view, frame, distance === 'unknown' ? undefined : distance.shortest));
  return { library, pacing: distance, seldom, waits: waits.map((wait) => ({ wait, answer: answerOf(view, schedule, wait, evidence) })) };
}

/** The wait that tells most of a schedule whose runs overlap: a certain overlap before a possible one, and the first of each. */
export function worstOf({ waits }: Appraisal): { readonly wait: Wait; readonly overlap: Overlap } | undefined {
  const overlaps = waits.flatMap(({ wait, answer }) => (typeof answer === 'string' ? [] : [{ wait, overlap: answer }]));
  return overlaps.find(({ overlap }) => overlap.verdict === 'leak') ?? overlaps[0];
}
