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

/** The change, when it is certain to be right. */
export function clearBefore(view: ProgramView, assignment: ts.BinaryExpression, made: CallLike, row: RegistersRow): Suggestion | undefined {
  const { ts: tsc, checker } = view;
  const { left } = assignment;
  const statement = assignment.parent;
  if (!tsc.isExpressionStatement(statement) || !tsc.isBlock(statement.parent) || !isSteady(view, left) || row.opensBy !== undefined) return undefined;
  const span = linesOf(tsc, statement);
  if (span === undefined) return undefined;
  const declaration = declarationAt(view, tsc.isPropertyAccessExpression(left) ? left.name : left);
  if (declaration === undefined) return undefined;
  const home = homeOf(view, declaration);
  if (codesOf(view, made).some((one) => speaksOfTurn(view, one, home))) return undefined;
  const symbol = checker.getSymbolAtLocation(tsc.isPropertyAccessExpression(left) ? left.name : left);
  const type = symbol === undefined ? undefined : checker.getTypeOfSymbol(symbol);
  if (type === undefined) return undefined;
  const held = checker.getNonNullableType(type);
  const mayBeNull = (type.isUnion() ? type.types : [type]).some(({ flags }) => (flags & tsc.TypeFlags.Null) !== 0);
  const mayBeMissing = mayBeNull || (type.isUnion() && type.types.some(({ flags }) => (flags & tsc.TypeFlags.Undefined) !== 0));
  // A local that may have no value yet can not be read unless its type says so.
  if (!mayBeMissing && home === frameOf(tsc, statement)) return undefined;
  const release = releaseOfHandle(view, row, held, left.getText(), statement);
  if (release === undefined || release.waits) return undefined;
  const byMember = release.text.startsWith(`${left.getText()}.`) || release.text.startsWith(`${left.getText()}(`);
  if (!byMember && mayBeNull) return undefined;
  const rest = release.text.slice(left.getText().length);
  const call = byMember ? `${left.getText()}?.${rest.replace(/^\./u, '')}` : release.text;
  const { text } = statement.getSourceFile();
  return { title: `Call \`${call}\` before`, edits: [{ start: span.start, end: span.start, text: `${indentAt(text, statement.getStart())}${call}${terminatorOf(statement)}${newlineOf(text)}` }] };
}
