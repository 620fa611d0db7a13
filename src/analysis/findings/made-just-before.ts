/**
 * Whether a growth adds to what the same code has just made, although its variable may hold something older elsewhere.
 * Computes it from the last assignment that is always passed before: `entry = { signal: make() }; entry.signal.on(…)`.
 * Assumes that a property written in the literal holds what is written there.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { fixedName, peel } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { placesOf } from '../summaries/places-of.js';

import { lastValueOf } from './last-value.js';

/** Whether an expression evaluates to something made at that moment, and to nothing else. */
function isFresh(view: ProgramView, value: ts.Expression): boolean {
  const places = placesOf(view, value);
  return places.length > 0 && places.every(({ base, path }) => base.kind === 'fresh' && path.length === 0);
}

/** Whether the container was made by a statement that is always passed just before it grows. */
export function isMadeJustBefore(view: ProgramView, { container }: GrowthSite): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, container);
  const holder = tsc.isPropertyAccessExpression(node) ? peel(tsc, node.expression) : node;
  const value = tsc.isIdentifier(holder) ? lastValueOf(view, holder) : undefined;
  if (value === undefined) return false;
  if (!tsc.isPropertyAccessExpression(node)) return isFresh(view, value);
  const property = tsc.isObjectLiteralExpression(value) ? value.properties.find((one) => fixedName(tsc, one.name) === node.name.text) : undefined;
  return property !== undefined && tsc.isPropertyAssignment(property) && isFresh(view, property.initializer);
}
