/**
 * Between which numbers the value of an expression lies. Computes it from literals and sums, from the sizes of containers
 * and the places that searches in them find, and from everything that is ever stored in a variable or private field.
 * Gives up all else, so that what has no range may be any number, or none.
 */
import type ts from 'typescript';

import { containerKindOf } from '../../typescript/container-kind.js';
import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { peel } from '../../typescript/syntax.js';

import { isNewIdentity } from './new-identity.js';
import { fromStoresSeen, searches } from './stores-seen.js';

/** The least and the greatest number, both included. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
}

const deepest = 5;

/** No container of the language holds more. */
const largest = 2 ** 32;

const size: NumberRange = { least: 0, most: largest };

function exactly(value: number): NumberRange {
  return { least: value, most: value };
}

function ofCall(view: ProgramView, { expression, arguments: [wanted] }: ts.CallExpression): NumberRange | undefined {
  if (!view.ts.isPropertyAccessExpression(expression) || !searches.has(expression.name.text)) return undefined;
  const kind = containerKindOf(view, expression.expression);
  if (kind === 'array' && wanted !== undefined && expression.name.text.endsWith('ndexOf') && isNewIdentity(view, wanted)) return exactly(-1);
  return kind === 'array' || kind === 'string' ? { least: -1, most: largest } : undefined;
}

function ofMember(view: ProgramView, { expression, name }: ts.PropertyAccessExpression): NumberRange | undefined {
  if (expression.getText() === 'Number') {
    if (name.text === 'POSITIVE_INFINITY') return exactly(Infinity);
    return name.text === 'MAX_SAFE_INTEGER' || name.text === 'MAX_VALUE' ? exactly(Number[name.text]) : undefined;
  }
  if (name.text !== 'length' && name.text !== 'size') return undefined;
  const kind = containerKindOf(view, expression);
  return kind === 'array' || kind === 'map' || kind === 'set' || kind === 'string' ? size : undefined;
}

/** One range around all; undefined when one of them has none. */
function around(ranges: readonly (NumberRange | undefined)[]): NumberRange | undefined {
  return ranges.reduce((all, range) => all && range && { least: Math.min(all.least, range.least), most: Math.max(all.most, range.most) });
}

function ofName(view: ProgramView, name: ts.Node, depth: number): NumberRange | undefined {
  const declaration = declarationAt(view, name);
  if (declaration === undefined) return undefined;
  return fromStoresSeen(view, declaration, (stores) => around(stores.map((value) => (value === 'nothing' ? undefined : numberRange(view, value, depth)))));
}

/** The range of an expression's value; undefined when it may be anything. */
export function numberRange(view: ProgramView, expression: ts.Expression, depth = 0): NumberRange | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  if (depth > deepest) return undefined;
  if (tsc.isNumericLiteral(node)) return exactly(Number(node.text));
  if (tsc.isCallExpression(node)) return ofCall(view, node);
  if (tsc.isPrefixUnaryExpression(node) && node.operator === tsc.SyntaxKind.MinusToken) {
    const range = numberRange(view, node.operand, depth + 1);
    return range && { least: -range.most, most: -range.least };
  }
  if (tsc.isBinaryExpression(node)) {
    const left = numberRange(view, node.left, depth + 1);
    const right = numberRange(view, node.right, depth + 1);
    if (left === undefined || right === undefined) return undefined;
    if (node.operatorToken.kind === tsc.SyntaxKind.PlusToken) return { least: left.least + right.least, most: left.most + right.most };
    return node.operatorToken.kind === tsc.SyntaxKind.MinusToken ? { least: left.least - right.most, most: left.most - right.least } : undefined;
  }
  if (tsc.isPropertyAccessExpression(node)) return ofMember(view, node) ?? ofName(view, node.name, depth + 1);
  if (!tsc.isIdentifier(node)) return undefined;
  return node.text === 'Infinity' ? exactly(Infinity) : ofName(view, node, depth + 1);
}
