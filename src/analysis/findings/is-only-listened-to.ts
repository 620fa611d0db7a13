import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall, rowsOfTypeItself } from '../../typescript/rows-of.js';
import type { CallLike } from '../../typescript/syntax.js';

/** Whether a call that is passed a value does no more than listen for an event of it, and not for its end: `once(worker, 'message')`. */
export function isOnlyListenedTo(view: ProgramView, value: ts.Expression, call: CallLike): boolean {
  const index = call.arguments?.indexOf(value) ?? -1;
  const [row] = rowsOfCall(view, call, 'registers').rows.filter(({ into, what }) => what === 'a listener' && typeof into === 'object' && 'argument' in into && into.argument === index);
  const event = row === undefined ? undefined : call.arguments?.[row.event ?? 0];
  if (event === undefined || !view.ts.isStringLiteralLike(event)) return false;
  const [ends] = rowsOfTypeItself(view, view.checker.getTypeAtLocation(value), 'ends');
  return ends !== undefined && ![ends.always, ...(ends.also ?? []), ...(ends.unlessFailed ?? [])].includes(event.text);
}
