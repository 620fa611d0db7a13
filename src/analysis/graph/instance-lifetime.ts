/**
 * How long instances of a class live. Computes it from dependency-injection scopes given by models and from where the
 * program creates them: outside any turn, inside turns, or both. Assumes an instance made at start-up is kept. A class
 * whose creation is nowhere to be seen is `unseen`.
 */
import type ts from 'typescript';

import type { ScopesRow } from '../../models/schema.js';
import { declarationsAt } from '../../typescript/declaration-of.js';
import { memoPerProgram, type ProgramView } from '../../typescript/program-view.js';
import { rowsOfDeclaration } from '../../typescript/rows-of.js';
import { fixedName } from '../../typescript/syntax.js';

import { creationsOf } from './callers-of.js';
import { isOnceGuarded } from './once-guard.js';
import { recurrenceOf, statementsAround } from './recurrence.js';

/** `process`: all outlive every turn; `turn`: all die with one; `mixed`: it depends on the path; `unseen`: nothing creates any. */
export type InstanceLifetime = 'mixed' | 'process' | 'turn' | 'unseen';

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

function fromInjection(view: ProgramView, declaration: ts.ClassLikeDeclaration): ScopesRow['lifetime'] | undefined {
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

/** The lifetime of a class's instances, heirs included. */
export const instanceLifetimeOf = memoPerProgram<ts.ClassLikeDeclaration, InstanceLifetime>(
  () => 'mixed',
  (view, declaration) => {
    const injected = fromInjection(view, declaration);
    if (injected !== undefined) return injected;
    const creations = creationsOf(view, declaration).filter((edge) => edge.pace === 'call');
    if (creations.length === 0) return 'unseen';
    const lifetimes = new Set(
      creations.map((edge) => {
        if (isOnceGuarded(view, edge.site)) return 'process';
        if (statementsAround(view, edge.site, edge.frame) !== undefined) return 'turn';
        const recurrence = recurrenceOf(view, edge.frame);
        return recurrence === undefined ? 'process' : recurrence.evidence === 'loop' ? 'turn' : 'mixed';
      }),
    );
    const [only] = lifetimes;
    return lifetimes.size === 1 && only !== undefined ? only : 'mixed';
  },
);
