/**
 * Where the handle gets to that a registration gives to a callback instead of returning it: `pool.connect((error, client) => …)`.
 * Computes it by following the callback's parameters. Gives up callbacks that are not written where they are handed over.
 */
import type { RegistersRow } from '../../models/schema.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type CallLike, isFunctionWithBody, peel } from '../../typescript/syntax.js';
import type { Flow } from '../graph/value-flow.js';

import { handleFlow } from './handle-flow.js';

/** The sightings of what the callback of a registration is given to be let go. */
export function handedToCallback(view: ProgramView, registration: CallLike, { argument, parameters }: NonNullable<RegistersRow['handedTo']>): Flow {
  const given = registration.arguments?.[argument];
  const callback = given === undefined ? undefined : peel(view.ts, given);
  if (callback === undefined || !isFunctionWithBody(view.ts, callback)) return { sightings: [], complete: false };
  return handleFlow(view, { declarations: parameters.flatMap((index) => callback.parameters[index] ?? []) });
}
