import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';

/** Whether an expression stands in a pattern that assigns to it: `[x] = …`, `({ a: x } = …)`, `for (x of …)`. */
export function isPatternTarget(tsc: Compiler, target: ts.Node): boolean {
  let node = target;
  for (;;) {
    const { parent } = node;
    if (tsc.isForOfStatement(parent) || tsc.isForInStatement(parent)) return parent.initializer === node;
    if (tsc.isBinaryExpression(parent)) {
      if (parent.left !== node || parent.operatorToken.kind !== tsc.SyntaxKind.EqualsToken) return false;
      if (node !== target) return true;
    } else if (
      !tsc.isArrayLiteralExpression(parent) &&
      !tsc.isObjectLiteralExpression(parent) &&
      !tsc.isShorthandPropertyAssignment(parent) &&
      !tsc.isSpreadElement(parent) &&
      !tsc.isSpreadAssignment(parent) &&
      !(tsc.isPropertyAssignment(parent) && parent.initializer === node)
    ) {
      return false;
    }
    node = parent;
  }
}
