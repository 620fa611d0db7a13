import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { isFunctionWithBody } from '../../typescript/syntax.js';

/** Whether an expression is a function written or bound where it is handed over, which nothing else denotes. */
export function isMadeInPlace(view: ProgramView, node: ts.Expression): boolean {
  const { ts: tsc } = view;
  if (isFunctionWithBody(tsc, node)) return true;
  if (!tsc.isCallExpression(node) || !tsc.isPropertyAccessExpression(node.expression) || node.expression.name.text !== 'bind') return false;
  return view.checker.getTypeAtLocation(node.expression.expression).getCallSignatures().length > 0;
}
