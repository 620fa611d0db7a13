import type ts from 'typescript';

import type { InvokesRow, Per } from '../../models/schema.js';
import type { Invocation } from '../summaries/lift.js';

import type { Crossing } from './crossing.js';

/**
 * How often an edge runs its callee; `call` is once for each time the caller's code gets there, `offered` when somebody
 * outside the program calls a method of an instance that lives until it is ended.
 */
export type Pace = Per | 'call' | 'exported' | 'offered' | 'unknown';

/** One way in which a frame comes to run. */
export interface Edge extends Invocation {
  readonly pace: Pace;
  /** The model row behind a registration. */
  readonly row: InvokesRow | undefined;
  /** The calls whose arguments brought the callee to where it runs: those are the only turns it runs in. */
  readonly entered?: Crossing | undefined;
  /** The calls whose results brought the callee out of the functions that made it. */
  readonly left?: Crossing | undefined;
  /** The class whose member runs when the call names only an ancestor's: it must have been created for that. */
  readonly dispatched?: ts.ClassLikeDeclaration | undefined;
}

const loopPaces: ReadonlySet<Pace> = new Set<Pace>(['connection', 'event', 'job', 'message', 'request', 'tick']);

/** Whether an edge starts a turn of a loop each time it runs its callee. */
export function startsTurn(edge: Edge): boolean {
  return loopPaces.has(edge.pace);
}

/** Whether the callee runs as part of what its caller does, now or later. */
export function continuesTurn(edge: Edge): boolean {
  return edge.pace === 'call' || edge.pace === 'now' || edge.pace === 'once' || edge.pace === 'unknown';
}
