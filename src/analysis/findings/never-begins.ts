import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { peel } from '../../typescript/syntax.js';

import { numberRange } from './number-range.js';
import { isOutOfRange } from './out-of-range.js';

/** Whether the first round of a counting loop cannot begin, whatever it counts along: `for (let i = 0; i > list.length; i++)`. */
export function neverBegins(view: ProgramView, { condition, initializer }: ts.ForStatement): boolean {
  const { ts: tsc } = view;
  const test = condition === undefined ? undefined : peel(tsc, condition);
  if (test === undefined || !tsc.isBinaryExpression(test) || initializer === undefined || !tsc.isVariableDeclarationList(initializer)) return false;
  const counter = initializer.declarations.find((declaration) => tsc.isIdentifier(test.left) && declarationAt(view, test.left) === declaration);
  const first = counter?.initializer === undefined ? undefined : numberRange(view, counter.initializer);
  const limit = first === undefined ? undefined : numberRange(view, test.right);
  return first !== undefined && limit !== undefined && isOutOfRange(tsc, test.operatorToken.kind, true, first, limit);
}
