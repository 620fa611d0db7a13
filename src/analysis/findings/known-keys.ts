/**
 * Whether the key of a store has to be found in a table first. Computes it from the conditions on the store: a look-up of
 * the key, or a property of the stored value that only values made after such a look-up have. Assumes a table that only
 * start-up code fills is finite. Any other that lasts and is not seen to grow or lose anything leaves open how large the
 * store grows. Gives up tables of the turn itself.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { classOf, frameOf, peel } from '../../typescript/syntax.js';
import { type Condition, conditionsInFrame, conditionsOn, leaves } from '../facts/conditions-on.js';
import { growthSitesIn } from '../facts/growth-sites.js';
import { returnsIn } from '../facts/returns.js';
import { instanceLifetimeOf, runsInLoop } from '../graph/recurrence.js';
import { calleesOf } from '../summaries/callees-of.js';
import { isAbsolute, type Place } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';
import { initializerOf, valuesOf } from '../summaries/values-of.js';

import { isEntryUsedBefore } from './entry-used-before.js';
import { fillingOf } from './filled-at-start.js';
import { isFinite, isOwnKey } from './finite-keys.js';
import { usesOf } from './location-uses.js';
import { shrinksOf } from './shrinks-of.js';

/** `fixed`: found in a table that does not grow, or in the container itself; `found`: in one that is not seen to grow or to lose anything. */
export type KeyKnowledge = 'fixed' | 'found';

type Judge = (table: ts.Expression) => KeyKnowledge | undefined;

function isFixedTable(view: ProgramView, expression: ts.Expression): boolean {
  return placesOf(view, expression).every((place) => {
    if (fillingOf(view, place) !== 'in loops') return true;
    if (place.base.kind !== 'variable' || !isAbsolute(view, place)) return false;
    const initializer = initializerOf(view, place.base.declaration);
    const node = initializer === undefined ? undefined : peel(view.ts, initializer);
    if (node === undefined) return view.ts.isEnumDeclaration(place.base.declaration);
    if (view.ts.isArrayLiteralExpression(node)) return node.elements.length > 0;
    if (view.ts.isObjectLiteralExpression(node)) return node.properties.length > 0;
    const [seed] = view.ts.isNewExpression(node) ? (node.arguments ?? []) : [];
    return seed !== undefined;
  });
}

/** Whether code that loops run is seen to put entries under any key into a table. */
function isFilledInLoops(view: ProgramView, places: readonly Place[]): boolean {
  return usesOf(view, places).sightings.some(({ expression, path }) => {
    if (path.length > 0) return false;
    const fills = growthSitesIn(view.ts, expression.getSourceFile()).filter(({ container }) => container === expression);
    return fills.some(({ node, key }) => runsInLoop(view, frameOf(view.ts, node)) && (key === undefined || !isFinite(view, key)));
  });
}

/** A table that outlives the turn, that is not seen to grow and from which nothing is seen to be taken. */
function isSteady(view: ProgramView, expression: ts.Expression): boolean {
  const places = placesOf(view, expression);
  const lasts = places.every((place) => {
    const owner = place.base.kind === 'this' && place.path.length > 0 ? classOf(view.ts, place.base.frame) : undefined;
    return isAbsolute(view, place) || (owner !== undefined && instanceLifetimeOf(view, owner) !== 'turn');
  });
  return places.length > 0 && lasts && shrinksOf(view, places, 'entry').sites.length === 0 && !isFilledInLoops(view, places);
}

/** Whether this is the key, or the key with a fixed text on it: `key + 'berry'`. */
function isOfKey(view: ProgramView, expression: ts.Expression | undefined, key: string): boolean {
  const node = expression === undefined ? undefined : peel(view.ts, expression);
  if (node === undefined || node.getText() === key) return node !== undefined;
  return view.ts.isBinaryExpression(node) && isOfKey(view, node.left, key) && view.ts.isStringLiteralLike(peel(view.ts, node.right));
}

