/**
 * Whether a promise stays pending for as long as a process or connection. Computes it from how the promise is made: with
 * an executor whose ways to settle are kept for an event that only comes at the end, or not kept at all. Assumes any
 * other promise settles soon; a settled one holds no reactions.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import { around, type CallLike, isCallLike, isFunctionWithBody, peel } from '../../typescript/syntax.js';
import { aliasesOf } from '../graph/aliases-of.js';
import { referencesOf } from '../summaries/references.js';
import { placesOf } from '../summaries/places-of.js';
import { valuesOf } from '../summaries/values-of.js';

import { namingDeclaration } from './capacity.js';

/** Whether a call registers for an event that comes at the end or never. */
function waitsForTheEnd(view: ProgramView, call: CallLike): boolean {
  return rowsOfCall(view, call, 'registers').rows.some((row) => {
    const event = call.arguments?.[row.event ?? 0];
    return event !== undefined && view.ts.isStringLiteralLike(event) && row.lastEvents?.includes(event.text) === true;
  });
}

/** Whether something inside an executor happens only when the last event comes. */
function comesLast(view: ProgramView, node: ts.Node, executor: ts.Node): boolean {
  for (const outer of around(node)) {
    if (outer === executor) return false;
    if (isCallLike(view.ts, outer) && waitsForTheEnd(view, outer)) return true;
  }
  return false;
}

/** Whether a way to settle is put into a variable that is only used when the last event comes. */
function isKeptForTheEnd(view: ProgramView, reference: ts.Node, executor: ts.Node): boolean {
  const { ts: tsc } = view;
  const { parent } = reference;
  if (!tsc.isBinaryExpression(parent) || parent.right !== reference || !tsc.isIdentifier(parent.left)) return false;
  const variable = declarationAt(view, parent.left);
  if (variable === undefined || !tsc.isVariableDeclaration(variable)) return false;
  return referencesOf(view, variable).every((use) => use === parent.left || comesLast(view, use, executor));
}

function isPendingFor(view: ProgramView, value: ts.Expression): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, value);
  if (tsc.isCallExpression(node)) return waitsForTheEnd(view, node);
  if (!tsc.isNewExpression(node) || node.expression.getText() !== 'Promise') return false;
  const [given] = node.arguments ?? [];
  const executor = given === undefined ? undefined : peel(tsc, given);
  if (executor === undefined || !isFunctionWithBody(tsc, executor)) return false;
  return executor.parameters.every((parameter) => referencesOf(view, parameter).every((reference) => comesLast(view, reference, executor) || isKeptForTheEnd(view, reference, executor)));
}

/** Whether the expression is a promise that stays pending. */
export function neverSettles(view: ProgramView, promise: ts.Expression): boolean {
  const places = placesOf(view, promise).flatMap((place) => aliasesOf(view, place));
  const values = places.flatMap((place) => {
    const declaration = namingDeclaration(place);
    return declaration === undefined ? [] : valuesOf(view, declaration).map(({ value }) => value);
  });
  return values.length > 0 && values.every((value) => isPendingFor(view, value));
}
