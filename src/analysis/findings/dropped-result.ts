import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { widest } from '../../typescript/syntax.js';

const none: ReadonlySet<ts.Node> = new Set();

/** What a callback evaluates to is nobody's when its taker expects nothing. */
function isForNobody(view: ProgramView, frame: ts.ArrowFunction): boolean {
  const given = view.checker.getContextualType(frame)?.getCallSignatures()[0];
  return given !== undefined && (given.getReturnType().flags & view.ts.TypeFlags.Void) !== 0;
}

/** Whether the result of a call is left where it is made; calls on it that only hand it on, as `unref()` does, do not matter. */
export function isResultDropped(view: ProgramView, call: ts.Expression, handles: ReadonlySet<ts.Node> = none): boolean {
  const { ts: tsc } = view;
  const { parent } = widest(tsc, call);
  if (tsc.isPropertyAccessExpression(parent) && tsc.isCallExpression(parent.parent) && handles.has(parent.parent)) return isResultDropped(view, parent.parent, handles);
  return tsc.isExpressionStatement(parent) || tsc.isVoidExpression(parent) || (tsc.isArrowFunction(parent) && isForNobody(view, parent));
}
