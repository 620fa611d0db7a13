/**
 * What a member access on a container takes from it, by shape. Computes the call or operator that removes elements or
 * cuts the container off. Assumes the names of the built-in containers' methods. Whether the object is a container is
 * for others to know.
 */
import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { peel, widest } from '../../typescript/syntax.js';

import type { Gain } from './growth-site.js';

const removers = new Set(['clear', 'delete', 'pop', 'shift']);

/** A literal key is always the same one, and an object or function written in place is nobody's key. */
function isNeverTheKey(tsc: Compiler, key: ts.Expression): boolean {
  return tsc.isLiteralExpression(key) || tsc.isObjectLiteralExpression(key) || tsc.isArrayLiteralExpression(key) || tsc.isArrowFunction(key) || tsc.isNewExpression(key);
}

function removesByCall(tsc: Compiler, expression: ts.Expression): ts.Node | undefined {
  const access = expression.parent;
  if (!tsc.isPropertyAccessExpression(access) || access.expression !== expression) return undefined;
  const call = widest(tsc, access).parent;
  if (!tsc.isCallExpression(call)) return undefined;
  const name = access.name.text;
  const [key] = call.arguments;
  if (name === 'delete' && key !== undefined && isNeverTheKey(tsc, peel(tsc, key))) return undefined;
  if (removers.has(name)) return call;
  if (name !== 'splice') return undefined;
  const removed = call.arguments[1];
  return call.arguments.length === 1 || (removed !== undefined && removed.getText() !== '0') ? call : undefined;
}

function removesByOperator(tsc: Compiler, expression: ts.Expression, gain: Gain): ts.Node | undefined {
  const { parent } = expression;
  const member = tsc.isElementAccessExpression(parent) || tsc.isPropertyAccessExpression(parent) ? parent : undefined;
  if (member?.expression !== expression) return undefined;
  const outer = widest(tsc, member).parent;
  if (tsc.isDeleteExpression(outer)) {
    // A fixed key is removed again and again without the others ever going; `delete` on an array leaves its length.
    const anyKey = tsc.isElementAccessExpression(member) && !tsc.isStringLiteralLike(member.argumentExpression);
    return anyKey && gain !== 'element' ? outer : undefined;
  }
  const cuts = tsc.isPropertyAccessExpression(member) && member.name.text === 'length' && tsc.isBinaryExpression(outer) && outer.operatorToken.kind === tsc.SyntaxKind.EqualsToken;
  return cuts && outer.left === widest(tsc, member) ? outer : undefined;
}

/** The expression that takes from what this expression evaluates to, when the member access around it does. */
export function removalAt(tsc: Compiler, expression: ts.Expression, gain: Gain): ts.Node | undefined {
  return removesByCall(tsc, expression) ?? removesByOperator(tsc, expression, gain);
}
