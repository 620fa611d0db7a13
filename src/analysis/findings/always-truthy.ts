/**
 * Whether an expression in a test is an object or function whatever happens, and what kind of mistake that is. Computes it
 * for functions of the project that are not called, promises that are not awaited, and what methods of the language
 * return. Assumes that what a library declares to return is returned. Gives up types that leave `undefined` out.
 */
import type ts from 'typescript';

import { declarationAt, declarationsAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { isForeign } from '../../typescript/rows-of.js';
import { peel, widest } from '../../typescript/syntax.js';
import { initializerOf } from '../summaries/values-of.js';

import { quoted } from './quoted.js';

function isUncalled(view: ProgramView, node: ts.Expression): boolean {
  const { ts: tsc } = view;
  if (!tsc.isIdentifier(node) && !tsc.isPropertyAccessExpression(node)) return false;
  const declaration = declarationAt(view, tsc.isIdentifier(node) ? node : node.name);
  if (declaration === undefined || isForeign(declaration)) return false;
  return (tsc.isFunctionDeclaration(declaration) || (tsc.isMethodDeclaration(declaration) && tsc.isClassLike(declaration.parent))) && declaration.questionToken === undefined;
}

/** The type of what a call gives, when the compiler tells `undefined` apart. */
function typeGiven(view: ProgramView, call: ts.CallExpression): ts.Type | undefined {
  const { strict, strictNullChecks } = view.program.getCompilerOptions();
  return (strictNullChecks ?? strict) === true ? view.checker.getTypeAtLocation(call) : undefined;
}

function isOfLanguage(view: ProgramView, declaration: ts.Declaration | undefined): boolean {
  return declaration !== undefined && view.program.isSourceFileDefaultLibrary(declaration.getSourceFile());
}

function isAwaited({ ts: tsc }: ProgramView, call: ts.Expression): boolean {
  for (let node = call; node !== widest(tsc, call); node = node.parent as ts.Expression) if (tsc.isAwaitExpression(node.parent)) return true;
  return false;
}

/** Whether all declarations of a callee write down a result that is no object: `boolean`, `value is T`. */
function isWrittenPlain(view: ProgramView, { expression }: ts.CallExpression): boolean {
  const { ts: tsc } = view;
  const name = tsc.isPropertyAccessExpression(expression) ? expression.name : expression;
  const declarations = tsc.isIdentifier(name) ? declarationsAt(view, name) : [];
  return declarations.length > 0 && declarations.every((declaration) => {
    const type = tsc.isFunctionLike(declaration) ? declaration.type : undefined;
    return type !== undefined && (type.kind === tsc.SyntaxKind.BooleanKeyword || tsc.isTypePredicateNode(type));
  });
}

function ofCall(view: ProgramView, call: ts.CallExpression): string | undefined {
  if (isWrittenPlain(view, call)) return undefined;
  const type = typeGiven(view, call);
  const symbol = type?.getSymbol();
  if (type === undefined || (type.flags & view.ts.TypeFlags.Object) === 0 || symbol === undefined || isAwaited(view, call)) return undefined;
  if (symbol.name === 'Promise' && isOfLanguage(view, symbol.declarations?.[0])) return `${quoted(call)} is a promise, which is not awaited`;
  return isOfLanguage(view, view.checker.getResolvedSignature(call)?.declaration) ? `${quoted(call)} is an object, even when it is empty` : undefined;
}

/** Why an expression is truthy in any case; undefined when it may not be. */
export function whyTruthy(view: ProgramView, expression: ts.Expression): string | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  if (isUncalled(view, node)) return `${quoted(node)} is a function, which is not called`;
  if (tsc.isCallExpression(node)) return ofCall(view, node);
  const declaration = tsc.isIdentifier(node) ? declarationAt(view, node) : undefined;
  if (declaration === undefined || !tsc.isVariableDeclaration(declaration) || (tsc.getCombinedNodeFlags(declaration) & tsc.NodeFlags.Const) === 0) return undefined;
  const made = initializerOf(view, declaration);
  const call = made === undefined ? undefined : peel(tsc, made);
  return call !== undefined && tsc.isCallExpression(call) ? ofCall(view, call) : undefined;
}
