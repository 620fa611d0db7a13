/**
 * A release that is made in one place, made in another as well: the entry of what is filled beside, where the other's entry is
 * deleted; what an answer takes back, where a timer or a signal gives up waiting for it. Assumes that entries under one key end together.
 * Gives up releases that are part of other expressions, and names that the other place does not know.
 */
import type ts from 'typescript';

import type { Edit, Suggestion } from '../../terms/finding.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { around, isFunctionWithBody, isWithin } from '../../typescript/syntax.js';

import { isInScope, localSymbol, variablesIn } from './local-names.js';
import { releaseStatement } from './protected-region.js';
import { putBeside } from './put-beside.js';
import { isSteady } from './release-call.js';

/** The class whose `this` an expression begins with. */
function classOfThis({ ts: tsc }: ProgramView, node: ts.Node): ts.Node | undefined {
  for (const outer of around(node)) {
    if (tsc.isClassLike(outer)) return outer;
    if (isFunctionWithBody(tsc, outer) && !tsc.isArrowFunction(outer) && !tsc.isClassLike(outer.parent)) return undefined;
  }
  return undefined;
}

/** Whether a name for something means the same at another place. */
function meansSameAt(view: ProgramView, expression: ts.Node, place: ts.Node): boolean {
  const usesThis = /\bthis\b/u.test(expression.getText());
  if (usesThis && (classOfThis(view, expression) === undefined || classOfThis(view, expression) !== classOfThis(view, place))) return false;
  return variablesIn(view, expression).every((name) => {
    const symbol = localSymbol(view, name);
    return symbol !== undefined && isInScope(view, symbol, place);
  });
}

/** `seats.delete(id)`: the key by which one entry goes. */
function keyOfDelete({ ts: tsc }: ProgramView, release: ts.Node): ts.Expression | undefined {
  if (!tsc.isCallExpression(release) || !tsc.isPropertyAccessExpression(release.expression) || release.expression.name.text !== 'delete') return undefined;
  return release.arguments.length === 1 ? release.arguments[0] : undefined;
}

function deleteBeside(view: ProgramView, container: ts.Expression, release: ts.Node): readonly Edit[] | undefined {
  const { checker } = view;
  const key = keyOfDelete(view, release);
  const remove = checker.getPropertyOfType(checker.getTypeAtLocation(container), 'delete');
  const [taken] = remove === undefined ? [] : (checker.getTypeOfSymbolAtLocation(remove, container).getCallSignatures()[0]?.parameters ?? []);
  if (key === undefined || taken === undefined || release.getSourceFile() !== container.getSourceFile()) return undefined;
  if (!checker.isTypeAssignableTo(checker.getTypeAtLocation(key), checker.getTypeOfSymbolAtLocation(taken, container))) return undefined;
  return meansSameAt(view, container, release) ? putBeside(view, release as ts.Expression, `${container.getText()}.delete(${key.getText()})`, 'after') : undefined;
}

/** Deleting from a container wherever something is deleted from the one that is filled with it. */
export function deleteToo(view: ProgramView, container: ts.Expression, releases: readonly ts.Node[]): Suggestion | undefined {
  if (!isSteady(view, container)) return undefined;
  const edits = releases.map((release) => deleteBeside(view, container, release));
  const found = edits.filter((one) => one !== undefined);
  if (found.length === 0 || found.length < edits.length) return undefined;
  return { title: `Delete it from \`${container.getText()}\` as well`, edits: found.flat() };
}

/** Releasing in what a timer or a signal runs, before it says that nobody waits any more. */
export function releaseOnTimeout(view: ProgramView, timer: ts.Node, releases: readonly ts.Node[], when: string): Suggestion | undefined {
  const { ts: tsc } = view;
  const statements = releases.map((release) => releaseStatement(view, release));
  const [statement] = statements;
  if (statement === undefined || !tsc.isCallExpression(timer) || statements.some((one) => one?.getText() !== statement.getText())) return undefined;
  const callback = timer.arguments.map((argument): ts.Node => argument).find((argument) => tsc.isArrowFunction(argument) || tsc.isFunctionExpression(argument));
  if (callback === undefined || isWithin(statement, callback)) return undefined;
  const { body } = callback;
  const first = tsc.isBlock(body) ? body.statements[0] : body;
  const next = first !== undefined && tsc.isExpressionStatement(first) ? first.expression : first;
  const released = statement.expression;
  if (next === undefined || !tsc.isExpression(next) || tsc.isAwaitExpression(released) || !meansSameAt(view, released, next)) return undefined;
  const edits = putBeside(view, next, released.getText(), 'before');
  return edits === undefined ? undefined : { title: `Call \`${released.getText()}\` when ${when} as well`, edits };
}
