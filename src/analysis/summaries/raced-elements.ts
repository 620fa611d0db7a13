import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import { peel } from '../../typescript/syntax.js';

/** What runs in a race that a call starts, one of which it gives back; undefined for any other call. */
export function racedElements(view: ProgramView, call: ts.CallExpression): readonly ts.Expression[] | undefined {
  const [given] = call.arguments;
  const list = given === undefined ? undefined : peel(view.ts, given);
  if (list === undefined || !view.ts.isArrayLiteralExpression(list)) return undefined;
  const races = rowsOfCall(view, call, 'registers').rows.some(({ what, into }) => what === 'a reaction' && typeof into === 'object' && 'elements' in into);
  return races ? list.elements : undefined;
}
