import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import { peel } from '../../typescript/syntax.js';

/** What a one-shot timer with a delay runs. */
export function timedCode(view: ProgramView, call: ts.CallExpression): ts.Expression | undefined {
  const [row] = rowsOfCall(view, call, 'invokes').rows;
  if (row?.per !== 'once' || row.owner !== 'process' || call.arguments.length < 2) return undefined;
  const [given] = call.arguments;
  return given === undefined ? undefined : peel(view.ts, given);
}
