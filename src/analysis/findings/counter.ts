/**
 * Whether an array index only ever goes up, so that a store under it appends. Computes it from every store to the
 * index's variable or field: all must step it up. Assumes a step is positive.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { frameOf, peel } from '../../typescript/syntax.js';
import { type StoredValue, valuesOf } from '../summaries/values-of.js';

/** Whether one store to a variable makes it larger. */
export function stepsUp(view: ProgramView, { value, at }: StoredValue): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, value);
  if (tsc.isPrefixUnaryExpression(node) || tsc.isPostfixUnaryExpression(node)) return node.operator === tsc.SyntaxKind.PlusPlusToken;
  if (!tsc.isBinaryExpression(node)) return false;
  if (node.operatorToken.kind === tsc.SyntaxKind.PlusEqualsToken) return true;
  const target = tsc.isBinaryExpression(at) ? at.left.getText() : undefined;
  return node.operatorToken.kind === tsc.SyntaxKind.PlusToken && peel(tsc, node.left).getText() === target;
}

/** Whether an index outlives the code that stores under it and only goes up. */
export function isCounter(view: ProgramView, index: ts.Expression, site: ts.Node): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, index);
  const name = tsc.isPropertyAccessExpression(node) ? node.name : tsc.isIdentifier(node) ? node : undefined;
  const declaration = name === undefined ? undefined : declarationAt(view, name);
  if (declaration === undefined || frameOf(tsc, declaration) === frameOf(tsc, site)) return false;
  const steps = valuesOf(view, declaration).filter(({ at }) => at !== declaration);
  return steps.length > 0 && steps.every((step) => stepsUp(view, step));
}
