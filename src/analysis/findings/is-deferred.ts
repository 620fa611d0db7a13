/**
 * Whether a promise settles when some other code says so, whenever that is. Computes it from an executor that only puts its
 * ways to settle away, into variables or fields. Assumes that such a promise is made once where nothing but constructors and
 * declarations write what holds it. Gives up promises that calls give: they settle when the call is done.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { frameOf, isFunctionWithBody, peel } from '../../typescript/syntax.js';
import { aliasesOf } from '../graph/aliases-of.js';
import type { Place } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';
import { referencesOf } from '../summaries/references.js';
import { valuesOf } from '../summaries/values-of.js';

import { namingDeclaration } from './capacity.js';

const reactions: ReadonlySet<string> = new Set(['catch', 'finally', 'then']);

function isPutAway({ ts: tsc }: ProgramView, reference: ts.Node): boolean {
  const { parent } = reference;
  return tsc.isBinaryExpression(parent) && parent.right === reference && parent.operatorToken.kind === tsc.SyntaxKind.EqualsToken;
}

function isMadeDeferred(view: ProgramView, value: ts.Expression): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, value);
  if (tsc.isCallExpression(node)) {
    const callee = peel(tsc, node.expression);
    return tsc.isPropertyAccessExpression(callee) && reactions.has(callee.name.text) && isMadeDeferred(view, callee.expression);
  }
  if (!tsc.isNewExpression(node) || node.expression.getText() !== 'Promise') return false;
  const [given] = node.arguments ?? [];
  const executor = given === undefined ? undefined : peel(tsc, given);
  if (executor === undefined || !isFunctionWithBody(tsc, executor) || executor.parameters.length === 0) return false;
  return executor.parameters.every((parameter) => referencesOf(view, parameter).every((reference) => isPutAway(view, reference)));
}

/** Whether what a place leads through is written once for each of its holders. */
function isFixed(view: ProgramView, { base, path }: Place): boolean {
  const holders = [...path.flatMap((step) => (step.kind === 'field' && step.declaration !== undefined ? [step.declaration] : [])), ...(base.kind === 'variable' ? [base.declaration] : [])];
  if (path.some((step) => step.kind === 'element')) return false;
  return holders.every((holder) => valuesOf(view, holder).every(({ at }) => at === holder || view.ts.isConstructorDeclaration(frameOf(view.ts, at))));
}

/** Whether the expression is one and the same promise each time, which other code settles. */
export function isDeferred(view: ProgramView, promise: ts.Expression): boolean {
  const places = placesOf(view, promise);
  const values = places.flatMap((place) => aliasesOf(view, place)).flatMap((place) => {
    const declaration = namingDeclaration(place);
    return declaration === undefined ? [] : valuesOf(view, declaration).map(({ value }) => value);
  });
  return places.every((place) => isFixed(view, place)) && values.length > 0 && values.every((value) => isMadeDeferred(view, value));
}
