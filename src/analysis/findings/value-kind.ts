/**
 * Whether an expression is a text, a number or an object, as far as that is sure. Computes it from how the value is made:
 * literals, operators, what foreign functions and members are declared to give, parameters by all their callers. Gives up
 * what the project's own types claim of a value, which may have come from outside.
 */
import type ts from 'typescript';

import { declarationAt, symbolAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { isForeign } from '../../typescript/rows-of.js';
import { isFunctionWithBody, peel } from '../../typescript/syntax.js';
import { callersOf } from '../graph/callers-of.js';
import { initializerOf, valuesOf } from '../summaries/values-of.js';

/** What tells values apart by itself: one of a kind never equals one of another. */
export type ValueKind = 'a number' | 'a string' | 'an object';

const deepest = 4;

function ofDeclaredType({ ts: tsc }: ProgramView, type: ts.Type): ValueKind | undefined {
  const { Null, NumberLike, StringLike, Undefined } = tsc.TypeFlags;
  const parts = (type.isUnion() ? type.types : [type]).filter(({ flags }) => (flags & (Null | Undefined)) === 0);
  if (parts.length > 0 && parts.every(({ flags }) => (flags & StringLike) !== 0)) return 'a string';
  return parts.length > 0 && parts.every(({ flags }) => (flags & NumberLike) !== 0) ? 'a number' : undefined;
}

function ofCall(view: ProgramView, call: ts.CallExpression): ValueKind | undefined {
  const declaration = view.checker.getResolvedSignature(call)?.declaration;
  if (declaration === undefined || view.ts.isJSDocSignature(declaration) || declaration.type === undefined || !isForeign(declaration)) return undefined;
  return ofDeclaredType(view, view.checker.getTypeFromTypeNode(declaration.type));
}

function agreed(kinds: readonly (ValueKind | undefined)[]): ValueKind | undefined {
  const [first] = kinds;
  return kinds.every((kind) => kind === first) ? first : undefined;
}

function ofParameter(view: ProgramView, parameter: ts.ParameterDeclaration, depth: number): ValueKind | undefined {
  const { ts: tsc } = view;
  const owner = parameter.parent;
  if (!isFunctionWithBody(tsc, owner) || parameter.dotDotDotToken !== undefined || parameter.initializer !== undefined || valuesOf(view, parameter).length > 0) return undefined;
  const index = owner.parameters.indexOf(parameter);
  return agreed(
    callersOf(view, owner).map(({ pace, arguments: given }) => {
      const argument = pace === 'call' ? given?.[index] : undefined;
      return argument === undefined ? undefined : valueKind(view, argument, depth);
    }),
  );
}

function ofName(view: ProgramView, node: ts.Identifier, depth: number): ValueKind | undefined {
  const { ts: tsc } = view;
  const declaration = declarationAt(view, node);
  if (declaration === undefined) return undefined;
  if (tsc.isParameter(declaration)) return ofParameter(view, declaration, depth);
  if (!tsc.isVariableDeclaration(declaration) || (tsc.getCombinedNodeFlags(declaration) & tsc.NodeFlags.Const) === 0) return undefined;
  const value = initializerOf(view, declaration);
  return value === undefined ? undefined : valueKind(view, value, depth);
}

function ofMember(view: ProgramView, { name }: ts.PropertyAccessExpression): ValueKind | undefined {
  const symbol = symbolAt(view, name);
  const declaration = symbol?.declarations?.[0];
  const declared = declaration !== undefined && 'type' in declaration && isForeign(declaration) ? (declaration.type as ts.TypeNode | undefined) : undefined;
  return declared === undefined ? undefined : ofDeclaredType(view, view.checker.getTypeFromTypeNode(declared));
}

/** The kind of an expression's value; undefined when it may be of several, or nobody knows. */
export function valueKind(view: ProgramView, expression: ts.Expression, depth = 0): ValueKind | undefined {
  const { ts: tsc } = view;
  const { SyntaxKind } = tsc;
  const node = peel(tsc, expression);
  if (depth > deepest) return undefined;
  if (tsc.isStringLiteralLike(node) || tsc.isTemplateExpression(node)) return 'a string';
  if (tsc.isNumericLiteral(node)) return 'a number';
  if (tsc.isObjectLiteralExpression(node) || tsc.isArrayLiteralExpression(node) || tsc.isNewExpression(node) || isFunctionWithBody(tsc, node)) return 'an object';
  if (tsc.isConditionalExpression(node)) return agreed([node.whenTrue, node.whenFalse].map((branch) => valueKind(view, branch, depth + 1)));
  if (tsc.isCallExpression(node)) return ofCall(view, node);
  if (tsc.isIdentifier(node)) return ofName(view, node, depth + 1);
  if (tsc.isPropertyAccessExpression(node)) return ofMember(view, node);
  if (!tsc.isBinaryExpression(node)) return undefined;
  const kinds = [node.left, node.right].map((side) => valueKind(view, side, depth + 1));
  const { kind } = node.operatorToken;
  if (kind === SyntaxKind.QuestionQuestionToken || kind === SyntaxKind.BarBarToken) return agreed(kinds);
  return kind === SyntaxKind.PlusToken && kinds.includes('a string') ? 'a string' : undefined;
}
