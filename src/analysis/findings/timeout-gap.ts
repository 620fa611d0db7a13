/**
 * Whether a promise gives up waiting, by a timer or an aborted signal, and leaves what its executor added, while the answer
 * takes it back. Computes it when each removal stands in a function written inside the executor and the callback that gives
 * up, written there too, settles the promise without one. Assumes that it wins some day. Gives up callbacks that are not
 * written in place.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf, isFunctionWithBody, isWithin } from '../../typescript/syntax.js';
import { promiseOfExecutor } from '../facts/promise-of-executor.js';

import { bringsAbout } from './brings-about.js';
import { callsInside } from './calls-inside.js';
import { type GivenUpCode, givenUpCode } from './given-up-code.js';

/** What gives up, and how. */
export interface TimeoutGap {
  readonly kind: GivenUpCode['kind'];
  readonly node: ts.CallExpression;
}

function isSettler(view: ProgramView, node: ts.Expression, executor: Frame): boolean {
  const declaration = view.ts.isIdentifier(node) ? declarationAt(view, node) : undefined;
  return declaration !== undefined && view.ts.isParameter(declaration) && declaration.parent === executor;
}

/** Whether code that runs when somebody gives up settles the promise and leaves what its executor added. */
function leavesIt(view: ProgramView, code: ts.Expression, executor: Frame, removals: readonly ts.Node[]): boolean {
  if (!isFunctionWithBody(view.ts, code)) return isSettler(view, code, executor);
  return callsInside(view, code).some((settling) => isSettler(view, settling.expression, executor)) && !bringsAbout(view, code, removals);
}

/** What settles the promise of an executor and leaves what the executor added. */
export function timeoutGapOf(view: ProgramView, added: ts.Node, removals: readonly ts.Node[]): TimeoutGap | undefined {
  const { ts: tsc } = view;
  const executor = frameOf(tsc, added);
  const inside = (removal: ts.Node): boolean => isWithin(removal, executor) && frameOf(tsc, removal) !== executor;
  if (promiseOfExecutor(tsc, executor) === undefined || removals.length === 0 || !removals.every(inside)) return undefined;
  for (const node of callsInside(view, executor)) {
    const givenUp = frameOf(tsc, node) === executor ? givenUpCode(view, node) : undefined;
    if (givenUp !== undefined && leavesIt(view, givenUp.code, executor, removals)) return { kind: givenUp.kind, node };
  }
  return undefined;
}
