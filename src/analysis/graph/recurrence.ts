/**
 * Whether, and by which loop, a frame runs again and again. Computes the shortest path of callers from an entry point
 * to the frame. Assumes every call and registration found may happen; code behind a once-guard, at start-up or in
 * tests does not repeat. A timer that a function sets for itself is a loop. Without a loop, being exported and called
 * by nobody, or handed to an unknown library, is weaker evidence and says so. How long instances live is answered here
 * too, because the two need each other: an instance lives for a turn when turns create it, and a once-guard kept in a
 * field holds only as long as the field's instance.
 */
import type ts from 'typescript';

import { memoPerProgram, type ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf, isWithin } from '../../typescript/syntax.js';
import { conditionsOn } from '../facts/conditions-on.js';

import { callersOf, creationsOf } from './callers-of.js';
import { continuesTurn, type Edge, startsTurn } from './edge.js';
import { type LoopStatement, loopStatementsAround } from './endless-iteration.js';
import { injectedLifetimeOf } from './injected-lifetime.js';
import { onceSwitchesOn } from './once-guard.js';

/** Why a frame runs again and again. */
export interface Recurrence {
  /** `loop`: proved by a loop; `exported`: anyone may call it; `unknown`: a library nobody modelled may. */
  readonly evidence: 'exported' | 'loop' | 'unknown';
  /** The registration, decorator or declaration that makes it an entry point; undefined for a loop statement. */
  readonly entry: Edge | undefined;
  readonly statement: LoopStatement | undefined;
  /** The calls from the entry point to the frame, in the order they run. */
  readonly path: readonly Edge[];
}

interface Visit {
  readonly frame: Frame;
  readonly path: readonly Edge[];
}

function isTimer(edge: Edge): boolean {
  return edge.pace === 'once' && edge.row?.owner === 'process' && edge.row.events === undefined;
}

/** Whether code is reached only while a comparison holds: retries that stop after some attempts. */
function hasCountedEnd(view: ProgramView, site: ts.Node): boolean {
  const { ts: tsc } = view;
  return conditionsOn(tsc, site, frameOf(tsc, site)).some(
    ({ test }) => tsc.isBinaryExpression(test) && test.operatorToken.kind >= tsc.SyntaxKind.LessThanToken && test.operatorToken.kind <= tsc.SyntaxKind.GreaterThanEqualsToken,
  );
}

/**
 * A timer that what it runs sets again: the timer and the calls from it to the start, when this edge comes from a frame
 * that the path already goes through.
 */
function rescheduling(view: ProgramView, edge: Edge, { frame, path }: Visit, start: Frame): Recurrence | undefined {
  const full = [edge, ...path];
  const onPath = isWithin(edge.frame, frame) || edge.frame === start || path.some((step) => step.frame === edge.frame);
  const timer = full.findLastIndex((step) => isTimer(step));
  const entry = full[timer];
  const ends = full.slice(0, timer + 1).some((step) => hasCountedEnd(view, step.site));
  return onPath && !ends && entry !== undefined ? { evidence: 'loop', entry, statement: undefined, path: full.slice(timer + 1) } : undefined;
}

function search(view: ProgramView, start: Frame): Recurrence | undefined {
  const seen = new Set<Frame>([start]);
  let weaker: Recurrence | undefined;
  const queue: Visit[] = [{ frame: start, path: [] }];
  for (let visit = queue.shift(); visit !== undefined; visit = queue.shift()) {
    const next: Visit[] = [];
    for (const edge of callersOf(view, visit.frame)) {
      if (isOnceGuarded(view, edge.site)) continue;
      const [statement] = loopStatementsAround(view, edge.site, edge.frame);
      if (edge.pace === 'call' && statement !== undefined) return { evidence: 'loop', entry: undefined, statement, path: [edge, ...visit.path] };
      const timer = continuesTurn(edge) ? rescheduling(view, edge, visit, start) : undefined;
      if (timer !== undefined) return timer;
      if (startsTurn(edge)) return { evidence: 'loop', entry: edge, statement: undefined, path: visit.path };
      if (edge.pace === 'exported') weaker ??= { evidence: 'exported', entry: edge, statement: undefined, path: visit.path };
      if (edge.pace === 'unknown' && weaker?.evidence !== 'exported') weaker ??= { evidence: 'unknown', entry: edge, statement: undefined, path: visit.path };
      if (continuesTurn(edge) && !seen.has(edge.frame)) {
        seen.add(edge.frame);
        next.push({ frame: edge.frame, path: [edge, ...visit.path] });
      }
    }
    queue.push(...next);
    if (seen.size > 2000) break;
  }
  return weaker;
}

