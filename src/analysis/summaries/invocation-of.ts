import type { ProgramView } from '../../typescript/program-view.js';
import { type CallLike, frameOf, peel } from '../../typescript/syntax.js';

import type { Invocation } from './lift.js';

/** A call as an invocation of what it calls. */
export function invocationOf(view: ProgramView, call: CallLike): Invocation {
  const { ts: tsc } = view;
  const callee = peel(tsc, call.expression);
  const object = tsc.isPropertyAccessExpression(callee) ? callee.expression : undefined;
  return {
    frame: frameOf(tsc, call),
    site: call,
    arguments: call.arguments ?? [],
    receiver: tsc.isNewExpression(call) ? call : object,
    anchor: object ?? callee,
  };
}
