/**
 * What takes back from a location. Computes the expressions that remove from it, cut it, reset it or replace it or
 * anything it hangs off, under all its names. Assumes fields are one cell for all instances, so another instance's
 * removal counts: a false alarm costs more than a miss. Gives up removal inside libraries.
 */
import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { declarationsAt } from '../../typescript/declaration-of.js';
import { frameOf, peel, widest } from '../../typescript/syntax.js';
import { conditionsOn } from '../facts/conditions-on.js';
import type { Gain } from '../facts/growth-site.js';
import { selfGrowth } from '../facts/self-growth.js';
import { unsetSwitch } from '../graph/once-guard.js';
import type { Sighting } from '../graph/sighting.js';
import type { Place } from '../summaries/place.js';

import { usesOf } from './location-uses.js';

/** The removals found; `complete` is false when the location's uses were too many to follow, or go out of sight. */
export interface Shrinks {
  readonly sites: readonly ts.Node[];
  readonly complete: boolean;
}

const removers = new Set(['clear', 'delete', 'pop', 'shift']);
const trimmers = new Set(['filter', 'slice', 'splice']);

/** A literal key is always the same one, and an object or function written in place is nobody's key. */
function isNeverTheKey(tsc: Compiler, key: ts.Expression): boolean {
  return tsc.isLiteralExpression(key) || tsc.isObjectLiteralExpression(key) || tsc.isArrayLiteralExpression(key) || tsc.isArrowFunction(key) || tsc.isNewExpression(key);
}

function removesByCall(view: ProgramView, expression: ts.Expression): ts.Node | undefined {
  const { ts: tsc } = view;
  const access = expression.parent;
  if (!tsc.isPropertyAccessExpression(access) || access.expression !== expression) return undefined;
  const call = widest(tsc, access).parent;
  if (!tsc.isCallExpression(call)) return undefined;
  const name = access.name.text;
  const [key] = call.arguments;
  if (name === 'delete' && key !== undefined && isNeverTheKey(tsc, peel(tsc, key))) return undefined;
  if (removers.has(name)) return call;
  if (name !== 'splice') return undefined;
  const removed = call.arguments[1];
  return call.arguments.length === 1 || (removed !== undefined && removed.getText() !== '0') ? call : undefined;
}

function removesByOperator(view: ProgramView, expression: ts.Expression, gain: Gain): ts.Node | undefined {
  const { ts: tsc } = view;
  const { parent } = expression;
  const member = tsc.isElementAccessExpression(parent) || tsc.isPropertyAccessExpression(parent) ? parent : undefined;
  if (member?.expression !== expression) return undefined;
  const outer = widest(tsc, member).parent;
  if (tsc.isDeleteExpression(outer)) {
    // A fixed key is removed again and again without the others ever going; `delete` on an array leaves its length.
    const anyKey = tsc.isElementAccessExpression(member) && !tsc.isStringLiteralLike(member.argumentExpression);
    return anyKey && gain !== 'element' ? outer : undefined;
  }
  const cuts = tsc.isPropertyAccessExpression(member) && member.name.text === 'length' && tsc.isBinaryExpression(outer) && outer.operatorToken.kind === tsc.SyntaxKind.EqualsToken;
  return cuts && outer.left === widest(tsc, member) ? outer : undefined;
}

/** Whether an assignment target is where the location is held, rather than a local name for it. */
function holds(view: ProgramView, target: ts.Expression, holders: ReadonlySet<ts.Declaration>): boolean {
  const node = peel(view.ts, target);
  if (view.ts.isElementAccessExpression(node)) return conditionsOn(view.ts, node, frameOf(view.ts, node)).length === 0;
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
  return conditionsOn(view.ts, assignment, frameOf(view.ts, assignment)).some((condition) => unsetSwitch(view, condition)?.getText() === target);
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
  const trimmed = value === undefined ? undefined : peel(tsc, value);
  const trims = trimmed !== undefined && tsc.isCallExpression(trimmed) && tsc.isPropertyAccessExpression(trimmed.expression) && trimmers.has(trimmed.expression.name.text);
  return trims ? call : undefined;
}

/** Everything that takes back from these names of one location what a growth of this kind adds. */
export function shrinksOf(view: ProgramView, places: readonly Place[], gain: Gain): Shrinks {
  const { sightings, holders, complete } = usesOf(view, places);
  const sites = sightings.flatMap((sighting) => {
    const { expression } = sighting;
    return removesByCall(view, expression) ?? removesByOperator(view, expression, gain) ?? replaces(view, expression, holders, gain) ?? trimsInner(view, sighting) ?? [];
  });
  return { sites: [...new Set(sites)], complete };
}
