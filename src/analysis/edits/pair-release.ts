/**
 * A release that takes back something else, made to take back what was registered. Computes the change: the event is spelt
 * the same, the function that was registered is passed, and one that is written or bound in place gets a name first. Assumes
 * that the release was meant for this registration, as its receiver and one of event and function tell. Gives up a release
 * from which the function can not be seen.
 */
import type ts from 'typescript';

import type { Edit, Suggestion } from '../../terms/finding.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { isFunctionWithBody, isWithin, type CallLike } from '../../typescript/syntax.js';

import { isInScope, localSymbol } from './local-names.js';
import { nameListener } from './name-listener.js';

/** Whether an expression makes a function each time it is evaluated. */
function isMadeInPlace({ ts: tsc }: ProgramView, node: ts.Expression): boolean {
  return isFunctionWithBody(tsc, node) || (tsc.isCallExpression(node) && tsc.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'bind');
}

function sameEvent(event: ts.Expression, other: ts.Expression): Suggestion {
  const edits: readonly Edit[] = [{ start: other.getStart(), end: other.end, text: event.getText() }];
  return { title: `Release it from ${event.getText()}`, edits };
}

function sameName(view: ProgramView, listener: ts.Expression, other: ts.Expression): Suggestion | undefined {
  const { ts: tsc } = view;
  const symbol = tsc.isIdentifier(listener) ? localSymbol(view, listener) : undefined;
  const isSeen = symbol === undefined ? other.getText().startsWith(`${listener.getText()}.bind(`) : isInScope(view, symbol, other);
  if (!isSeen) return undefined;
  return { title: `Pass \`${listener.getText()}\`, which was registered`, edits: [{ start: other.getStart(), end: other.end, text: listener.getText() }] };
}

/** The change, when it is certain to be right. */
export function pairRelease(view: ProgramView, registration: CallLike, release: ts.CallExpression): Suggestion | undefined {
  const { ts: tsc } = view;
  const [event, listener] = registration.arguments ?? [];
  const [otherEvent, other] = release.arguments;
  if (event === undefined || listener === undefined || otherEvent === undefined || other === undefined) return undefined;
  if (registration.getSourceFile() !== release.getSourceFile()) return undefined;
  if (event.getText() !== otherEvent.getText()) {
    const literal = tsc.isStringLiteralLike(event) && tsc.isStringLiteralLike(otherEvent);
    const same = tsc.isIdentifier(listener) && tsc.isIdentifier(other) && localSymbol(view, listener) === localSymbol(view, other);
    return literal && same ? sameEvent(event, otherEvent) : undefined;
  }
  if (!isMadeInPlace(view, listener)) return sameName(view, listener, other);
  const statement = registration.parent;
  if (!tsc.isExpressionStatement(statement) || !tsc.isBlock(statement.parent)) return undefined;
  if (!isWithin(release, statement.parent) || release.pos < statement.end) return undefined;
  const named = nameListener(view, statement, listener, event);
  if (named === undefined) return undefined;
  return { title: `Name the listener, and pass \`${named.name}\` to both`, edits: [...named.edits, { start: other.getStart(), end: other.end, text: named.name }] };
}
