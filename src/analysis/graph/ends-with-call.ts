/**
 * Whether each call of a function ends the endless statement in it. Computes it from the switch that the statement, or the
 * project's own generator that it goes over, keeps for each call, and from whether turns call the function. Assumes that
 * somebody turns such a switch: else each turn would start a loop for ever. Gives up functions that only run when the program starts,
 * whose switch may well be turned when it stops.
 */
import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, peel } from '../../typescript/syntax.js';
import { endlessLoopIn } from '../facts/endless-loops.js';
import { hasOwnSwitch } from '../facts/own-switch.js';
import { calleesOf } from '../summaries/callees-of.js';

import type { LoopStatement } from './endless-iteration.js';
import { runsInLoop } from './recurrence.js';

function isLeftByOwnSwitch(view: ProgramView, { loop }: LoopStatement): boolean {
  const { ts: tsc } = view;
  if (!tsc.isForOfStatement(loop)) return hasOwnSwitch(tsc, loop);
  const iterable = peel(tsc, loop.expression);
  const generators = tsc.isCallExpression(iterable) ? calleesOf(view, iterable) : [];
  return (
    generators.length > 0 &&
    generators.every((generator) => {
      const inner = endlessLoopIn(tsc, generator);
      return inner === undefined || hasOwnSwitch(tsc, inner);
    })
  );
}

/** Whether an endless statement of a function ends with the call that runs it. */
export function endsWithCall(view: ProgramView, statement: LoopStatement, frame: Frame): boolean {
  return isLeftByOwnSwitch(view, statement) && runsInLoop(view, frame);
}
