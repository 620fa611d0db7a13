/**
 * Whether one node is always passed on the way to another. Computes it from the statements around both: nothing between
 * the first and what holds the second may be skipped. Assumes no exceptions and no early exits, which `conditionsOn` tells.
 */
import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { around, isFunctionWithBody, isWithin } from '../../typescript/syntax.js';

import { conditionsOn } from './conditions-on.js';

/** Whether a node is always passed on the way to another one further down in the same frame. */
export function isStraightBefore(tsc: Compiler, node: ts.Node, later: ts.Node): boolean {
  if (node.end > later.pos) return false;
  let child: ts.Node = node;
  for (const outer of around(node)) {
    if (isWithin(later, outer)) return true;
    if (isFunctionWithBody(tsc, outer) || tsc.isIfStatement(outer) || tsc.isIterationStatement(outer, false) || tsc.isCatchClause(outer) || tsc.isConditionalExpression(outer)) return false;
    if (tsc.isCaseOrDefaultClause(outer) || (tsc.isBinaryExpression(outer) && outer.right === child && conditionsOn(tsc, child, outer.parent).length > 0)) return false;
    child = outer;
  }
  return false;
}
