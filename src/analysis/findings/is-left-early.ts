import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { isFunctionWithBody } from '../../typescript/syntax.js';

/** Whether a node is a loop that its own body leaves, before there is nothing more to go over. */
export function isLeftEarly(tsc: Compiler, node: ts.Node): boolean {
  const leaves = (inner: ts.Node, breaks: boolean): boolean => {
    if (tsc.isReturnStatement(inner) || (tsc.isBreakStatement(inner) && (breaks || inner.label !== undefined))) return true;
    if (isFunctionWithBody(tsc, inner)) return false;
    const own = breaks && !tsc.isSwitchStatement(inner) && !tsc.isIterationStatement(inner, false);
    return tsc.forEachChild(inner, (child) => leaves(child, own) || undefined) ?? false;
  };
  return tsc.isForOfStatement(node) && leaves(node.statement, true);
}
