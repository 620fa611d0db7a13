/**
 * Whether a promise gives up waiting by a timer that leaves what its executor added, while the answer takes it back.
 * Computes it when each removal stands in a function written inside the executor and a timer's callback, written there
 * too, settles the promise without one. Assumes that the timer wins some day. Gives up callbacks that are not written in place.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf, isFunctionWithBody, isWithin } from '../../typescript/syntax.js';
import { promiseOfExecutor } from '../facts/promise-of-executor.js';

import { bringsAbout } from './brings-about.js';
import { callsInside } from './calls-inside.js';
import { timedCode } from './timed-code.js';

function isSettler(view: ProgramView, node: ts.Expression, executor: Frame): boolean {
  const declaration = view.ts.isIdentifier(node) ? declarationAt(view, node) : undefined;
  return declaration !== undefined && view.ts.isParameter(declaration) && declaration.parent === executor;
}

/** The timer of an executor that settles its promise and leaves what the executor added. */
export function timeoutGapOf(view: ProgramView, added: ts.Node, removals: readonly ts.Node[]): ts.CallExpression | undefined {
  const { ts: tsc } = view;
  const executor = frameOf(tsc, added);
  const inside = (removal: ts.Node): boolean => isWithin(removal, executor) && frameOf(tsc, removal) !== executor;
  if (promiseOfExecutor(tsc, executor) === undefined || removals.length === 0 || !removals.every(inside)) return undefined;
  return callsInside(view, executor).find((call) => {
    const callback = frameOf(tsc, call) === executor ? timedCode(view, call) : undefined;
    if (callback === undefined) return false;
    if (!isFunctionWithBody(tsc, callback)) return isSettler(view, callback, executor);
    return callsInside(view, callback).some((settling) => isSettler(view, settling.expression, executor)) && !bringsAbout(view, callback, removals);
  });
}
