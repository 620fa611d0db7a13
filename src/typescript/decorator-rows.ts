import type ts from 'typescript';

import type { ModelRow } from '../models/schema.js';

import { declarationsAt } from './declaration-of.js';
import type { ProgramView } from './program-view.js';
import { type RowOf, rowsOfDeclaration } from './rows-of.js';

/** A decorator and what the models say of it. */
export interface DecoratorRow<K extends ModelRow['kind']> {
  readonly decorator: ts.Decorator;
  readonly row: RowOf<K>;
}

/** What the models say, in rows of one kind, of the decorators on a class, a member or a parameter. */
export function decoratorRowsOf<K extends ModelRow['kind']>(view: ProgramView, node: ts.Node, kind: K): readonly DecoratorRow<K>[] {
  const { ts: tsc } = view;
  const decorators = tsc.canHaveDecorators(node) ? (tsc.getDecorators(node) ?? []) : [];
  return decorators.flatMap((decorator) => {
    const callee = tsc.isCallExpression(decorator.expression) ? decorator.expression.expression : decorator.expression;
    const name = tsc.isPropertyAccessExpression(callee) ? callee.name : callee;
    return declarationsAt(view, name).flatMap((declaration) => rowsOfDeclaration(view, declaration, kind).map((row) => ({ decorator, row })));
  });
}
