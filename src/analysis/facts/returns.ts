import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { type Frame, isFunctionWithBody } from '../../typescript/syntax.js';

/** The expressions a function returns, in source order; an arrow's expression body is one. Nested functions' returns are theirs. */
export function returnsIn(tsc: Compiler, frame: Frame): readonly ts.Expression[] {
  if (tsc.isSourceFile(frame) || tsc.isPropertyDeclaration(frame) || frame.body === undefined) return [];
  if (!tsc.isBlock(frame.body)) return [frame.body];
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (isFunctionWithBody(tsc, node) || tsc.isClassLike(node)) return;
    if (tsc.isReturnStatement(node)) {
      if (node.expression !== undefined) found.push(node.expression);
      return;
    }
    if (tsc.isStatement(node) || tsc.isCaseOrDefaultClause(node) || tsc.isCaseBlock(node) || tsc.isCatchClause(node)) tsc.forEachChild(node, visit);
  };
  tsc.forEachChild(frame.body, visit);
  return found;
}
