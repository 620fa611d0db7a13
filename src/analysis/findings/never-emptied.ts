/**
 * Whether a test asks for a container to be empty from which nothing is ever taken. Computes it for what lies under the
 * keys of a container, or is kept in a field, when the code that adds the key puts something in as well. Gives up
 * containers whose uses go out of sight, and those that are put there by several places.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { frameOf } from '../../typescript/syntax.js';
import type { Condition } from '../facts/conditions-on.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { growthSitesIn } from '../facts/growth-sites.js';
import { aliasesOf } from '../graph/aliases-of.js';
import { elementStep, type Place, samePlace, within } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';

import { emptyByCondition } from './emptiness.js';
import { shrinksOf } from './shrinks-of.js';

function isAmong(places: readonly Place[], others: readonly Place[]): boolean {
  return places.some((place) => others.some((other) => samePlace(place, other)));
}

/** The only site that puts containers of these names under their keys; undefined when there are several. */
function onlyPutOf(view: ProgramView, names: readonly Place[]): GrowthSite | undefined {
  const holds = ({ gain, container }: GrowthSite): boolean => gain === 'entry' && isAmong(placesOf(view, container).map((place) => within(place, [elementStep()])), names);
  const [put, ...others] = view.files.flatMap((file) => growthSitesIn(view.ts, file).filter(holds));
  return others.length === 0 ? put : undefined;
}

/** Whether the code that puts a container under a key also puts something into it. */
function isFilledAtOnce(view: ProgramView, put: GrowthSite, names: readonly Place[]): boolean {
  const frame = frameOf(view.ts, put.node);
  return growthSitesIn(view.ts, put.node.getSourceFile()).some(
    (site) => site !== put && frameOf(view.ts, site.node) === frame && (put.values.some((value) => value === site.node) || isAmong(placesOf(view, site.container), names) || put.values.some((value) => value.getText() === site.container.getText())),
  );
}

/** The container that a condition wants to be empty and that never is again, once something is in it. */
export function neverEmptied(view: ProgramView, condition: Condition): ts.Expression | undefined {
  const container = emptyByCondition(view, condition);
  const own = container === undefined ? [] : placesOf(view, container);
  if (container === undefined || own.length === 0 || !own.every(({ path }) => path.at(-1)?.kind === 'element')) return undefined;
  const names = own.flatMap((place) => aliasesOf(view, place));
  const put = onlyPutOf(view, names);
  if (put === undefined || !isFilledAtOnce(view, put, names)) return undefined;
  const { sites, complete } = shrinksOf(view, names, 'element');
  const outer = new Set(shrinksOf(view, own.map(({ base, path }) => ({ base, path: path.slice(0, -1) })), 'entry').sites);
  return complete && sites.every((site) => outer.has(site)) ? container : undefined;
}
