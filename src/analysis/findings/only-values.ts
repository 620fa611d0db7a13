/**
 * The few values that an expression can have, as their source texts. Computes them from literals and literal types, and
 * for names from everything that is stored in them. Gives up what types alone say of a variable that closures may change.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { peel } from '../../typescript/syntax.js';
import { valuesOf } from '../summaries/values-of.js';

import { fromStoresSeen } from './stores-seen.js';

const deepest = 3;

function ofUnit({ ts: tsc, checker }: ProgramView, type: ts.Type): string | undefined {
  const { BooleanLiteral, Null, Undefined } = tsc.TypeFlags;
  if (type.isStringLiteral()) return `'${type.value}'`;
  if (type.isNumberLiteral()) return String(type.value);
  return (type.flags & (BooleanLiteral | Null | Undefined)) === 0 ? undefined : checker.typeToString(type);
}

/** What a type of literals allows. */
function ofType(view: ProgramView, node: ts.Node): readonly string[] | undefined {
  const type = view.checker.getTypeAtLocation(node);
  return together((type.isUnion() ? type.types : [type]).map((part) => only(ofUnit(view, part))));
}

function only(value: string | undefined): readonly string[] | undefined {
  return value === undefined ? undefined : [value];
}

function together(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  return lists.includes(undefined) ? undefined : [...new Set(lists.flatMap((list) => list ?? []))];
}

function ofName(view: ProgramView, name: ts.Node, depth: number): readonly string[] | undefined {
  const { ts: tsc } = view;
  const declaration = declarationAt(view, name);
  if (declaration === undefined) return undefined;
  if (tsc.isEnumMember(declaration)) return ofType(view, name);
  if (tsc.isParameter(declaration)) return declaration.type === undefined || valuesOf(view, declaration).length > 0 ? undefined : ofType(view, declaration);
  return fromStoresSeen(view, declaration, (stores) => together(stores.map((value) => (value === 'nothing' ? ['undefined'] : onlyValuesOf(view, value, depth)))));
}

/** All that an expression can evaluate to; undefined when that is not known, or no few literals. */
export function onlyValuesOf(view: ProgramView, expression: ts.Expression, depth = 0): readonly string[] | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  if (depth > deepest) return undefined;
  if (tsc.isConditionalExpression(node)) return together([node.whenTrue, node.whenFalse].map((branch) => onlyValuesOf(view, branch, depth + 1)));
  if (tsc.isIdentifier(node) && node.text !== 'undefined') return ofName(view, node, depth + 1);
  if (tsc.isPropertyAccessExpression(node)) return ofName(view, node.name, depth + 1);
  const isLiteral = tsc.isLiteralExpression(node) || (tsc.isPrefixUnaryExpression(node) && tsc.isNumericLiteral(node.operand)) || tsc.isIdentifier(node) || tsc.isToken(node);
  return isLiteral ? ofType(view, node) : undefined;
}
