/**
 * Whether what a promise waits for comes after some time, whatever else happens: a pause, or a promise that a timer or an
 * aborted signal settles. Computes it from the models and from what the project's functions return or await. Assumes that
 * what is awaited on some way is awaited. Gives up functions nested deeper than the limit.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import { type Frame, frameOf, isFunctionWithBody, peel } from '../../typescript/syntax.js';
import { calleesOf } from '../summaries/callees-of.js';
import { initializerOf } from '../summaries/values-of.js';

import { callsInside } from './calls-inside.js';
import { carriesSettler } from './carries-settler.js';
import { givenUpCode } from './given-up-code.js';

const deepest = 3;

const chains: ReadonlySet<string> = new Set(['catch', 'finally', 'then']);

/** Whether the executor of a promise has a timer or a signal settle it. */
function isSettledInTime(view: ProgramView, made: ts.NewExpression): boolean {
  const [given] = made.arguments ?? [];
  const executor = given === undefined ? undefined : peel(view.ts, given);
  if (executor === undefined || !isFunctionWithBody(view.ts, executor)) return false;
  return callsInside(view, executor).some((call) => {
    const code = frameOf(view.ts, call) === executor ? givenUpCode(view, call)?.code : undefined;
    return code !== undefined && carriesSettler(view, code, executor);
  });
}

/** Whether a function returns or awaits what comes after some time. */
function waitsSoLong(view: ProgramView, frame: Frame, depth: number): boolean {
  const { ts: tsc } = view;
  if (tsc.isArrowFunction(frame) && !tsc.isBlock(frame.body)) return givesUp(view, frame.body, depth);
  const waits = (node: ts.Node): boolean => {
    if (node !== frame && isFunctionWithBody(tsc, node)) return false;
    if ((tsc.isReturnStatement(node) || tsc.isAwaitExpression(node)) && node.expression !== undefined && givesUp(view, node.expression, depth)) return true;
    return tsc.forEachChild(node, (child) => waits(child) || undefined) ?? false;
  };
  return waits(frame);
}

/** Whether the promise that an expression gives settles after some time, whatever else happens. */
export function givesUp(view: ProgramView, expression: ts.Expression, depth = 0): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  if (depth > deepest) return false;
  if (tsc.isIdentifier(node)) {
    const declaration = declarationAt(view, node);
    const value = declaration === undefined ? undefined : initializerOf(view, declaration);
    return value !== undefined && givesUp(view, value, depth + 1);
  }
  if (tsc.isNewExpression(node)) return isSettledInTime(view, node);
  if (!tsc.isCallExpression(node)) return false;
  const callee = peel(tsc, node.expression);
  if (tsc.isPropertyAccessExpression(callee) && chains.has(callee.name.text)) return givesUp(view, callee.expression, depth);
  if (rowsOfCall(view, node, 'settles').rows.length > 0) return true;
  return calleesOf(view, node).some((frame) => waitsSoLong(view, frame, depth + 1));
}
