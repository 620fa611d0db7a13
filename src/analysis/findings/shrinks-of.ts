/**
 * What takes back from a location. Computes the expressions that remove from it, cut it, reset it or replace it or
 * anything it hangs off, under all its names. Assumes fields are one cell for all instances, so another instance's
 * removal counts: a false alarm costs more than a miss. Removal inside a library counts where its code can be read.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { declarationsAt } from '../../typescript/declaration-of.js';
import { frameOf, peel } from '../../typescript/syntax.js';
import { conditionsInFrame } from '../facts/conditions-on.js';
import type { Gain } from '../facts/growth-site.js';
import { removalAt } from '../facts/removal-at.js';
import { selfGrowth } from '../facts/self-growth.js';
import { unsetSwitch } from '../graph/once-guard.js';
import type { Sighting } from '../graph/sighting.js';
import type { Place } from '../summaries/place.js';
import { writtenOut } from '../summaries/written-out.js';

import { removalByDependency } from './dependency-uses.js';
import { usesOf } from './location-uses.js';

/** The removals found; `complete` is false when the location's uses were too many to follow, or go out of sight. */
export interface Shrinks {
  readonly sites: readonly ts.Node[];
  readonly complete: boolean;
}

const trimmers = new Set(['filter', 'slice', 'splice']);

/** Whether an assignment target is where the location is held, rather than a local name for it. */
function holds(view: ProgramView, target: ts.Expression, holders: ReadonlySet<ts.Declaration>): boolean {
  const node = peel(view.ts, target);
  if (view.ts.isElementAccessExpression(node)) return conditionsInFrame(view.ts, node).length === 0;
  const name = view.ts.isPropertyAccessExpression(node) ? node.name : node;
  return (view.ts.isIdentifier(name) || view.ts.isPrivateIdentifier(name)) && declarationsAt(view, name).some((d) => holders.has(d));
}

/** `next` in `head = head.next`: the list gives up its first node. */
function stepsAlong(view: ProgramView, assignment: ts.BinaryExpression): boolean {
  const value = peel(view.ts, assignment.right);
  const empties = value.kind === view.ts.SyntaxKind.NullKeyword || value.getText() === 'undefined';
  return empties || (view.ts.isPropertyAccessExpression(value) && value.expression.getText() === assignment.left.getText());
}

/** `if (!x) x = new …`: a slot that is filled when it is empty is not emptied by it. */
function fillsEmpty(view: ProgramView, assignment: ts.BinaryExpression): boolean {
  const target = peel(view.ts, assignment.left).getText();
  return conditionsInFrame(view.ts, assignment).some((condition) => unsetSwitch(view, condition)?.getText() === target);
}

/** An assignment that puts something else where the location is held. */
export function replaces(view: ProgramView, expression: ts.Expression, holders: ReadonlySet<ts.Declaration>, gain: Gain): ts.Node | undefined {
  const { ts: tsc } = view;
  const { parent } = expression;
  if (!holds(view, expression, holders) || tsc.isConstructorDeclaration(frameOf(tsc, expression))) return undefined;
  if (tsc.isArrayLiteralExpression(parent) && tsc.isBinaryExpression(parent.parent) && parent.parent.left === parent) return parent.parent;
  if (!tsc.isBinaryExpression(parent) || parent.left !== expression || parent.operatorToken.kind !== tsc.SyntaxKind.EqualsToken) return undefined;
  if (fillsEmpty(view, parent)) return undefined;
  if (gain === 'node') return stepsAlong(view, parent) ? parent : undefined;
  return selfGrowth(tsc, parent) === undefined ? parent : undefined;
}

/** `m.set(k, m.get(k).slice(-n))`: an inner container trimmed as it is put back. */
function trimsInner(view: ProgramView, { expression, path }: Sighting): ts.Node | undefined {
  const { ts: tsc } = view;
  const access = expression.parent;
  if (path.length === 0 || !tsc.isPropertyAccessExpression(access) || access.name.text !== 'set') return undefined;
  const call = access.parent;
  const value = tsc.isCallExpression(call) ? call.arguments[1] : undefined;
  const trimmed = value === undefined ? undefined : writtenOut(view, value);
  const trims = trimmed !== undefined && tsc.isCallExpression(trimmed) && tsc.isPropertyAccessExpression(trimmed.expression) && trimmers.has(trimmed.expression.name.text);
  return trims ? call : undefined;
}

/** Everything that takes back from these names of one location what a growth of this kind adds. */
export function shrinksOf(view: ProgramView, places: readonly Place[], gain: Gain): Shrinks {
  const { sightings, holders, complete } = usesOf(view, places);
  const sites = sightings.flatMap((sighting) => {
    const { expression } = sighting;
    return removalAt(view.ts, expression, gain) ?? replaces(view, expression, holders, gain) ?? trimsInner(view, sighting) ?? removalByDependency(view, sighting) ?? [];
  });
  return { sites: [...new Set(sites)], complete };
}
