import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { isForeign } from '../../typescript/rows-of.js';
import { isCallLike, peel } from '../../typescript/syntax.js';
import { initializerOf } from '../summaries/values-of.js';

/** What injection is asked by: a name, or the class, constant or enum member that stands for what is wanted. */
export type Token = string | ts.Declaration;

/** The token an expression denotes; what is wrapped to be looked up later is what it wraps: `forwardRef(() => Orders)`. */
export function tokenOf(view: ProgramView, expression: ts.Expression): Token | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  if (tsc.isStringLiteralLike(node)) return node.text;
  const [wrapped] = isCallLike(tsc, node) ? (node.arguments ?? []) : [];
  if (wrapped !== undefined && tsc.isArrowFunction(wrapped)) return tsc.isBlock(wrapped.body) ? undefined : tokenOf(view, wrapped.body);
  const name = tsc.isPropertyAccessExpression(node) ? node.name : node;
  const declaration = tsc.isIdentifier(name) ? declarationAt(view, name) : undefined;
  if (declaration === undefined || tsc.isParameter(declaration)) return undefined;
  const value = isForeign(declaration) ? undefined : initializerOf(view, declaration);
  return value !== undefined && tsc.isStringLiteralLike(value) ? value.text : declaration;
}
