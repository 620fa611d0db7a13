import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import { peel } from '../../typescript/syntax.js';

import { timedCode } from './timed-code.js';

/** What runs when somebody gives up, and what says so: a timer, or an abort signal. */
export interface GivenUpCode {
  readonly code: ts.Expression;
  readonly kind: 'aborted' | 'timeout';
}

function abortCode(view: ProgramView, call: ts.CallExpression): ts.Expression | undefined {
  if (!rowsOfCall(view, call, 'registers').rows.some(({ what }) => what === 'an abort listener')) return undefined;
  const [row] = rowsOfCall(view, call, 'invokes').rows;
  const given = row === undefined || typeof row.callback.argument !== 'number' ? undefined : call.arguments[row.callback.argument];
  return given === undefined ? undefined : peel(view.ts, given);
}

/** The code that a call has run once when a time is over or a signal is aborted. */
export function givenUpCode(view: ProgramView, call: ts.CallExpression): GivenUpCode | undefined {
  const timed = timedCode(view, call);
  if (timed !== undefined) return { code: timed, kind: 'timeout' };
  const code = abortCode(view, call);
  return code === undefined ? undefined : { code, kind: 'aborted' };
}
