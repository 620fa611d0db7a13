/**
 * Whether what a key names had to be found outside the program before something is stored under it: a file that is read,
 * a path that is asked for. Computes it from calls that are always passed on the way to the store and, as the models
 * know, throw for what does not exist, here, in the functions around and in those they call. Assumes that the key is the
 * same all along. Gives up failures that are caught on the way.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import { around, type Frame, frameOf, isFunctionWithBody, isWithin, peel } from '../../typescript/syntax.js';
import { conditionsOn, leaves } from '../facts/conditions-on.js';
import { returnsIn } from '../facts/returns.js';
import { isStraightBefore } from '../facts/straight-before.js';
import { calleesOf } from '../summaries/callees-of.js';

const deepest = 3;

/** Whether a name, by its text, is written in an expression. */
function names(view: ProgramView, expression: ts.Node, key: string): boolean {
  return expression.getText() === key || (view.ts.forEachChild(expression, (child) => names(view, child, key)) ?? false);
}

/** Whether a call fails unless the key names something. */
function finds(view: ProgramView, call: ts.CallExpression, key: string, depth: number): boolean {
  const index = call.arguments.findIndex((argument) => names(view, argument, key));
  if (index < 0) return false;
  if (rowsOfCall(view, call, 'finds').rows.some(({ argument, otherwise }) => argument === index && otherwise === 'throws')) return true;
  const callees = depth >= deepest ? [] : calleesOf(view, call);
  return callees.length > 0 && callees.every((callee) => failsUnlessFound(view, callee, index, depth + 1));
}

/** Whether each way to a result of a function passes a call that fails unless its parameter names something. */
function failsUnlessFound(view: ProgramView, callee: Frame, index: number, depth: number): boolean {
  if (view.ts.isSourceFile(callee) || view.ts.isPropertyDeclaration(callee)) return false;
  const parameter = callee.parameters[index];
  const results = returnsIn(view.ts, callee);
  if (parameter === undefined || results.length === 0) return false;
  return results.every((result) => callsIn(view, result).some((call) => finds(view, call, parameter.name.getText(), depth)) || isPassedBefore(view, result, parameter.name.getText(), depth));
}

/** The calls in a node whose failure is its own: waited for where they give promises, and not those of functions in it. */
function callsIn(view: ProgramView, node: ts.Node): readonly ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  const visit = (child: ts.Node): void => {
    if (isFunctionWithBody(view.ts, child) || view.ts.isClassLike(child)) return;
    if (view.ts.isCallExpression(child)) found.push(child);
    view.ts.forEachChild(child, visit);
  };
  visit(node);
  return found;
}

/** Whether a failure at a node ends the way to another: no `catch` between them goes on. */
function endsTheWay(view: ProgramView, node: ts.Node, later: ts.Node): boolean {
  let child: ts.Node = node;
  for (const outer of around(node)) {
    if (isWithin(later, outer) && !(view.ts.isTryStatement(outer) && child === outer.tryBlock)) return true;
    if (view.ts.isTryStatement(outer) && child === outer.tryBlock && outer.catchClause !== undefined) return isWithin(later, outer.tryBlock) || leaves(view.ts, outer.catchClause.block);
    child = outer;
  }
  return true;
}

/** Whether a call that finds the key is always passed before a node of the same frame. */
function isPassedBefore(view: ProgramView, node: ts.Node, key: string, depth: number): boolean {
  let child = node;
  for (const outer of around(node)) {
    if (view.ts.isBlock(outer) || view.ts.isSourceFile(outer)) {
      const before = outer.statements.filter((statement) => statement.end <= child.pos);
      const calls = before.flatMap((statement) => callsIn(view, statement)).filter((call) => isStraightBefore(view.ts, call, node) && endsTheWay(view, call, node));
      if (calls.some((call) => isWaitedFor(view, call) && finds(view, call, key, depth))) return true;
    }
    if (isFunctionWithBody(view.ts, outer)) return false;
    child = outer;
  }
  return false;
}

/** Whether a call gives no promise, or one that is awaited there. */
function isWaitedFor(view: ProgramView, call: ts.CallExpression): boolean {
  return view.ts.isAwaitExpression(call.parent) || view.checker.getTypeAtLocation(call).getProperty('then') === undefined;
}

/** Whether a function runs only once the promise of a call that finds the key is fulfilled: `read(key).then(f)`. */
function followsFinding(view: ProgramView, frame: Frame, key: string): boolean {
  const { ts: tsc } = view;
  const then = frame.parent;
  if (tsc.isSourceFile(frame) || !tsc.isCallExpression(then) || then.arguments[0] !== (frame as ts.Node) || !tsc.isPropertyAccessExpression(then.expression) || then.expression.name.text !== 'then') return false;
  const promise = peel(tsc, then.expression.expression);
  return tsc.isCallExpression(promise) && finds(view, promise, key, 0);
}

/** Whether a condition on the node says that the key names something: `if (existsSync(path))`. */
function isAskedBefore(view: ProgramView, node: ts.Node, frame: Frame, key: string): boolean {
  return conditionsOn(view.ts, node, frame).some(({ test, holds }) => {
    const call = peel(view.ts, test);
    return holds && view.ts.isCallExpression(call) && rowsOfCall(view, call, 'finds').rows.some(({ argument }) => call.arguments[argument] !== undefined && names(view, call.arguments[argument], key));
  });
}

/** Whether a store happens only for keys that name something outside the program. */
export function isFoundOutside(view: ProgramView, site: ts.Node, key: ts.Expression): boolean {
  const text = peel(view.ts, key).getText();
  if (callsIn(view, site).some((call) => call !== site && isWaitedFor(view, call) && finds(view, call, text, 0))) return true;
  for (let node = site, frame = frameOf(view.ts, site); ; node = frame, frame = frameOf(view.ts, frame)) {
    if (isPassedBefore(view, node, text, 0) || isAskedBefore(view, node, frame, text) || followsFinding(view, frame, text)) return true;
    if (view.ts.isSourceFile(frame)) return false;
  }
}
