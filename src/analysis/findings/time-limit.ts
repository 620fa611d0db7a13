/**
 * After how long a wait ends at the latest. Computes it from what the wait itself says: an `AbortSignal.timeout`, an
 * option named `timeout`, a promise that a timer settles, a function that a model calls quick. Assumes that the callee keeps to it. Gives up limits that are
 * set elsewhere.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import { isCallLike, peel } from '../../typescript/syntax.js';

import { constantOf } from './known-constant.js';
import { writtenOption } from './written-option.js';

function milliseconds(view: ProgramView, given: ts.Expression | undefined): number | undefined {
  const value = given === undefined ? undefined : constantOf(view, given);
  return typeof value === 'number' ? value : undefined;
}

function ofSignal(view: ProgramView, signal: ts.Expression): number | undefined {
  const node = peel(view.ts, signal);
  return view.ts.isCallExpression(node) && node.expression.getText() === 'AbortSignal.timeout' ? milliseconds(view, node.arguments[0]) : undefined;
}

function ofOptions(view: ProgramView, argument: ts.Expression): number | undefined {
  if (!view.ts.isObjectLiteralExpression(peel(view.ts, argument))) return undefined;
  const signal = writtenOption(view, argument, 'signal');
  const timeout = writtenOption(view, argument, 'timeout');
  const bySignal = typeof signal === 'string' ? undefined : ofSignal(view, signal);
  return bySignal ?? (typeof timeout === 'string' ? undefined : milliseconds(view, timeout));
}

/** The delay of the timer that settles `new Promise((resolve) => setTimeout(resolve, n))`. */
function ofTimer(view: ProgramView, executor: ts.Expression | undefined): number | undefined {
  const { ts: tsc } = view;
  const fn = executor === undefined ? undefined : peel(tsc, executor);
  if (fn === undefined || !(tsc.isArrowFunction(fn) || tsc.isFunctionExpression(fn))) return undefined;
  const [statement, ...others] = tsc.isBlock(fn.body) ? fn.body.statements : [];
  const only = !tsc.isBlock(fn.body) ? fn.body : others.length === 0 && statement !== undefined && tsc.isExpressionStatement(statement) ? statement.expression : undefined;
  const isTimer = only !== undefined && tsc.isCallExpression(only) && only.expression.getText() === 'setTimeout';
  return isTimer ? milliseconds(view, only.arguments[1]) : undefined;
}

function longestOf(limits: readonly (number | undefined)[]): number | undefined {
  let longest = 0;
  for (const limit of limits) {
    if (limit === undefined) return undefined;
    longest = Math.max(longest, limit);
  }
  return longest;
}

/** The milliseconds after which what an expression promises has come or failed; undefined when it may take any time. */
export function timeLimitOf(view: ProgramView, operand: ts.Expression): number | undefined {
  const { ts: tsc } = view;
  if (!isCallLike(tsc, operand)) return undefined;
  if (tsc.isNewExpression(operand)) return operand.expression.getText() === 'Promise' ? ofTimer(view, operand.arguments?.[0]) : undefined;
  const [row] = rowsOfCall(view, operand, 'settles').rows;
  if (row !== undefined) return typeof row.within === 'number' ? row.within : milliseconds(view, operand.arguments[row.within.argument]);
  const [all] = operand.arguments;
  const list = all !== undefined && operand.expression.getText().startsWith('Promise.all') ? peel(tsc, all) : undefined;
  if (list !== undefined) return tsc.isArrayLiteralExpression(list) ? longestOf(list.elements.map((element) => timeLimitOf(view, peel(tsc, element)))) : undefined;
  for (const argument of operand.arguments) {
    const limit = ofOptions(view, argument);
    if (limit !== undefined) return limit;
  }
  return undefined;
}
