/**
 * Which calls a path of callers has committed itself to. A function that was handed to `run(f)` and is called inside
 * `run` runs in the turns of that very call of `run`, not of every call; so a path that enters `run` by its parameter has
 * to leave it through the same call. After context-free-language reachability (Reps, 1998). Deep nestings are cut.
 */
import type ts from 'typescript';

import type { Frame } from '../../typescript/syntax.js';

import type { Edge } from './edge.js';
import type { Crossing } from './crossing.js';

/** By function, the one call of it that the path is inside of. */
export type CallContext = ReadonlyMap<Frame, ts.Node>;

const mostCommitments = 4;

/** Nothing committed to. */
export const noContext: CallContext = new Map();

function* crossings(first: Crossing | undefined): Generator<Crossing> {
  for (let crossing = first; crossing !== undefined; crossing = crossing.outer) yield crossing;
}

/** The context of the caller after going up an edge from `frame`, or undefined when the edge belongs to another call. */
export function contextAbove(context: CallContext, frame: Frame, edge: Edge): CallContext | undefined {
  const committed = context.get(frame);
  if (committed !== undefined && edge.pace === 'call' && edge.site !== committed) return undefined;
  const left = [...crossings(edge.left)];
  if (left.some((crossing) => (context.get(crossing.frame) ?? crossing.call) !== crossing.call)) return undefined;
  const entered = [...crossings(edge.entered)];
  if (committed === undefined && entered.length === 0 && left.length === 0) return context;
  const above = new Map(context);
  above.delete(frame);
  for (const crossing of left) above.delete(crossing.frame);
  for (const crossing of entered) above.set(crossing.frame, crossing.call);
  for (const oldest of above.keys()) {
    if (above.size <= mostCommitments) break;
    above.delete(oldest);
  }
  return above;
}

/** Whether two contexts commit to the same calls. */
export function sameContext(a: CallContext, b: CallContext): boolean {
  return a.size === b.size && [...a].every(([frame, call]) => b.get(frame) === call);
}
