/**
 * Whether an expression is an object or function that nothing else can be identical to: made in place, or kept in a
 * constant that nobody has been given before. Gives up what calls make, which may be the same again.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { frameOf, peel } from '../../typescript/syntax.js';
import { referencesOf } from '../summaries/references.js';
import { initializerOf } from '../summaries/values-of.js';

import { isMadeInPlace } from './made-in-place.js';

function isMadeHere(view: ProgramView, node: ts.Expression): boolean {
  const { ts: tsc } = view;
  return isMadeInPlace(view, node) || tsc.isObjectLiteralExpression(node) || tsc.isArrayLiteralExpression(node) || tsc.isNewExpression(node) || tsc.isRegularExpressionLiteral(node);
}

/** Whether the value of an expression is new where it is written, so that no comparison by identity finds it anywhere. */
export function isNewIdentity(view: ProgramView, expression: ts.Expression): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  if (isMadeHere(view, node)) return true;
  const declaration = tsc.isIdentifier(node) ? declarationAt(view, node) : undefined;
  if (declaration === undefined || !tsc.isVariableDeclaration(declaration) || (tsc.getCombinedNodeFlags(declaration) & tsc.NodeFlags.Const) === 0) return false;
  const made = initializerOf(view, declaration);
  if (made === undefined || !isMadeHere(view, peel(tsc, made)) || frameOf(tsc, declaration) !== frameOf(tsc, node)) return false;
  return referencesOf(view, declaration).every((reference) => reference.pos >= node.pos);
}
