/**
 * What the key of a store is made of. Computes the arguments of the function that its text comes from. Assumes that
 * joining, trimming and printing keep different values apart. Gives up keys from calls that may map many values to few.
 */
import type ts from 'typescript';

import { frameOf, peel } from '../../typescript/syntax.js';

import { storesIn } from './file-stores.js';
import { originsOf, type Reading } from './origins-of.js';
import { bindingAt } from './scope.js';

/** `constant`: always the same; `new`: never the same twice; `unknown`: nobody can tell. */
export type KeySource = 'constant' | 'new' | 'unknown' | readonly number[];

function joined(sources: readonly KeySource[]): KeySource {
  if (sources.includes('unknown')) return 'unknown';
  if (sources.includes('new')) return 'new';
  const all = sources.flatMap((source) => (typeof source === 'string' ? [] : [...source]));
  return all.length === 0 ? 'constant' : [...new Set(all)].sort((a, b) => a - b);
}

const keepsApart = new Set(['join', 'toLowerCase', 'toString', 'toUpperCase', 'trim']);
const printers = new Set(['JSON.stringify', 'String']);

function ofName(reading: Reading, id: ts.Identifier, depth: number): KeySource {
  const { pkg, frame } = reading;
  const { tsc } = pkg;
  const binding = bindingAt(tsc, id);
  if (binding === undefined) return id.text === 'undefined' ? 'constant' : 'unknown';
  const stores = storesIn(tsc, id.getSourceFile()).variables.get(binding) ?? [];
  if (tsc.isVariableDeclaration(binding) && binding.initializer !== undefined && stores.length === 0) return keySourceOf(reading, binding.initializer, depth + 1);
  if (tsc.isParameter(binding) && frameOf(tsc, binding) === frame && stores.length === 0) return [frame.parameters.indexOf(binding)];
  const origins = originsOf(reading, id);
  return joined(origins.map((origin) => (typeof origin === 'object' && typeof origin.root === 'number' ? [origin.root] : 'unknown')));
}

/** Where the values of a key come from. */
export function keySourceOf(reading: Reading, key: ts.Expression, depth = 0): KeySource {
  const { tsc } = reading.pkg;
  const { SyntaxKind } = tsc;
  const node = peel(tsc, key);
  if (depth > 6) return 'unknown';
  if (tsc.isStringLiteralLike(node) || tsc.isNumericLiteral(node)) return 'constant';
  if (tsc.isObjectLiteralExpression(node) || tsc.isArrayLiteralExpression(node)) return 'new';
  if (tsc.isNewExpression(node)) return 'new';
  if (tsc.isPrefixUnaryExpression(node) || tsc.isPostfixUnaryExpression(node)) return node.operator === SyntaxKind.PlusPlusToken ? 'new' : 'unknown';
  if (tsc.isTemplateExpression(node)) return joined(node.templateSpans.map(({ expression }) => keySourceOf(reading, expression, depth + 1)));
  if (tsc.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const either = kind === SyntaxKind.PlusToken || kind === SyntaxKind.BarBarToken || kind === SyntaxKind.QuestionQuestionToken;
    return either ? joined([keySourceOf(reading, node.left, depth + 1), keySourceOf(reading, node.right, depth + 1)]) : 'unknown';
  }
  if (tsc.isConditionalExpression(node)) return joined([keySourceOf(reading, node.whenTrue, depth + 1), keySourceOf(reading, node.whenFalse, depth + 1)]);
  if (tsc.isIdentifier(node)) return ofName(reading, node, depth);
  if (tsc.isPropertyAccessExpression(node)) return joined(originsOf(reading, node).map((origin) => (typeof origin === 'object' && typeof origin.root === 'number' ? [origin.root] : 'unknown')));
  if (!tsc.isCallExpression(node)) return 'unknown';
  const [first] = node.arguments;
  const callee = node.expression;
  if (callee.getText() === 'Symbol') return 'new';
  if (printers.has(callee.getText()) && first !== undefined) return keySourceOf(reading, first, depth + 1);
  return tsc.isPropertyAccessExpression(callee) && keepsApart.has(callee.name.text) ? keySourceOf(reading, callee.expression, depth + 1) : 'unknown';
}
