import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import { frameOf, isCallLike, peel } from '../../typescript/syntax.js';
import { initializerOf } from '../summaries/values-of.js';

/** Whether an expression asks a container of a module that is nobody's scope, and so keeps what it gives: `createContainer().resolve('visits')`. */
export function asksRoot(view: ProgramView, asked: ts.Expression): boolean {
  const { ts: tsc } = view;
  if (!tsc.isCallExpression(asked) || !tsc.isPropertyAccessExpression(asked.expression)) return false;
  const [row] = rowsOfCall(view, asked, 'resolves').rows;
  const container = declarationAt(view, peel(tsc, asked.expression.expression));
  const initializer = container === undefined ? undefined : initializerOf(view, container);
  const made = initializer === undefined ? undefined : peel(tsc, initializer);
  if (row?.rootOf === undefined || made === undefined || !isCallLike(tsc, made) || !tsc.isSourceFile(frameOf(tsc, made))) return false;
  const maker = tsc.isPropertyAccessExpression(made.expression) ? made.expression.name : made.expression;
  const declared = declarationAt(view, maker);
  return declared !== undefined && tsc.isFunctionDeclaration(declared) && declared.name?.text === row.rootOf;
}