const asking = new Set(['get', 'has', 'hasOwnProperty', 'includes']);

/** The table that a call asks for the key: `TABLE.has(key)`, `Object.hasOwn(TABLE, key)`, `hasOwnProperty.call(TABLE, key)`. */
function askedTable(view: ProgramView, call: ts.CallExpression, key: string): ts.Expression | undefined {
  const { ts: tsc } = view;
  if (!tsc.isPropertyAccessExpression(call.expression)) return undefined;
  const { name, expression } = call.expression;
  const [first, second] = call.arguments;
  if (asking.has(name.text) && isOfKey(view, first, key)) return expression;
  const inArgument = (name.text === 'hasOwn' && expression.getText() === 'Object') || (name.text === 'call' && expression.getText().endsWith('hasOwnProperty'));
  return inArgument && isOfKey(view, second, key) ? first : undefined;
}

/** What a call of the project's own says: all that it gives back is looked up by the parameter that the key is passed for. */
function askedThrough(view: ProgramView, call: ts.CallExpression, key: string, judge: Judge, depth: number): KeyKnowledge | undefined {
  const index = call.arguments.findIndex((argument) => isOfKey(view, argument, key));
  const callees = index < 0 || depth > 2 ? [] : calleesOf(view, call);
  const answers = callees.flatMap((callee) => {
    const parameter = view.ts.isSourceFile(callee) || view.ts.isPropertyDeclaration(callee) ? undefined : callee.parameters[index];
    const returned = parameter === undefined ? [] : returnsIn(view.ts, callee);
    return returned.length === 0 ? [undefined] : returned.map((value) => lookedUp(view, value, parameter?.name.getText() ?? '', judge, depth + 1));
  });
  return together(answers);
}

/** A look-up of the key, which comes out set only when the key is there. */
function lookedUp(view: ProgramView, test: ts.Expression, key: string, judge: Judge, depth = 0): KeyKnowledge | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, test);
  if (tsc.isBinaryExpression(node)) {
    return node.operatorToken.kind === tsc.SyntaxKind.InKeyword && isOfKey(view, node.left, key) ? judge(node.right) : undefined;
  }
  if (tsc.isElementAccessExpression(node)) return isOfKey(view, node.argumentExpression, key) ? judge(node.expression) : undefined;
  if (tsc.isIdentifier(node)) {
    const declaration = declarationAt(view, node);
    const initializer = declaration === undefined ? undefined : initializerOf(view, declaration);
    return initializer === undefined || tsc.isIdentifier(peel(tsc, initializer)) ? undefined : lookedUp(view, initializer, key, judge, depth);
  }
  if (!tsc.isCallExpression(node)) return undefined;
  const table = askedTable(view, node, key);
  return table === undefined ? askedThrough(view, node, key, judge, depth) : judge(table);
}

/** What several ways come to: as much as the least that each of them knows. */
function together(answers: readonly (KeyKnowledge | undefined)[]): KeyKnowledge | undefined {
  if (answers.length === 0 || answers.includes(undefined)) return undefined;
  return answers.includes('found') ? 'found' : 'fixed';
}

/** The operand that must be set for a comparison with nothing to come out like this: `x` in `x !== undefined`. */
function setOperand(view: ProgramView, { test, holds }: Condition): ts.Expression | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, test);
  if (!tsc.isBinaryExpression(node)) return holds ? node : undefined;
  const nothing = node.right.kind === tsc.SyntaxKind.NullKeyword || node.right.getText() === 'undefined';
  const operator = node.operatorToken.kind;
  if (operator === tsc.SyntaxKind.InKeyword) return holds ? node : undefined;
  const differs = operator === tsc.SyntaxKind.ExclamationEqualsEqualsToken || operator === tsc.SyntaxKind.ExclamationEqualsToken;
  const equals = operator === tsc.SyntaxKind.EqualsEqualsEqualsToken || operator === tsc.SyntaxKind.EqualsEqualsToken;
  if (!differs && !equals) return holds ? node : undefined;
  return nothing && holds === differs ? node.left : undefined;
}

