/**
 * How long dependency injection keeps instances of a class. Computes it from the decorators on the class and the scope
 * they are given. Assumes the framework's default where no scope is written.
 */
import type ts from 'typescript';

import type { ScopesRow } from '../../models/schema.js';
import { declarationsAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfDeclaration } from '../../typescript/rows-of.js';
import { fixedName } from '../../typescript/syntax.js';

function scopeChosen(view: ProgramView, row: ScopesRow, call: ts.Expression): ScopesRow['lifetime'] {
  const { ts: tsc } = view;
  const [options] = tsc.isCallExpression(call) ? call.arguments : [];
  if (row.unless === undefined || options === undefined || !tsc.isObjectLiteralExpression(options)) return row.lifetime;
  for (const property of options.properties) {
    if (!tsc.isPropertyAssignment(property) || fixedName(tsc, property.name) !== row.unless.option) continue;
    return row.unless.except.includes(property.initializer.getText()) ? row.lifetime : row.unless.lifetime;
  }
  return row.lifetime;
}

/** The lifetime that injection gives a class's instances; undefined when it is not injected. */
export function injectedLifetimeOf(view: ProgramView, declaration: ts.ClassLikeDeclaration): ScopesRow['lifetime'] | undefined {
  const { ts: tsc } = view;
  for (const decorator of tsc.getDecorators(declaration) ?? []) {
    const callee = tsc.isCallExpression(decorator.expression) ? decorator.expression.expression : decorator.expression;
    for (const target of declarationsAt(view, tsc.isPropertyAccessExpression(callee) ? callee.name : callee)) {
      const [row] = rowsOfDeclaration(view, target, 'scopes');
      if (row !== undefined) return scopeChosen(view, row, decorator.expression);
    }
  }
  return undefined;
}
