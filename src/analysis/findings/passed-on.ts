/**
 * What an expression passes on from: `quotes` for `quotes.pipe(map(round))`. Computes it by going back through the members that
 * a model names, as long as all that they are given passes everything on. Assumes that the functions handed over are those of
 * the library which are called so. Gives up operators that are kept in variables.
 */
import type ts from 'typescript';

import type { Through } from '../../models/schema.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { peel } from '../../typescript/syntax.js';
import { writtenOut } from '../summaries/written-out.js';

const longest = 4;

/** The expression at the beginning of what passes on to this one; the expression itself when nothing does. */
export function passedOnFrom(view: ProgramView, expression: ts.Expression, through: Through | undefined): ts.Expression {
  const { ts: tsc } = view;
  let source = expression;
  for (let i = 0; through !== undefined && i < longest; i += 1) {
    const call = writtenOut(view, source);
    const member = tsc.isCallExpression(call) ? peel(tsc, call.expression) : undefined;
    if (!tsc.isCallExpression(call) || member === undefined || !tsc.isPropertyAccessExpression(member) || !through.members.includes(member.name.text)) break;
    const passes = (given: ts.Expression): boolean => tsc.isCallExpression(given) && tsc.isIdentifier(given.expression) && through.with.includes(given.expression.text);
    if (!call.arguments.every(passes)) break;
    source = member.expression;
  }
  return source;
}
