/**
 * The number or text that an expression is known to be. Computes it from literals, literal types and enum members,
 * arithmetic, variables and fields that are stored once, and parameters that every visible caller gives one value. Of
 * several the largest number counts. Gives up what comes from outside: the environment, configuration, other calls.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { peel } from '../../typescript/syntax.js';
import { callersOf } from '../graph/callers-of.js';
import { valuesOf } from '../summaries/values-of.js';

const deepest = 8;

function literalOf(view: ProgramView, node: ts.Expression): number | string | undefined {
  const { ts: tsc } = view;
  if (tsc.isNumericLiteral(node)) return Number(node.text.replaceAll('_', ''));
  if (tsc.isStringLiteralLike(node)) return node.text;
  if (!tsc.isIdentifier(node) && !tsc.isPropertyAccessExpression(node)) return undefined;
  const type = view.checker.getTypeAtLocation(node);
  return type.isNumberLiteral() || type.isStringLiteral() ? type.value : undefined;
}

function computed(view: ProgramView, { left, operatorToken, right }: ts.BinaryExpression, depth: number): number | string | undefined {
  const { SyntaxKind } = view.ts;
  const a = constantOf(view, left, depth);
  const b = constantOf(view, right, depth);
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  switch (operatorToken.kind) {
    case SyntaxKind.AsteriskToken:
      return a * b;
    case SyntaxKind.AsteriskAsteriskToken:
      return a ** b;
    case SyntaxKind.MinusToken:
      return a - b;
    case SyntaxKind.PlusToken:
      return a + b;
    case SyntaxKind.SlashToken:
      return a / b;
    default:
      return undefined;
  }
}

function agreed(values: readonly (number | string | undefined)[]): number | string | undefined {
  const [first] = values;
  if (values.every((value) => value === first)) return first;
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length === values.length ? Math.max(...numbers) : undefined;
}

/** What a parameter is given: by each caller that can be seen, or by nobody but its default. */
function ofParameter(view: ProgramView, parameter: ts.ParameterDeclaration, depth: number): number | string | undefined {
  const { ts: tsc } = view;
  if (!tsc.isIdentifier(parameter.name) || parameter.dotDotDotToken !== undefined || valuesOf(view, parameter).length > 0) return undefined;
  const owner = parameter.parent;
  if (!('body' in owner) || owner.body === undefined) return undefined;
  const index = owner.parameters.indexOf(parameter);
  const edges = callersOf(view, owner);
  if (edges.length === 0) return undefined;
  return agreed(
    edges.map((edge) => {
      if (edge.pace !== 'call' || edge.arguments === undefined) return undefined;
      const given = edge.arguments[index] ?? parameter.initializer;
      return given === undefined ? undefined : constantOf(view, given, depth);
    }),
  );
}

function ofName(view: ProgramView, name: ts.Node, depth: number): number | string | undefined {
  const { ts: tsc } = view;
  const declaration = declarationAt(view, name);
  if (declaration === undefined) return undefined;
  if (tsc.isParameter(declaration)) return tsc.isParameterPropertyDeclaration(declaration, declaration.parent) ? undefined : ofParameter(view, declaration, depth);
  const values = valuesOf(view, declaration);
  return values.length === 0 ? undefined : agreed(values.map(({ value, at }) => (tsc.isExpression(value) && value !== at ? constantOf(view, value, depth) : undefined)));
}

/** The known value of an expression; undefined when it may be anything. */
export function constantOf(view: ProgramView, expression: ts.Expression, depth = 0): number | string | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  if (depth > deepest) return undefined;
  const literal = literalOf(view, node);
  if (literal !== undefined) return literal;
  if (tsc.isBinaryExpression(node)) return computed(view, node, depth + 1);
  if (tsc.isConditionalExpression(node)) return agreed([constantOf(view, node.whenTrue, depth + 1), constantOf(view, node.whenFalse, depth + 1)]);
  if (tsc.isIdentifier(node)) return ofName(view, node, depth + 1);
  return tsc.isPropertyAccessExpression(node) ? ofName(view, node.name, depth + 1) : undefined;
}