const nothing = new Set(["''", '""', '0', 'false', 'null', 'undefined']);

/** Whether a value says of itself that it is nothing: `undefined`, or for a property of it `new Entry({ exists: false })`. */
function isNothing(view: ProgramView, value: ts.Expression, property: string | undefined): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, value);
  if (property === undefined) return nothing.has(node.getText());
  const parts = tsc.isNewExpression(node) || tsc.isCallExpression(node) ? (node.arguments ?? []) : [node];
  return parts.some((part) => {
    const literal = peel(tsc, part);
    const says = tsc.isObjectLiteralExpression(literal) ? literal.properties.find(({ name }) => name?.getText() === property) : undefined;
    return says !== undefined && tsc.isPropertyAssignment(says) && nothing.has(says.initializer.getText());
  });
}

/** Whether code at one node may go on to another that stands later: no block around it leaves before. */
function comesTo(view: ProgramView, from: ts.Node, to: ts.Node): boolean {
  for (let node = from; node.pos > to.pos || node.end < to.end; node = node.parent) {
    if (view.ts.isBlock(node) && leaves(view.ts, node)) return false;
  }
  return from.end <= to.pos;
}

/** `if (entry.exists)`: all that the variable may hold then was made after a look-up of the key. */
function knownByValue(view: ProgramView, set: ts.Expression, site: ts.Node, key: string, judge: Judge): KeyKnowledge | undefined {
  const { ts: tsc } = view;
  const held = tsc.isPropertyAccessExpression(set) ? peel(tsc, set.expression) : set;
  const declaration = tsc.isIdentifier(held) ? declarationAt(view, held) : undefined;
  if (declaration === undefined || !tsc.isVariableDeclaration(declaration)) return undefined;
  const property = tsc.isPropertyAccessExpression(set) ? set.name.text : undefined;
  const made = valuesOf(view, declaration).filter(({ value, at }) => comesTo(view, at, site) && !isNothing(view, value, property));
  return together(
    made.map(({ value, at }) => {
      const asked = conditionsInFrame(tsc, at).flatMap((condition) => setOperand(view, condition) ?? []);
      return [value, ...asked].map((expression) => lookedUp(view, expression, key, judge)).find((answer) => answer !== undefined);
    }),
  );
}

/** What the conditions on a store say of its key. */
function knownByConditions(view: ProgramView, site: ts.Node, key: ts.Expression, container: ts.Expression): KeyKnowledge | undefined {
  const text = peel(view.ts, key).getText();
  const own = peel(view.ts, container).getText();
  const frame = frameOf(view.ts, site);
  const judge: Judge = (table) => {
    if ((table.getText() === own && frameOf(view.ts, table) === frame) || isFixedTable(view, table)) return 'fixed';
    return isSteady(view, table) ? 'found' : undefined;
  };
  const set = conditionsOn(view.ts, site, frame).flatMap((condition) => setOperand(view, condition) ?? []);
  const answers = set.flatMap((expression) => lookedUp(view, expression, text, judge) ?? knownByValue(view, expression, site, text, judge) ?? []);
  return answers.includes('fixed') ? 'fixed' : answers[0];
}

/** What is known of the key of a store, by itself or from the conditions on the store; undefined when it may be any. */
export function keyKnowledge(view: ProgramView, site: ts.Node, key: ts.Expression, container: ts.Expression): KeyKnowledge | undefined {
  return isFinite(view, key) || isOwnKey(view, key, container) || isEntryUsedBefore(view, site, key, container) ? 'fixed' : knownByConditions(view, site, key, container);
}

/** Whether the key of a store takes only finitely many values, or none that is new. */
export function hasFiniteKeys(view: ProgramView, site: ts.Node, key: ts.Expression, container: ts.Expression): boolean {
  return keyKnowledge(view, site, key, container) === 'fixed';
}
