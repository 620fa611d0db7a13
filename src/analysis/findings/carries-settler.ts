import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, isWithin } from '../../typescript/syntax.js';

const deepest = 2;

/** Whether a value carries a way to settle the promise of an executor: a parameter of it, or code that mentions one. */
export function carriesSettler(view: ProgramView, value: ts.Node, executor: Frame, depth = 0): boolean {
  const { ts: tsc } = view;
  if (tsc.isIdentifier(value)) {
    const declaration = tsc.isShorthandPropertyAssignment(value.parent) ? view.checker.getShorthandAssignmentValueSymbol(value.parent)?.valueDeclaration : declarationAt(view, value);
    if (declaration === undefined || !isWithin(declaration, executor)) return false;
    if (tsc.isParameter(declaration)) return declaration.parent === executor;
    return depth < deepest && tsc.isVariableDeclaration(declaration) && declaration.initializer !== undefined && carriesSettler(view, declaration.initializer, executor, depth + 1);
  }
  return tsc.forEachChild(value, (child) => carriesSettler(view, child, executor, depth) || undefined) ?? false;
}
