/**
 * A client that is made on each turn, moved to the module so that all turns share one. Computes the change when what makes it
 * says nothing of the turn and the module can say it as well; the declaration goes before the statement of the module it was in,
 * with its comments. Assumes that conversions and constructors of libraries give the same whenever they run. Gives up what has to
 * be opened, is set up by what a turn brings, or whose name means something else in the file.
 */
import type ts from 'typescript';

import type { RegistersRow } from '../../models/schema.js';
import type { Registered } from '../../models/registered.js';
import type { Edit, Suggestion } from '../../terms/finding.js';
import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { isForeign, rowsOfCall } from '../../typescript/rows-of.js';
import { isCallLike, isWithin, peel } from '../../typescript/syntax.js';
import { namesIn } from '../facts/name-index.js';

import { constantOf } from './end-handle.js';
import { isPrimitive } from './handle-uses.js';
import { isWrittenIn, localSymbol, mentionsOf, nodesInside } from './local-names.js';
import { indentAt, linesOf, literalLines, newlineOf } from './source-lines.js';

/** What all turns may share. */
const shared: readonly Registered[] = ['an agent', 'an async storage', 'a client', 'a connection', 'a pool'];

/** Whether a call inside gives the same at any time: it makes an object of a library, or converts a value. */
function isTimeless(view: ProgramView, call: ts.CallExpression | ts.NewExpression): boolean {
  const declaration = declarationAt(view, view.ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression);
  if (declaration === undefined || !isForeign(declaration)) return false;
  return view.ts.isNewExpression(call) || (view.ts.isIdentifier(call.expression) && isPrimitive(view, view.checker.getTypeAtLocation(call)));
}

/** Whether a name means at the head of a statement of the module what it means here, and has its value there. */
function isKnownBefore(view: ProgramView, name: ts.Identifier, initializer: ts.Node, outermost: ts.Statement): boolean {
  const { ts: tsc } = view;
  const { parent } = name;
  if ((tsc.isPropertyAccessExpression(parent) && parent.name === name) || (tsc.isPropertyAssignment(parent) && parent.name === name) || tsc.isQualifiedName(parent)) return true;
  const symbol = localSymbol(view, name);
  const declarations = symbol?.declarations ?? [];
  if (symbol === undefined || declarations.length === 0) return name.text === 'undefined';
  return declarations.every((declaration) => {
    if (isWithin(declaration, initializer)) return true;
    if (declaration.getSourceFile() !== outermost.getSourceFile()) return isForeign(declaration);
    if (tsc.isImportSpecifier(declaration) || tsc.isImportClause(declaration) || tsc.isNamespaceImport(declaration)) return true;
    const ofModule = tsc.isSourceFile(declaration.parent);
    if (tsc.isInterfaceDeclaration(declaration) || tsc.isTypeAliasDeclaration(declaration) || tsc.isFunctionDeclaration(declaration)) return ofModule;
    if (tsc.isClassDeclaration(declaration) || tsc.isEnumDeclaration(declaration)) return ofModule && declaration.end < outermost.pos;
    if (!tsc.isVariableDeclaration(declaration) || !tsc.isVariableStatement(declaration.parent.parent) || !tsc.isSourceFile(declaration.parent.parent.parent)) return false;
    return (declaration.parent.flags & tsc.NodeFlags.Const) !== 0 && declaration.end < outermost.pos;
  });
}

function isIndependent(view: ProgramView, initializer: ts.Expression, made: ts.Node, outermost: ts.Statement): boolean {
  const { ts: tsc } = view;
  const { AwaitExpression, MetaProperty, SuperKeyword, ThisKeyword, YieldExpression } = tsc.SyntaxKind;
  return nodesInside(view, initializer).every((inner) => {
    if ([AwaitExpression, MetaProperty, SuperKeyword, ThisKeyword, YieldExpression].includes(inner.kind)) return false;
    if (isCallLike(tsc, inner) && inner !== made && !isTimeless(view, inner)) return false;
    return !tsc.isIdentifier(inner) || isKnownBefore(view, inner, initializer, outermost);
  });
}

