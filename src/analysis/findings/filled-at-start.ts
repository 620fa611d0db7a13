/**
 * Whether a collection is filled while the program starts and never again, so that what it holds is a fixed number of
 * things. Computes it from everything that adds to the collection or puts another in its place. Assumes that code which
 * no loop is seen to run does not repeat. Gives up collections that are the turn's own.
 */
import type { ProgramView } from '../../typescript/program-view.js';
import { classOf, frameOf } from '../../typescript/syntax.js';
import { growthSitesIn } from '../facts/growth-sites.js';
import { instanceLifetimeOf, runsInLoop } from '../graph/recurrence.js';
import { isAbsolute, type Place } from '../summaries/place.js';
import { valuesOf } from '../summaries/values-of.js';

import { usesOf } from './location-uses.js';

function outlivesTurns(view: ProgramView, place: Place): boolean {
  if (isAbsolute(view, place)) return true;
  const owner = place.base.kind === 'this' && place.path.length > 0 ? classOf(view.ts, place.base.frame) : undefined;
  return owner !== undefined && instanceLifetimeOf(view, owner) === 'process';
}

/** What is known of how a collection gets its contents: never in a loop; `seen` when code that fills it was found. */
export function fillingOf(view: ProgramView, place: Place): 'in loops' | 'out of sight' | 'seen at start' {
  if (!outlivesTurns(view, place) || place.path.some((step) => step.kind !== 'field')) return 'in loops';
  const { sightings, holders, complete } = usesOf(view, [place]);
  if (!complete) return 'in loops';
  const replaced = [...holders].some((holder) => valuesOf(view, holder).some(({ at }) => at !== holder && runsInLoop(view, frameOf(view.ts, at))));
  if (replaced) return 'in loops';
  const fills = sightings.filter(({ path }) => path.length === 0).flatMap(({ expression }) => growthSitesIn(view.ts, expression.getSourceFile()).filter(({ container }) => container === expression));
  if (fills.some(({ node }) => runsInLoop(view, frameOf(view.ts, node)))) return 'in loops';
  return fills.length > 0 ? 'seen at start' : 'out of sight';
}
