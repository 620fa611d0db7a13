/**
 * A release for what a turn registers and nobody takes back: a listener, whose function gets a name if it has none, or
 * something whose handle is dropped. Computes the change where the code tells when the turn is over. Gives up registrations
 * that are not a statement of their own, and listeners that are neither functions in place nor local constants.
 */
import type ts from 'typescript';

import type { RegistersRow } from '../../models/schema.js';
import type { Edit, Suggestion } from '../../terms/finding.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type CallLike, frameOf, isFunctionWithBody } from '../../typescript/syntax.js';

import { endOfTurn } from './end-of-turn.js';
import { codesOf } from './handle-uses.js';
import { isFreeName, localSymbol } from './local-names.js';
import { nameFor, nameListener } from './name-listener.js';
import { callOfDisposer, oppositeOf, releaseOfHandle } from './release-call.js';

/** The function that a listener is: itself, or the value of a constant of the same frame. */
function codeOf(view: ProgramView, listener: ts.Expression): ts.Expression | undefined {
  const { ts: tsc } = view;
  if (isFunctionWithBody(tsc, listener)) return listener;
  const declaration = tsc.isIdentifier(listener) ? localSymbol(view, listener)?.valueDeclaration : undefined;
  if (declaration === undefined || !tsc.isVariableDeclaration(declaration) || frameOf(tsc, declaration) !== frameOf(tsc, listener)) return undefined;
  const { initializer } = declaration;
  return initializer !== undefined && (declaration.parent.flags & tsc.NodeFlags.Const) !== 0 && isFunctionWithBody(tsc, initializer) ? initializer : undefined;
}

/** Taking a listener back. */
export function takeBackListener(view: ProgramView, call: CallLike, row: RegistersRow, turn: string): Suggestion | undefined {
  const { ts: tsc } = view;
  const statement = call.parent;
  const [event, listener] = call.arguments ?? [];
  if (!tsc.isCallExpression(call) || !tsc.isExpressionStatement(statement) || listener === undefined) return undefined;
  const code = codeOf(view, listener);
  if (code === undefined) return undefined;
  const name = tsc.isIdentifier(listener) ? listener.text : nameFor(view, event, statement);
  const release = name === undefined ? undefined : oppositeOf(view, row, call, name);
  const end = release === undefined ? undefined : endOfTurn(view, call, [code], release, turn);
  const named = tsc.isIdentifier(listener) ? { edits: [] } : nameListener(view, statement, listener, event);
  if (release === undefined || end === undefined || named === undefined) return undefined;
  const title = tsc.isIdentifier(listener) ? `Call \`${release.text}\` ${end.when}` : `Name the listener, and call \`${release.text}\` ${end.when}`;
  return { title, edits: [...named.edits, ...end.edits] };
}

const names: Readonly<Partial<Record<RegistersRow['what'], string>>> = { 'an interval': 'timer', 'a timeout': 'timer' };

/** Keeping the handle that a statement drops, and letting go by it; without a row, what it returns is called. */
export function takeBackDropped(view: ProgramView, call: ts.Node, row: RegistersRow | undefined, turn: string): Suggestion | undefined {
  const { ts: tsc, checker } = view;
  const statement = call.parent;
  if (!tsc.isCallExpression(call) || !tsc.isExpressionStatement(statement)) return undefined;
  const type = checker.getTypeAtLocation(call);
  const name = row === undefined || type.getCallSignatures().length > 0 ? 'stop' : (names[row.what] ?? 'subscription');
  if (!isFreeName(view, name, statement)) return undefined;
  const release = row === undefined ? callOfDisposer(view, type, name, statement) : releaseOfHandle(view, row, type, name, statement);
  const code = codesOf(view, call);
  const end = release === undefined ? undefined : endOfTurn(view, call, code, release, turn);
  if (release === undefined || end === undefined) return undefined;
  const start = statement.getStart();
  const kept: Edit = { start, end: start, text: `const ${name} = ` };
  return { title: `Keep what it returns, and call \`${release.text}\` ${end.when}`, edits: [kept, ...end.edits] };
}
