import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { peel } from '../../typescript/syntax.js';
import { initializerOf } from './values-of.js';

/** The expression itself, or what the constant it names was set to. */
export function writtenOut(view: ProgramView, expression: ts.Expression): ts.Expression {
  const node = peel(view.ts, expression);
  const declaration = view.ts.isIdentifier(node) ? declarationAt(view, node) : undefined;
  const initializer = declaration === undefined ? undefined : initializerOf(view, declaration);
  return initializer === undefined ? node : peel(view.ts, initializer);
}
