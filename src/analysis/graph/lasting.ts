/**
 * What lives longer than the turn that reaches it, though the turn was handed it: a keep-alive socket serves many
 * requests. Computes it from the models' word on the members along a path. Assumes the turn's own objects otherwise.
 */
import type { LastsRow } from '../../models/schema.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfDeclaration } from '../../typescript/rows-of.js';
import type { Place } from '../summaries/place.js';

/** The paces of turns of which one connection brings many. */
export const servedByConnection: ReadonlySet<string> = new Set(['event', 'message', 'request']);

/** The life that a library gives to something on the way to the place. */
export function lastingRow(view: ProgramView, place: Place): LastsRow | undefined {
  for (const step of place.path) {
    const [row] = step.kind === 'field' && step.declaration !== undefined ? rowsOfDeclaration(view, step.declaration, 'lasts') : [];
    if (row !== undefined) return row;
  }
  return undefined;
}
