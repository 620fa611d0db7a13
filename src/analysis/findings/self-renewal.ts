/**
 * Whether a timeout sets itself again for ever. Computes the calls that lead from its callback back to where it is set,
 * and asks of each whether anything may keep it from being reached. Assumes that a flag which no loop sets is for the
 * shutdown. Gives up callbacks of libraries, and what exceptions end.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { around, type Frame, frameOf, isCallLike, isWithin, peel } from '../../typescript/syntax.js';
import { type Condition, conditionsOn } from '../facts/conditions-on.js';
import type { Edge } from '../graph/edge.js';
import { liveCallersOf } from '../graph/live-callers-of.js';
import { runsInLoop } from '../graph/recurrence.js';
import { valuesOf } from '../summaries/values-of.js';

/** The frames that a timeout runs through until it is set again. */
export type Renewal = ReadonlySet<Frame>;

const mostFrames = 12;

/** A switch that only start-up or shutdown code turns. */
function isOfShutdown(view: ProgramView, { test }: Condition): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, test);
  if (!tsc.isIdentifier(node) && !tsc.isPropertyAccessExpression(node)) return false;
  if ((view.checker.getTypeAtLocation(node).flags & tsc.TypeFlags.BooleanLike) === 0) return false;
  const declaration = declarationAt(view, tsc.isPropertyAccessExpression(node) ? node.name : node);
  const stores = declaration === undefined ? [] : valuesOf(view, declaration).filter(({ at }) => at !== declaration);
  return stores.length > 0 && !stores.some(({ at }) => runsInLoop(view, frameOf(tsc, at)));
}

/** A `return` on the way that is no branch of its own in a block around the node. */
function mayReturnBefore(view: ProgramView, node: ts.Node, frame: Frame): boolean {
  const { ts: tsc } = view;
  const visit = (inner: ts.Node): boolean => {
    if (inner.pos >= node.pos || (inner !== frame && tsc.isFunctionLike(inner))) return false;
    if (tsc.isReturnStatement(inner) && !isWithin(node, inner)) {
      const branch = [...around(inner)].find((outer) => tsc.isIfStatement(outer) || outer === frame);
      return branch === undefined || branch === frame || !isWithin(node, branch.parent);
    }
    return tsc.forEachChild(inner, (child) => visit(child) || undefined) ?? false;
  };
  return visit(frame);
}

/** Whether a node may be left out in some runs of its frame. */
function maySkip(view: ProgramView, node: ts.Node): boolean {
  const { ts: tsc } = view;
  const frame = frameOf(tsc, node);
  if (!conditionsOn(tsc, node, frame).every((condition) => isOfShutdown(view, condition)) || mayReturnBefore(view, node, frame)) return true;
  for (const outer of around(node)) {
    if (outer === frame) return false;
    if (tsc.isCatchClause(outer) || tsc.isCaseOrDefaultClause(outer) || tsc.isIterationStatement(outer, false)) return true;
  }
  return false;
}

/** A call, or a callback that runs when what it is chained to ends, however that ends. */
function leadsOn(view: ProgramView, { pace, site }: Edge): boolean {
  if (pace !== 'now') return pace === 'call';
  const callee = isCallLike(view.ts, site) ? peel(view.ts, site.expression) : undefined;
  return callee !== undefined && view.ts.isPropertyAccessExpression(callee) && callee.name.text === 'finally';
}

/** The way from a timeout's callback to where it is set again, when nothing but a shutdown leaves it. */
export function renewalOf(view: ProgramView, timeout: ts.Node): Renewal | undefined {
  const start = frameOf(view.ts, timeout);
  const frames = new Set<Frame>([start]);
  let renews = false;
  if (maySkip(view, timeout)) return undefined;
  for (const frame of frames) {
    if (frames.size > mostFrames) return undefined;
    for (const edge of liveCallersOf(view, frame)) {
      if (edge.site === timeout) renews = true;
      else if (leadsOn(view, edge) && reachedBy(view, edge, timeout) && !maySkip(view, edge.site)) frames.add(edge.frame);
    }
  }
  return renews ? frames : undefined;
}

/** Whether the timeout's callback runs the frame of this call, by calls alone. */
function reachedBy(view: ProgramView, { frame }: Edge, timeout: ts.Node): boolean {
  const seen = new Set<Frame>([frame]);
  for (const each of seen) {
    if (seen.size > mostFrames) return false;
    for (const edge of liveCallersOf(view, each)) {
      if (edge.site === timeout) return true;
      if (leadsOn(view, edge)) seen.add(edge.frame);
    }
  }
  return false;
}
