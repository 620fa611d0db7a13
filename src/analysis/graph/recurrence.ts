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
import { conditionsInFrame } from '../facts/conditions-on.js';

import { bindingsMaking } from './bindings.js';
import { type CallContext, contextAbove, noContext, sameContext } from './call-context.js';
import { creationsOf } from './callers-of.js';
import { continuesTurn, type Edge, startsTurn } from './edge.js';
import { type LoopStatement, loopStatementsAround } from './endless-iteration.js';
import { isForFirstRun } from './first-run.js';
import { injectedLifetimeOf } from './injected-lifetime.js';
import { liveCallersOf } from './live-callers-of.js';
import { onceSwitchesOn } from './once-guard.js';
import { isShutOut, needsSomethingMissing } from './shut-out.js';

/** Why a frame runs again and again. */
export interface Recurrence {
  /** `loop`: proved by a loop; `exported`: anyone may call it; `offered`: whoever creates the instance may; `unknown`: a library nobody modelled may. */
  readonly evidence: 'exported' | 'loop' | 'offered' | 'unknown';
  /** The registration, decorator or declaration that makes it an entry point; undefined for a loop statement. */
  readonly entry: Edge | undefined;
  readonly statement: LoopStatement | undefined;
  /** The calls from the entry point to the frame, in the order they run. */
  readonly path: readonly Edge[];
}

/** A frame on the way up, and the edge and visit it was reached from: the path is read off when it is needed. */
interface Visit {
  readonly frame: Frame;
  readonly context: CallContext;
  readonly edge: Edge | undefined;
  readonly below: Visit | undefined;
  /** Whether the way up went through something that is run when the program starts. */
  readonly starts: boolean;
  /** Whether a program may come this way only once, to set itself up. */
  readonly doubtful: boolean;
}

/** The calls from a visited frame down to the start, in the order they run. */
function pathOf(visit: Visit): readonly Edge[] {
  const path: Edge[] = [];
  for (let at: Visit | undefined = visit; at?.edge !== undefined; at = at.below) path.push(at.edge);
  return path;
}

/** Whether code is reached only while a comparison holds: retries that stop after some attempts. */
function hasCountedEnd(view: ProgramView, site: ts.Node): boolean {
  const { ts: tsc } = view;
  return conditionsInFrame(tsc, site).some(
    ({ test }) => tsc.isBinaryExpression(test) && test.operatorToken.kind >= tsc.SyntaxKind.LessThanToken && test.operatorToken.kind <= tsc.SyntaxKind.GreaterThanEqualsToken,
  );
}

/**
 * A timer or one-shot listener that what it runs sets again: the registration and the calls from it to the start, when
 * this edge comes from a frame that the path already goes through.
 */
function rescheduling(view: ProgramView, edge: Edge, visit: Visit, start: Frame): Recurrence | undefined {
  const full = [edge, ...pathOf(visit)];
  const onPath = isWithin(edge.frame, visit.frame) || edge.frame === start || full.some((step, i) => i > 0 && step.frame === edge.frame);
  const timer = full.findLastIndex((step) => step.pace === 'once');
  const entry = full[timer];
  const ends = full.slice(0, timer + 1).some((step) => hasCountedEnd(view, step.site));
  return onPath && !ends && entry !== undefined ? { evidence: 'loop', entry, statement: undefined, path: full.slice(timer + 1) } : undefined;
}

/** What one edge says by itself: a loop, or evidence that counts when no loop is found. */
function evidenceOf(view: ProgramView, edge: Edge, visit: Visit, renewed: Recurrence | undefined): Recurrence | undefined {
  const [statement] = loopStatementsAround(view, edge.site, edge.frame);
  if (edge.pace === 'call' && statement !== undefined) return { evidence: 'loop', entry: undefined, statement, path: [edge, ...pathOf(visit)] };
  if (renewed !== undefined) return renewed;
  if (startsTurn(edge)) return { evidence: 'loop', entry: edge, statement: undefined, path: pathOf(visit) };
  if (edge.pace === 'exported' || edge.pace === 'offered' || edge.pace === 'unknown') return { evidence: edge.pace, entry: edge, statement: undefined, path: pathOf(visit) };
  return undefined;
}

const mostVisits = 2000;

