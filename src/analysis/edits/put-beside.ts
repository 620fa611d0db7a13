/**
 * Putting a statement before or behind one that is there. Computes the edits for a statement in a block, for the only one of
 * an `if`, and for an arrow function whose body is an expression and whose result nobody wants. Gives up lines with other code.
 */
import type ts from 'typescript';

import type { Edit } from '../../terms/finding.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { around } from '../../typescript/syntax.js';

import { indentAt, indentStep, linesOf, lineStart, newlineOf, terminatorOf } from './source-lines.js';

/** Where a statement goes, seen from the one that is there. */
export type Order = 'after' | 'before';

/** The step of the block around a node. */
function stepAround({ ts: tsc }: ProgramView, node: ts.Node): string {
  for (const outer of around(node)) {
    if (tsc.isBlock(outer)) return indentStep(outer);
  }
  return '  ';
}

/** What ends the statement around a node. */
function terminatorAround({ ts: tsc }: ProgramView, node: ts.Node): string {
  for (const outer of around(node)) {
    if (tsc.isExpressionStatement(outer) || tsc.isVariableStatement(outer) || tsc.isReturnStatement(outer)) return terminatorOf(outer);
  }
  return ';';
}

/** Whether an arrow function may return nothing where it stands. */
function isResultIgnored({ ts: tsc, checker }: ProgramView, arrow: ts.ArrowFunction): boolean {
  const wanted = checker.getContextualType(arrow)?.getCallSignatures() ?? [];
  return arrow.type === undefined && wanted.length > 0 && wanted.every((signature) => (signature.getReturnType().flags & (tsc.TypeFlags.Void | tsc.TypeFlags.Any | tsc.TypeFlags.Unknown)) !== 0);
}

function inBraces(view: ProgramView, node: ts.Node, first: string, second: string): readonly Edit[] {
  const { text } = node.getSourceFile();
  const indent = indentAt(text, node.getStart());
  const newline = newlineOf(text);
  const lines = [first, second].map((line) => `${indent}${stepAround(view, node)}${line}${newline}`);
  return [{ start: node.getStart(), end: node.end, text: `{${newline}${lines.join('')}${indent}}` }];
}

/** The edits that put a statement, given without its end, beside the one that is this expression. */
export function putBeside(view: ProgramView, expression: ts.Expression, added: string, order: Order): readonly Edit[] | undefined {
  const { ts: tsc } = view;
  const { parent } = expression;
  const { text } = expression.getSourceFile();
  const inOrder = (own: string, other: string): readonly [string, string] => (order === 'before' ? [other, own] : [own, other]);
  if (tsc.isArrowFunction(parent) && parent.body === expression) {
    const end = terminatorAround(view, parent);
    return isResultIgnored(view, parent) && !expression.getText().includes('\n') ? inBraces(view, expression, ...inOrder(`${expression.getText()}${end}`, `${added}${end}`)) : undefined;
  }
  if (!tsc.isExpressionStatement(parent)) return undefined;
  const statement = `${added}${terminatorOf(parent)}`;
  if (tsc.isIfStatement(parent.parent) && parent.parent.thenStatement === parent && parent.parent.elseStatement === undefined) {
    return parent.getText().includes('\n') ? undefined : inBraces(view, parent, ...inOrder(parent.getText(), statement));
  }
  const span = linesOf(tsc, parent);
  if (!tsc.isBlock(parent.parent) || span === undefined) return undefined;
  const at = order === 'after' ? span.end : lineStart(text, parent.getStart());
  return [{ start: at, end: at, text: `${indentAt(text, parent.getStart())}${statement}${newlineOf(text)}` }];
}
