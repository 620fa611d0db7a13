/**
 * Loops that wait in each round, and of which nothing tells how many rounds there are. Computes, by shape, the `while`, `do`
 * and `for await` statements around a node that await something. Assumes that a comparison of sizes, or a length, counts the
 * rounds. Gives up `for` with a counter and what runs over a list: they end.
 */
import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { around, type Frame, isFunctionWithBody, peel } from '../../typescript/syntax.js';

import type { EndlessLoop } from './endless-loops.js';

function awaits(tsc: Compiler, node: ts.Node): boolean {
  if (tsc.isAwaitExpression(node)) return true;
  return !isFunctionWithBody(tsc, node) && (tsc.forEachChild(node, (child) => awaits(tsc, child) || undefined) ?? false);
}

function counts(tsc: Compiler, condition: ts.Expression): boolean {
  const node = peel(tsc, condition);
  if (tsc.isPropertyAccessExpression(node)) return node.name.text === 'length' || node.name.text === 'size';
  if (tsc.isPrefixUnaryExpression(node)) return counts(tsc, node.operand);
  if (!tsc.isBinaryExpression(node)) return false;
  const operator = node.operatorToken.kind;
  const compares = operator >= tsc.SyntaxKind.LessThanToken && operator <= tsc.SyntaxKind.GreaterThanEqualsToken;
  return compares || counts(tsc, node.left) || counts(tsc, node.right);
}

/** The innermost such loop around a node of a frame, the conditions of loops included. */
export function waitingLoopAround(tsc: Compiler, node: ts.Node, frame: Frame): EndlessLoop | undefined {
  for (const outer of around(node)) {
    if (outer === frame || isFunctionWithBody(tsc, outer)) return undefined;
    if (tsc.isForOfStatement(outer) && outer.awaitModifier !== undefined) return outer;
    if ((tsc.isWhileStatement(outer) || tsc.isDoStatement(outer)) && !counts(tsc, outer.expression) && (awaits(tsc, outer.expression) || awaits(tsc, outer.statement))) return outer;
  }
  return undefined;
}
