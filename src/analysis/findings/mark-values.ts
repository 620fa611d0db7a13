/**
 * The few values that a mark on the entries of a container can have: `closed` in `{ socket, closed: false }`. Computes them
 * from everything that is put into the container and from every write of a member of that name in the program. Assumes
 * that members of one name may be the same. Gives up containers that are filled with more than object literals.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { widest } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { growthSitesIn } from '../facts/growth-sites.js';
import { namesIn } from '../facts/name-index.js';
import type { Name } from '../facts/node-index.js';
import { elementStep, type Place, samePlace, within } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';

import { onlyValuesOf } from './only-values.js';
import { isPatternTarget } from './pattern-target.js';
import { literalBehind, memberOfLiteral } from './written-option.js';
import { isWrittenUnnamed } from './written-unnamed.js';

type Values = readonly string[] | undefined;

/** What writing a name stores in a member of that name: nothing where it only reads, undefined where that is not known. */
function storedAt(view: ProgramView, name: Name): Values {
  const { ts: tsc } = view;
  const { parent } = name;
  if (tsc.isPropertyAssignment(parent) && parent.name === name) return isPatternTarget(tsc, parent.parent) ? [] : onlyValuesOf(view, parent.initializer);
  if (tsc.isShorthandPropertyAssignment(parent) && parent.name === name) return isPatternTarget(tsc, parent.parent) ? [] : onlyValuesOf(view, parent.name);
  if (tsc.isPropertyDeclaration(parent) && parent.name === name) return parent.initializer === undefined ? ['undefined'] : onlyValuesOf(view, parent.initializer);
  if (tsc.isAccessor(parent) || tsc.isMethodDeclaration(parent)) return parent.name === name ? undefined : [];
  if (!tsc.isPropertyAccessExpression(parent) || parent.name !== name) return [];
  const target = widest(tsc, parent);
  const user = target.parent;
  if (isPatternTarget(tsc, target) || tsc.isPrefixUnaryExpression(user) || tsc.isPostfixUnaryExpression(user)) {
    return tsc.isPrefixUnaryExpression(user) && user.operator === tsc.SyntaxKind.ExclamationToken ? [] : undefined;
  }
  if (tsc.isDeleteExpression(user)) return ['undefined'];
  if (!tsc.isBinaryExpression(user) || user.left !== target) return [];
  const { kind } = user.operatorToken;
  if (kind === tsc.SyntaxKind.EqualsToken) return onlyValuesOf(view, user.right);
  return kind >= tsc.SyntaxKind.FirstAssignment && kind <= tsc.SyntaxKind.LastAssignment ? undefined : [];
}

function isSame(places: readonly Place[], others: readonly Place[]): boolean {
  return places.some((place) => others.some((other) => samePlace(place, other)));
}

/** Everything put into the container of a growth. */
function valuesPut(view: ProgramView, { container }: GrowthSite): readonly ts.Expression[] {
  const own = placesOf(view, container);
  const sites = view.files.flatMap((file) => growthSitesIn(view.ts, file).filter((site) => site.container.getText() === container.getText() || isSame(placesOf(view, site.container), own)));
  return sites.flatMap(({ values }) => values);
}

/** The values that a member of the entries which a growth adds can have; undefined when they are not known. */
export function markValuesOf(view: ProgramView, { expression, name }: ts.PropertyAccessExpression, growth: GrowthSite): Values {
  const entries = placesOf(view, growth.container).map((place) => within(place, [elementStep()]));
  const asked = placesOf(view, expression);
  if (growth.values.length === 0 || asked.length === 0 || !asked.every((place) => isSame([place], entries))) return undefined;
  const stored = view.files.flatMap((file) => (namesIn(view.ts, file).get(name.text) ?? []).map((one) => storedAt(view, one)));
  if (stored.includes(undefined)) return undefined;
  const written = valuesPut(view, growth).map((value) => {
    const literal = literalBehind(view, value);
    return literal === undefined ? 'unknown' : memberOfLiteral(view, literal, name.text);
  });
  if (written.length === 0 || written.includes('unknown') || isWrittenUnnamed(view, name.text)) return undefined;
  return [...new Set([...stored.flatMap((values) => values ?? []), ...(written.includes('absent') ? ['undefined'] : [])])];
}