const answers = memoPerProgram<Frame, { readonly found: Recurrence | undefined }>(
  () => ({ found: undefined }),
  (view, frame) => ({ found: search(view, frame) }),
);

/** The nearest loop that runs a frame, or the weaker evidence; undefined when it runs at start-up only, or never. */
export function recurrenceOf(view: ProgramView, frame: Frame): Recurrence | undefined {
  return answers(view, frame).found;
}

/** Whether a proved loop runs the frame. */
export function runsInLoop(view: ProgramView, frame: Frame): boolean {
  return recurrenceOf(view, frame)?.evidence === 'loop';
}

/** Whether start-up code calls the frame: some chain of callers ends in a module's own code. */
export function runsAtStart(view: ProgramView, frame: Frame): boolean {
  const seen = new Set<Frame>([frame]);
  const queue: Frame[] = [frame];
  for (let current = queue.shift(); current !== undefined; current = queue.shift()) {
    for (const edge of callersOf(view, current)) {
      if (edge.pace === 'start') return true;
      if ((edge.pace !== 'call' && edge.pace !== 'now') || statementsAround(view, edge.site, edge.frame) !== undefined) continue;
      if (view.ts.isSourceFile(edge.frame)) return true;
      if (!seen.has(edge.frame)) {
        seen.add(edge.frame);
        queue.push(edge.frame);
      }
    }
  }
  return false;
}

/** The node's own frame and position: the unit that questions about one place in the source are asked of. */
export function statementsAround(view: ProgramView, node: ts.Node, frame: Frame): LoopStatement | undefined {
  return loopStatementsAround(view, node, frame)[0];
}

/** `process`: all outlive every turn; `turn`: all die with one; `mixed`: it depends on the path; `unseen`: nothing creates any. */
export type InstanceLifetime = 'mixed' | 'process' | 'turn' | 'unseen';

function lifetimeOfCreation(view: ProgramView, edge: Edge): InstanceLifetime {
  if (isOnceGuarded(view, edge.site)) return 'process';
  if (statementsAround(view, edge.site, edge.frame) !== undefined) return 'turn';
  const recurrence = recurrenceOf(view, edge.frame);
  return recurrence === undefined ? 'process' : recurrence.evidence === 'loop' ? 'turn' : 'mixed';
}

const instanceLifetimes = memoPerProgram<ts.ClassLikeDeclaration, InstanceLifetime>(
  () => 'mixed',
  (view, declaration) => {
    const injected = injectedLifetimeOf(view, declaration);
    if (injected !== undefined) return injected;
    const creations = creationsOf(view, declaration).filter((edge) => edge.pace === 'call');
    if (creations.length === 0) return 'unseen';
    const lifetimes = new Set(creations.map((edge) => lifetimeOfCreation(view, edge)));
    const [only] = lifetimes;
    return lifetimes.size === 1 && only !== undefined ? only : 'mixed';
  },
);

/** How long instances of a class live, heirs included. An instance made at start-up is taken to be kept. */
export function instanceLifetimeOf(view: ProgramView, declaration: ts.ClassLikeDeclaration): InstanceLifetime {
  return instanceLifetimes(view, declaration);
}

/** Whether a switch that outlives the turns lets this node run only the first time. */
export function isOnceGuarded(view: ProgramView, node: ts.Node): boolean {
  return onceSwitchesOn(view, node).some(({ owner }) => owner === undefined || instanceLifetimeOf(view, owner) !== 'turn');
}
