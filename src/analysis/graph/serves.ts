/**
 * Whether a program takes requests or connections itself, so that what nobody calls in it is no interface for others.
 * Computes it from calls and decorators that, as the models know, have code run per request or connection; the first one
 * answers. Assumes that a program which serves is no library as well. Gives up what `any` hides.
 */
import type ts from 'typescript';

import type { ModelRow, Per } from '../../models/schema.js';
import { decoratorRowsOf } from '../../typescript/decorator-rows.js';
import { presentLibraries } from '../../typescript/present-libraries.js';
import { perProgram, type ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import { widest } from '../../typescript/syntax.js';
import type { Name } from '../facts/node-index.js';
import { namesIn } from '../facts/name-index.js';

const serving = new Set<Per | 'created'>(['connection', 'request']);

function isServing(row: ModelRow): boolean {
  if (row.kind === 'decorates') return serving.has(row.per);
  return row.kind === 'invokes' && (serving.has(row.per) || Object.keys(row.events ?? {}).some((per) => serving.has(per as Per)));
}

/** The bare names of the members, functions and decorators that have code run per request or connection. */
function servingNames(view: ProgramView): readonly string[] {
  return presentLibraries(view).flatMap(({ byName }) => [...byName].filter(([, rows]) => rows.some(isServing)).map(([name]) => name));
}

/** Whether a row has code run per request or connection when it is called like this. */
function runsAt({ ts: tsc }: ProgramView, row: ModelRow, [event]: readonly ts.Expression[]): boolean {
  if (row.kind !== 'invokes' || serving.has(row.per)) return isServing(row);
  const named = event !== undefined && tsc.isStringLiteralLike(event) ? event.text : undefined;
  return Object.entries(row.events ?? {}).some(([per, names]) => serving.has(per as Per) && named !== undefined && names.includes(named));
}

function servesAt(view: ProgramView, name: Name): boolean {
  const { ts: tsc } = view;
  const member = tsc.isPropertyAccessExpression(name.parent) && name.parent.name === name ? name.parent : name;
  const callee = widest(tsc, member);
  const { parent } = callee;
  if ((!tsc.isCallExpression(parent) && !tsc.isNewExpression(parent)) || parent.expression !== callee) return false;
  if (tsc.isDecorator(parent.parent)) return decoratorRowsOf(view, parent.parent.parent, 'decorates').some(({ row }) => isServing(row));
  return rowsOfCall(view, parent, 'invokes').rows.some((row) => runsAt(view, row, parent.arguments ?? []));
}

/** Whether some code of the program has a request or a connection handled. */
export const serves = perProgram((view): boolean => {
  const names = [...new Set(servingNames(view))];
  return view.files.some((file) => {
    const known = namesIn(view.ts, file);
    return names.some((name) => (known.get(name) ?? []).some((node) => servesAt(view, node)));
  });
});
