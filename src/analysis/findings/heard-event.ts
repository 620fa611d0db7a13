import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { peel } from '../../typescript/syntax.js';

const registrars: ReadonlySet<string> = new Set(['addEventListener', 'addListener', 'on', 'once', 'prependListener', 'prependOnceListener']);

/** What a call listens for, and to whom, when it says so. */
export interface HeardEvent {
  readonly emitter: ts.Expression;
  readonly event: string;
}

/** The event that a call puts a listener on: `socket.once('close', f)`. */
export function heardEventOf({ ts: tsc }: ProgramView, call: ts.Node): HeardEvent | undefined {
  if (!tsc.isCallExpression(call)) return undefined;
  const callee = peel(tsc, call.expression);
  if (!tsc.isPropertyAccessExpression(callee) || !registrars.has(callee.name.text)) return undefined;
  const [event] = call.arguments;
  return event === undefined || !tsc.isStringLiteralLike(event) ? undefined : { emitter: callee.expression, event: event.text };
}
