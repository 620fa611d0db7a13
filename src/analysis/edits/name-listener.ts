/**
 * Giving a function that is written or bound in place a name, so that the same one can be passed again. Computes the
 * declaration and the edits that put it before the statement and the name in its place. Assumes that parameters without a
 * type get the one they have where they stand. Gives up types that the file has no name for, results that their place
 * decides, and functions whose `this` somebody else sets.
 */
import type ts from 'typescript';

import type { Edit } from '../../terms/finding.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { isFunctionWithBody } from '../../typescript/syntax.js';

import { isFreeName, nodesInside } from './local-names.js';
import { indentAt, linesOf, literalLines, newlineOf, terminatorOf } from './source-lines.js';

/** A function that has a name from now on, and the edits that give it. */
export interface NamedListener {
  readonly name: string;
  readonly edits: readonly Edit[];
}

/** `onPriceChanged` for `'price-changed'`; a name that the file does not use. */
export function nameFor(view: ProgramView, event: ts.Expression | undefined, place: ts.Node): string | undefined {
  const words = event !== undefined && view.ts.isStringLiteralLike(event) ? event.text.split(/[^\da-z]+/iu).filter((word) => word !== '') : [];
  const named = words.length === 0 ? 'listener' : `on${words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('')}`;
  return [named, `${named}Listener`].find((name) => isFreeName(view, name, place));
}

/** Whether a result would be another type without its place. */
function isResultOfPlace(view: ProgramView, listener: ts.Expression): boolean {
  const { ts: tsc, checker } = view;
  const { Any, Unknown, Void } = tsc.TypeFlags;
  const place = checker.getContextualType(listener);
  if (place === undefined || (place.flags & Any) !== 0) return false;
  const wanted = checker.getNonNullableType(place).getCallSignatures();
  return wanted.length === 0 || !wanted.every((signature) => {
    const type = signature.getReturnType();
    return (type.flags & (Any | Unknown | Void)) !== 0 || (type.isUnion() && type.types.some(({ flags }) => (flags & Void) !== 0));
  });
}

/** The type of a parameter as its file can write it. */
function writtenType({ ts: tsc, checker }: ProgramView, parameter: ts.ParameterDeclaration): string | undefined {
  const type = checker.getTypeAtLocation(parameter);
  const node = checker.typeToTypeNode(type, parameter, tsc.NodeBuilderFlags.NoTruncation);
  if (node === undefined) return undefined;
  const text = tsc.createPrinter({ removeComments: true }).printNode(tsc.EmitHint.Unspecified, node, parameter.getSourceFile());
  return /\bimport\(|\btypeof\b|\n|\{/u.test(text) ? undefined : text;
}

/** What has to be written to the parameters of a function; undefined when it can not be. */
function annotations(view: ProgramView, listener: ts.FunctionExpression | ts.ArrowFunction): readonly Edit[] | undefined {
  const { ts: tsc } = view;
  const file = listener.getSourceFile();
  const edits: Edit[] = [];
  if ((file.flags & tsc.NodeFlags.JavaScriptFile) !== 0) return edits;
  for (const parameter of listener.parameters) {
    if (parameter.type !== undefined || parameter.initializer !== undefined) continue;
    const type = writtenType(view, parameter);
    if (type === undefined) return undefined;
    const bare = tsc.isArrowFunction(listener) && listener.parameters.length === 1 && file.text.slice(listener.getStart(), parameter.getStart()).replace(/^async\b/u, '').trim() === '';
    if (bare) edits.push({ start: parameter.getStart(), end: parameter.getStart(), text: '(' });
    edits.push({ start: parameter.end, end: parameter.end, text: `: ${type}${bare ? ')' : ''}` });
  }
  return edits;
}

/** The text of a node with edits inside it made. */
function edited(node: ts.Node, edits: readonly Edit[]): string {
  const { text } = node.getSourceFile();
  let at = node.getStart();
  let result = '';
  for (const { start, end, text: put } of edits) {
    result += text.slice(at, start) + put;
    at = end;
  }
  return result + text.slice(at, node.end);
}

/** Naming a function in a statement of a block; undefined when that might change what it is. */
export function nameListener(view: ProgramView, statement: ts.Statement, listener: ts.Expression, event: ts.Expression | undefined): NamedListener | undefined {
  const { ts: tsc } = view;
  const { text } = statement.getSourceFile();
  const name = nameFor(view, event, statement);
  const span = linesOf(tsc, statement);
  // In lines of its own it is indented as an argument, not as a statement.
  const indent = indentAt(text, statement.getStart());
  if (name === undefined || span === undefined || indentAt(text, listener.getStart()) !== indent || literalLines(tsc, listener).size > 0) return undefined;
  let added: readonly Edit[] | undefined = [];
  if (tsc.isArrowFunction(listener) || tsc.isFunctionExpression(listener)) {
    const usesThis = tsc.isFunctionExpression(listener) && nodesInside(view, listener).some(({ kind }) => kind === tsc.SyntaxKind.ThisKeyword);
    added = usesThis || isResultOfPlace(view, listener) ? undefined : annotations(view, listener);
  } else if (isFunctionWithBody(tsc, listener)) added = undefined;
  if (added === undefined) return undefined;
  const line = `${indent}const ${name} = ${edited(listener, added)}${terminatorOf(statement)}${newlineOf(text)}`;
  const start = text.lastIndexOf('\n', statement.getStart()) + 1;
  return { name, edits: [{ start, end: start, text: line }, { start: listener.getStart(), end: listener.end, text: name }] };
}