function search(view: ProgramView, start: Frame, context: CallContext, site?: ts.Node): Recurrence | undefined {
  const seen = new Map<Frame, CallContext[]>([[start, [context]]]);
  const narrow = new Set<ts.Node>();
  let weaker: Recurrence | undefined;
  const queue: Visit[] = [{ frame: start, context, edge: undefined, below: undefined, starts: false, doubtful: false }];
  for (const [visits, visit] of queue.entries()) {
    if (visits > mostVisits) break;
    const reached = visit.edge?.site ?? site;
    for (const edge of liveCallersOf(view, visit.frame)) {
      if (reached !== undefined && isShutOut(view, reached, edge)) continue;
      const above = contextAbove(visit.context, visit.frame, edge);
      // What a switch lets happen once may be the start of a loop, whose turns come again.
      if (above === undefined || (continuesTurn(edge) && edge.pace !== 'unknown' && isOnceGuarded(view, edge.site))) continue;
      const mayRenew = continuesTurn(edge) && (seen.has(edge.frame) || isWithin(edge.frame, visit.frame));
      const sure = evidenceOf(view, edge, visit, mayRenew ? rescheduling(view, edge, visit, start) : undefined);
      const doubtful = visit.doubtful || (continuesTurn(edge) && isForFirstRun(view, edge.site));
      const found: Recurrence | undefined = doubtful && sure !== undefined ? { ...sure, evidence: 'unknown' } : sure;
      if (found?.evidence === 'loop') return found;
      // What starts something runs again only where a loop is seen to start it again: that anyone may call it is no sign.
      const starts = edge.pace === 'start' || visit.starts;
      if (weaker?.evidence !== 'exported' && !starts) weaker = weaker === undefined || found?.evidence === 'exported' ? found : weaker;
      const known = seen.get(edge.frame) ?? [];
      if ((!continuesTurn(edge) && edge.pace !== 'start') || known.some((other) => sameContext(other, above))) continue;
      // Other calls in the frame may be open to callers that shut this one out, and another way here may be beyond doubt.
      if (!doubtful && !needsSomethingMissing(view, edge.site)) seen.set(edge.frame, [...known, above]);
      else if (narrow.has(edge.site)) continue;
      else narrow.add(edge.site);
      queue.push({ frame: edge.frame, context: above, edge, below: visit, starts, doubtful });
    }
  }
  return weaker;
}

const answers = memoPerProgram<Frame, { readonly found: Recurrence | undefined }>(
  () => ({ found: undefined }),
  (view, frame) => ({ found: search(view, frame, noContext) }),
);

/**
 * The nearest loop that runs a frame in a context, or the weaker evidence; undefined when it runs at start-up only, or never.
 * A site in the frame asks for what runs it, and not only the rest of the frame.
 */
export function recurrenceOf(view: ProgramView, frame: Frame, context: CallContext = noContext, site?: ts.Node): Recurrence | undefined {
  if (site !== undefined && needsSomethingMissing(view, site)) return search(view, frame, context, site);
  return context.size === 0 ? answers(view, frame).found : search(view, frame, context);
}

/** Whether a proved loop runs the frame. */
export function runsInLoop(view: ProgramView, frame: Frame): boolean {
  return recurrenceOf(view, frame)?.evidence === 'loop';
}

function findStart(view: ProgramView, start: Frame): boolean {
  const seen = new Map<Frame, CallContext[]>([[start, [noContext]]]);
  const queue: { readonly frame: Frame; readonly context: CallContext }[] = [{ frame: start, context: noContext }];
  for (const [visits, { frame, context }] of queue.entries()) {
    if (visits > mostVisits) return false;
    if (view.ts.isSourceFile(frame)) return true;
    for (const edge of liveCallersOf(view, frame)) {
      if (edge.pace === 'start') return true;
      const above = contextAbove(context, frame, edge);
      const known = seen.get(edge.frame) ?? [];
      const goesUp = (edge.pace === 'call' || edge.pace === 'now') && statementsAround(view, edge.site, edge.frame) === undefined;
      if (!goesUp || above === undefined || known.some((other) => sameContext(other, above))) continue;
      seen.set(edge.frame, [...known, above]);
      queue.push({ frame: edge.frame, context: above });
    }
  }
  return false;
}

/** Whether start-up code calls the frame: some chain of callers ends in a module's own code or a framework's start. */
export const runsAtStart = memoPerProgram<Frame, boolean>(() => false, findStart);

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
  if (recurrence === undefined) return runsAtStart(view, edge.frame) ? 'process' : 'mixed';
  return recurrence.evidence === 'loop' ? 'turn' : 'mixed';
}

/** Whether the container that keeps what a class or factory makes is itself filled in turns: a container for each request. */
export function isRegisteredInTurns(view: ProgramView, made: ts.Node): boolean {
  return bindingsMaking(view, made).some(({ row, site }) => row.by === 'call' && runsInLoop(view, frameOf(view.ts, site)));
}

const instanceLifetimes = memoPerProgram<ts.ClassLikeDeclaration, InstanceLifetime>(
  () => 'mixed',
  (view, declaration) => {
    const injected = injectedLifetimeOf(view, declaration);
    if (injected !== undefined) return isRegisteredInTurns(view, declaration) ? 'turn' : injected;
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

/** Whether a switch that outlives the turns lets this node run only the first time. A connection's own lets it run once for each. */
export function isOnceGuarded(view: ProgramView, node: ts.Node): boolean {
  return onceSwitchesOn(view, node).some(
    ({ owner, home }) => (owner === undefined || instanceLifetimeOf(view, owner) !== 'turn') && (home === undefined || !runsInLoop(view, home)),
  );
}
