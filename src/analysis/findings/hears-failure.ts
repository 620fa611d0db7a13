import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { frameOf } from '../../typescript/syntax.js';

import type { AwaitedEnd } from './awaited-ends.js';
import { callsInside } from './calls-inside.js';
import { heardEventOf } from './heard-event.js';

/** Whether the code that waits for an event also listens for a failure of the same thing: one that nobody hears ends the process. */
export function hearsFailure(view: ProgramView, { node, emitter, ends }: AwaitedEnd): boolean {
  const owner = emitter === undefined ? undefined : declarationAt(view, emitter);
  return callsInside(view, frameOf(view.ts, node)).some((call) => {
    const heard = heardEventOf(view, call);
    return heard !== undefined && (ends?.fails?.includes(heard.event) ?? false) && owner !== undefined && declarationAt(view, heard.emitter) === owner;
  });
}
