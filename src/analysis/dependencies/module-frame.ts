import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { type Frame, frameOf, isFunctionWithBody } from '../../typescript/syntax.js';

/** Parentheses, `!` and `void` around a function that is called where it is written. */
function outerOf(tsc: Compiler, node: ts.Node): ts.Node {
  let current = node;
  while (tsc.isParenthesizedExpression(current.parent)) current = current.parent;
  return current;
}

/** The call that runs a function where it is written: `(function () { … })()`, also through `.call(this)`. */
export function immediateCall(tsc: Compiler, frame: ts.Node): ts.CallExpression | undefined {
  const outer = outerOf(tsc, frame);
  const { parent } = outer;
  if (tsc.isCallExpression(parent) && parent.expression === outer) return parent;
  const through = tsc.isPropertyAccessExpression(parent) && parent.expression === outer && (parent.name.text === 'call' || parent.name.text === 'apply') ? parent.parent : undefined;
  return through !== undefined && tsc.isCallExpression(through) && through.expression === parent ? through : undefined;
}

/**
 * Whether a frame runs once, as the module loads: the module itself, a function that it calls where it writes it, and
 * the factory that such a function is handed (the wrapper of modules that run everywhere).
 */
export function isModuleFrame(tsc: Compiler, frame: Frame): boolean {
  if (tsc.isSourceFile(frame)) return true;
  if (!tsc.isFunctionExpression(frame) && !tsc.isArrowFunction(frame)) return false;
  const call = immediateCall(tsc, frame);
  if (call !== undefined) return isModuleFrame(tsc, frameOf(tsc, call));
  const { parent } = frame;
  if (!tsc.isCallExpression(parent) || !parent.arguments.includes(frame)) return false;
  let callee: ts.Expression = parent.expression;
  while (tsc.isParenthesizedExpression(callee)) callee = callee.expression;
  return isFunctionWithBody(tsc, callee) && isModuleFrame(tsc, frameOf(tsc, parent));
}

/** Whether a declaration is a variable, function or class that exists once in the process. */
export function isKeptBinding(tsc: Compiler, declaration: ts.Declaration): boolean {
  if (tsc.isParameter(declaration)) return false;
  return isModuleFrame(tsc, frameOf(tsc, declaration));
}