/** Whether a turn leaves nothing of itself in the client: no property, no listener, no setting that it brings. */
function isShareable(view: ProgramView, mention: ts.Node): boolean {
  const { ts: tsc } = view;
  const access = mention.parent;
  if (!tsc.isPropertyAccessExpression(access) || access.expression !== mention) return true;
  if (isWrittenIn(view, [access])) return false;
  const call = access.parent;
  if (!tsc.isCallExpression(call) || call.expression !== access) return true;
  if (rowsOfCall(view, call, 'registers').rows.some(({ owned }) => owned !== true)) return false;
  if (!tsc.isExpressionStatement(call.parent)) return true;
  return call.arguments.every((argument) => tsc.isStringLiteralLike(argument) || tsc.isNumericLiteral(argument) || argument.kind === tsc.SyntaxKind.TrueKeyword || argument.kind === tsc.SyntaxKind.FalseKeyword);
}

/** Whether the module's own code may run a function of the statement before the statement itself is reached. */
function mayRunBefore(view: ProgramView, outermost: ts.Statement): boolean {
  const { ts: tsc } = view;
  if (!tsc.isFunctionDeclaration(outermost) || outermost.name === undefined) return false;
  return (namesIn(tsc, outermost.getSourceFile()).get(outermost.name.text) ?? []).some((name) => name.end < outermost.pos);
}

/** The change, when it is certain to be right. */
export function hoistDeclaration(view: ProgramView, node: ts.Expression, row: RegistersRow): Suggestion | undefined {
  const { ts: tsc } = view;
  const declaration = constantOf(view, node);
  const initializer = declaration?.initializer;
  const statement = declaration?.parent.parent;
  if (declaration === undefined || initializer === undefined || statement === undefined || !tsc.isVariableStatement(statement) || !tsc.isBlock(statement.parent)) return undefined;
  if (!shared.includes(row.what) || row.into !== 'process' || row.opensBy !== undefined) return undefined;
  const file = statement.getSourceFile();
  const outermost = file.statements.find((one) => isWithin(statement, one));
  if (outermost === undefined || !tsc.isExternalModule(file) || mayRunBefore(view, outermost) || !isIndependent(view, initializer, peel(tsc, node), outermost)) return undefined;
  const { name } = declaration;
  const symbol = localSymbol(view, name);
  if (symbol === undefined || (declaration.type !== undefined && !nodesInside(view, declaration.type).every((inner) => !tsc.isIdentifier(inner) || isKnownBefore(view, inner, declaration, outermost)))) return undefined;
  const mentions = mentionsOf(view, file, symbol);
  const others = (namesIn(tsc, file).get(name.text) ?? []).filter((one) => !mentions.includes(one) && !(tsc.isPropertyAccessExpression(one.parent) && one.parent.name === one));
  if (others.length > 0 || (row.what !== 'an async storage' && !mentions.every((mention) => isShareable(view, mention)))) return undefined;
  const edits = moved(view, statement, outermost);
  return edits === undefined ? undefined : { title: `Make \`${name.text}\` once, for the module`, edits };
}

function moved({ ts: tsc }: ProgramView, statement: ts.Statement, outermost: ts.Statement): readonly Edit[] | undefined {
  const { text } = statement.getSourceFile();
  const newline = newlineOf(text);
  const from = linesOf(tsc, statement);
  const to = linesOf(tsc, outermost);
  if (from === undefined || to === undefined) return undefined;
  const indent = indentAt(text, statement.getStart());
  const fixed = literalLines(tsc, statement);
  const lines: string[] = [];
  for (let at = from.start; at < from.end; ) {
    const end = text.indexOf('\n', at) + 1 || text.length;
    const line = text.slice(at, end).replace(/\r?\n$/u, '');
    lines.push(!fixed.has(at) && line.startsWith(indent) ? line.slice(indent.length) : line);
    at = end;
  }
  return [
    { start: to.start, end: to.start, text: `${lines.join(newline)}${newline}${newline}` },
    { start: from.start, end: from.end, text: '' },
  ];
}
