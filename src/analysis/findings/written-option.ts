/**
 * What an argument of a call says under a name. Computes the value from an object literal, written in place or kept in a
 * variable that is stored once. Gives up spreads and objects made elsewhere, which may say anything.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { fixedName, peel } from '../../typescript/syntax.js';
import { valuesOf } from '../summaries/values-of.js';

/** The expression an object gives a property, `absent` when it gives none, `unknown` when that cannot be seen. */
export type WrittenOption = ts.Expression | 'absent' | 'unknown';

/** The object literal behind an expression. */
export function literalBehind(view: ProgramView, expression: ts.Expression): ts.ObjectLiteralExpression | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  if (tsc.isObjectLiteralExpression(node)) return node;
  const declaration = tsc.isIdentifier(node) ? declarationAt(view, node) : tsc.isPropertyAccessExpression(node) ? declarationAt(view, node.name) : undefined;
  const [only, ...others] = declaration === undefined ? [] : valuesOf(view, declaration);
  const value = only === undefined || others.length > 0 ? undefined : peel(tsc, only.value);
  return value !== undefined && tsc.isObjectLiteralExpression(value) ? value : undefined;
}

/** The value of a property of an object literal; a method is one too. */
export function memberOfLiteral(view: ProgramView, literal: ts.ObjectLiteralExpression, name: string): WrittenOption {
  const { ts: tsc } = view;
  const property = literal.properties.findLast((candidate) => fixedName(tsc, candidate.name) === name);
  if (property === undefined) return literal.properties.some((candidate) => tsc.isSpreadAssignment(candidate)) ? 'unknown' : 'absent';
  if (tsc.isPropertyAssignment(property)) return property.initializer;
  return tsc.isShorthandPropertyAssignment(property) ? property.name : 'unknown';
}

/** What an expression that should be an object says under a name. */
export function writtenOption(view: ProgramView, expression: ts.Expression, name: string): WrittenOption {
  const literal = literalBehind(view, expression);
  if (literal !== undefined) return memberOfLiteral(view, literal, name);
  const type = view.checker.getTypeAtLocation(peel(view.ts, expression));
  const isAny = (type.flags & view.ts.TypeFlags.Any) !== 0;
  return isAny || view.checker.getNonNullableType(type).getProperty(name) !== undefined ? 'unknown' : 'absent';
}
