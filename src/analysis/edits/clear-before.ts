/**
 * Letting go of what a variable or field holds before it is overwritten. Computes the statement to put before the assignment
 * when the release is one call that waits for nothing. Assumes that the former is over once another takes its place. Gives up
 * what runs code that speaks of objects of its own turn, since another turn may need the former still.
 */
import type ts from 'typescript';

import type { RegistersRow } from '../../models/schema.js';
import type { Suggestion } from '../../terms/finding.js';
import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type CallLike, frameOf, isWithin } from '../../typescript/syntax.js';

import { codesOf, isPrimitive } from './handle-uses.js';
import { localSymbol, nodesInside, variablesIn } from './local-names.js';
import { isSteady, releaseOfHandle } from './release-call.js';
import { indentAt, linesOf, newlineOf, terminatorOf } from './source-lines.js';

/** The node that a slot lives and dies with: the function of a local, the class of a field, else the file. */
function homeOf({ ts: tsc }: ProgramView, declaration: ts.Declaration): ts.Node {
  return tsc.isVariableDeclaration(declaration) || tsc.isParameter(declaration) ? frameOf(tsc, declaration) : declaration.parent;
}

/** Whether code speaks of an object that was made or passed for this turn alone. */
function speaksOfTurn(view: ProgramView, code: ts.Node, home: ts.Node): boolean {
  const { ts: tsc, checker } = view;
  return variablesIn(view, code).some((name) => {
    const declaration = localSymbol(view, name)?.valueDeclaration;
    if (declaration === undefined || nodesInside(view, code).includes(declaration)) return false;
    const frame = frameOf(tsc, declaration);
    return frame !== home && isWithin(frame, home) && !tsc.isSourceFile(frame) && !isPrimitive(view, checker.getTypeAtLocation(name));
  });
}

/** Where a handle is kept: as the code reads it, of which type, and with what it lives and dies. */
interface Slot {
  readonly text: string;
  readonly type: ts.Type;
  readonly home: ts.Node;
}

function homeOfContainer(view: ProgramView, container: ts.Expression): ts.Node | undefined {
  const declaration = declarationAt(view, view.ts.isPropertyAccessExpression(container) ? container.name : container);
  return declaration === undefined || !isSteady(view, container) ? undefined : homeOf(view, declaration);
}

/** The slot of an assignment to a variable or a field, or to what is found under a key. */
function assignedSlot(view: ProgramView, { left }: ts.BinaryExpression): Slot | undefined {
  const { ts: tsc, checker } = view;
  const keyed = tsc.isElementAccessExpression(left);
  const home = homeOfContainer(view, keyed ? left.expression : left);
  if (home === undefined || (keyed && !isSteadyKey(view, left.argumentExpression))) return undefined;
  const symbol = keyed ? undefined : checker.getSymbolAtLocation(tsc.isPropertyAccessExpression(left) ? left.name : left);
  return { text: left.getText(), type: symbol === undefined ? checker.getTypeAtLocation(left) : checker.getTypeOfSymbol(symbol), home };
}

function isSteadyKey(view: ProgramView, key: ts.Expression | undefined): boolean {
  return key !== undefined && (view.ts.isStringLiteralLike(key) || isSteady(view, key));
}

/** The slot that `timers.set(name, timer)` fills: `timers.get(name)`. */
function putSlot(view: ProgramView, { expression: callee, arguments: [key] }: ts.CallExpression): Slot | undefined {
  const { ts: tsc, checker } = view;
  if (!tsc.isPropertyAccessExpression(callee) || callee.name.text !== 'set' || key === undefined || !isSteadyKey(view, key)) return undefined;
  const container = callee.expression;
  const home = homeOfContainer(view, container);
  const read = checker.getPropertyOfType(checker.getTypeAtLocation(container), 'get');
  const [signature] = read === undefined ? [] : checker.getTypeOfSymbolAtLocation(read, container).getCallSignatures();
  return home === undefined || signature === undefined ? undefined : { text: `${container.getText()}.get(${key.getText()})`, type: signature.getReturnType(), home };
}

/** How to let go of what a slot holds, if anything. */
function releaseOfSlot(view: ProgramView, { text, type, home }: Slot, row: RegistersRow, statement: ts.Statement): string | undefined {
  const { Null, Undefined } = view.ts.TypeFlags;
  const parts = type.isUnion() ? type.types : [type];
  const mayBeNull = parts.some(({ flags }) => (flags & Null) !== 0);
  // A local that may have no value yet can not be read unless its type says so.
  if (!mayBeNull && !parts.some(({ flags }) => (flags & Undefined) !== 0) && home === frameOf(view.ts, statement)) return undefined;
  const release = releaseOfHandle(view, row, view.checker.getNonNullableType(type), text, statement);
  if (release === undefined || release.waits) return undefined;
  if (release.text.startsWith(`${text}.`)) return `${text}?${release.text.slice(text.length)}`;
  if (release.text.startsWith(`${text}(`)) return `${text}?.${release.text.slice(text.length)}`;
  return mayBeNull ? undefined : release.text;
}

/** The change, when it is certain to be right; `overwriting` puts what was made in place of the former. */
export function clearBefore(view: ProgramView, overwriting: ts.Expression, made: CallLike, row: RegistersRow): Suggestion | undefined {
  const { ts: tsc } = view;
  const statement = overwriting.parent;
  if (!tsc.isExpressionStatement(statement) || !tsc.isBlock(statement.parent) || row.opensBy !== undefined) return undefined;
  const slot = tsc.isBinaryExpression(overwriting) ? assignedSlot(view, overwriting) : tsc.isCallExpression(overwriting) ? putSlot(view, overwriting) : undefined;
  const span = linesOf(tsc, statement);
  if (slot === undefined || span === undefined || codesOf(view, made).some((code) => speaksOfTurn(view, code, slot.home))) return undefined;
  const call = releaseOfSlot(view, slot, row, statement);
  if (call === undefined) return undefined;
  const { text } = statement.getSourceFile();
  const line = `${indentAt(text, statement.getStart())}${call}${terminatorOf(statement)}${newlineOf(text)}`;
  return { title: `Call \`${call}\` before`, edits: [{ start: span.start, end: span.start, text: line }] };
}
