/**
 * Whether a test asks for a container to be empty from which nothing is ever taken. Computes it for what lies under the
 * keys of a container, or is kept in a field, when the code that adds the key puts something in as well. Gives up
 * containers whose uses go out of sight, and those that are put there by several places.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { frameOf, peel } from '../../typescript/syntax.js';
import type { Condition } from '../facts/conditions-on.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { growthSitesIn } from '../facts/growth-sites.js';
import { unsetSwitch } from '../graph/once-guard.js';
import { aliasesOf } from '../graph/aliases-of.js';
import { elementStep, type Place, samePlace, within } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';

import { shrinksOf } from './shrinks-of.js';

/** The container that has to be empty for a condition to let code through: `list.length === 0`, `!set.size`, `set.size < 1`. */
function emptyByCondition(view: ProgramView, condition: Condition): ts.Expression | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, condition.test);
  const isBelowOne = condition.holds && tsc.isBinaryExpression(node) && node.operatorToken.kind === tsc.SyntaxKind.LessThanToken && node.right.getText() === '1';
  const size = isBelowOne ? peel(tsc, node.left) : unsetSwitch(view, condition);
  const isSize = size !== undefined && tsc.isPropertyAccessExpression(size) && (size.name.text === 'length' || size.name.text === 'size');
  return isSize ? size.expression : undefined;
}

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
