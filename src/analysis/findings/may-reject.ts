/**
 * Whether awaiting an expression may fail. Computes it from what the project's functions do inside, and from the models'
 * word on pauses. Assumes that whatever a library does beyond that may fail, and that code which does not wait does not
 * throw unless it says `throw`. Gives up functions nested deeper than the limit: they may.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import { type Frame, isFunctionWithBody, peel } from '../../typescript/syntax.js';
import { calleesOf } from '../summaries/callees-of.js';
import { valuesOf } from '../summaries/values-of.js';
import { declarationAt } from '../../typescript/declaration-of.js';

const deepest = 4;

/** `new Promise((resolve) => …)` that is given no way to reject. */
function canOnlyResolve(view: ProgramView, made: ts.NewExpression): boolean {
  const [given] = made.arguments ?? [];
  const executor = given === undefined ? undefined : peel(view.ts, given);
  return made.expression.getText() === 'Promise' && executor !== undefined && isFunctionWithBody(view.ts, executor) && executor.parameters.length < 2;
}

function frameMayFail(view: ProgramView, frame: Frame, depth: number): boolean {
  const { ts: tsc } = view;
  const fails = (node: ts.Node): boolean => {
    if (tsc.isThrowStatement(node)) return true;
    if (tsc.isAwaitExpression(node)) return mayReject(view, node.expression, depth + 1);
    if (tsc.isReturnStatement(node) && node.expression !== undefined && mayReject(view, node.expression, depth + 1)) return true;
    if (node !== frame && isFunctionWithBody(tsc, node)) return false;
    // What a handler catches does not get out, unless the handler fails itself.
    if (tsc.isTryStatement(node) && node.catchClause !== undefined) return fails(node.catchClause.block) || (node.finallyBlock !== undefined && fails(node.finallyBlock));
    return tsc.forEachChild(node, (child) => fails(child) || undefined) ?? false;
  };
  if (tsc.isArrowFunction(frame) && !tsc.isBlock(frame.body)) return mayReject(view, frame.body, depth + 1);
  return fails(frame);
}

/** Whether values of a type may be promises: text and numbers are none. */
function mayBePromise(view: ProgramView, type: ts.Type): boolean {
  if (type.isUnion()) return type.types.some((part) => mayBePromise(view, part));
  return (type.flags & (view.ts.TypeFlags.Any | view.ts.TypeFlags.Unknown)) !== 0 || type.getProperty('then') !== undefined;
}

/** Whether the promise that an expression evaluates to may reject; what is no promise does not. */
export function mayReject(view: ProgramView, expression: ts.Expression, depth = 0): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  if (depth > deepest) return true;
  if (tsc.isNewExpression(node)) return !canOnlyResolve(view, node);
  if (tsc.isConditionalExpression(node)) return mayReject(view, node.whenTrue, depth) || mayReject(view, node.whenFalse, depth);
  if (!tsc.isCallExpression(node) && !mayBePromise(view, view.checker.getTypeAtLocation(node))) return false;
  if (tsc.isIdentifier(node)) {
    const declaration = declarationAt(view, node);
    const values = declaration === undefined ? [] : valuesOf(view, declaration);
    return values.length === 0 || values.some(({ value }) => value !== expression && mayReject(view, value, depth + 1));
  }
  if (!tsc.isCallExpression(node)) return tsc.isPropertyAccessExpression(node) || tsc.isElementAccessExpression(node);
  if (tsc.isPropertyAccessExpression(node.expression)) {
    const { name } = node.expression;
    // What is given one fails as that does.
    if (node.expression.getText() === 'Promise.resolve') return node.arguments.some((given) => mayReject(view, given, depth + 1));
    if (name.text === 'catch' || (name.text === 'then' && node.arguments.length > 1)) return false;
  }
  if (rowsOfCall(view, node, 'safe').rows.length > 0) return false;
  const callees = calleesOf(view, node);
  if (callees.length === 0) return mayBePromise(view, view.checker.getTypeAtLocation(node));
  return callees.some((callee) => frameMayFail(view, callee, depth));
}
