import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { peel } from '../../typescript/syntax.js';

import type { GrowthSite } from './growth-site.js';

type OwnPart = Pick<GrowthSite, 'gain' | 'key' | 'kinds' | 'values'>;

/** The operands of a `+` chain, left to right. */
function summands(tsc: Compiler, expression: ts.Expression): readonly ts.Expression[] {
  const node = peel(tsc, expression);
  if (tsc.isBinaryExpression(node) && node.operatorToken.kind === tsc.SyntaxKind.PlusToken) {
    return [...summands(tsc, node.left), node.right];
  }
  if (tsc.isTemplateExpression(node)) return node.templateSpans.map((span) => span.expression);
  return [node];
}

function arrayGrowth(same: (e: ts.Expression) => boolean, tsc: Compiler, node: ts.ArrayLiteralExpression): OwnPart | undefined {
  const spreads = node.elements.some((e) => tsc.isSpreadElement(e) && same(e.expression));
  const rest = node.elements.filter((e) => !(tsc.isSpreadElement(e) && same(e.expression)));
  return spreads && rest.length > 0 ? { kinds: ['array'], gain: 'element', key: undefined, values: rest } : undefined;
}

function objectGrowth(same: (e: ts.Expression) => boolean, tsc: Compiler, node: ts.ObjectLiteralExpression): OwnPart | undefined {
  const spreads = node.properties.some((p) => tsc.isSpreadAssignment(p) && same(p.expression));
  for (const property of node.properties) {
    if (!tsc.isPropertyAssignment(property)) continue;
    if (spreads && tsc.isComputedPropertyName(property.name)) {
      return { kinds: ['object'], gain: 'entry', key: property.name.expression, values: [property.initializer] };
    }
    if (!spreads && same(property.initializer)) {
      return { kinds: ['object'], gain: 'node', key: undefined, values: [node] };
    }
  }
  return undefined;
}

function callGrowth(same: (e: ts.Expression) => boolean, tsc: Compiler, node: ts.CallExpression | ts.NewExpression): OwnPart | undefined {
  const parts = node.arguments ?? [];
  const callee = node.expression;
  if (tsc.isCallExpression(node) && tsc.isPropertyAccessExpression(callee)) {
    if (callee.name.text === 'concat' && same(callee.expression) && parts.length > 0) {
      return { kinds: ['array', 'string'], gain: 'element', key: undefined, values: [...parts] };
    }
    const [list] = parts;
    if (callee.name.text === 'concat' && list !== undefined && tsc.isArrayLiteralExpression(list) && list.elements.length > 1 && list.elements.some(same)) {
      return { kinds: ['array', 'object'], gain: 'bytes', key: undefined, values: list.elements.filter((e) => !same(e)) };
    }
  }
  const larger = parts.some((part) => {
    const size = peel(tsc, part);
    if (!tsc.isBinaryExpression(size)) return false;
    const grows = size.operatorToken.kind === tsc.SyntaxKind.AsteriskToken || size.operatorToken.kind === tsc.SyntaxKind.PlusToken;
    return grows && [size.left, size.right].some((side) => {
      const measured = peel(tsc, side);
      return tsc.isPropertyAccessExpression(measured) && /^(?:byteLength|length)$/.test(measured.name.text) && same(measured.expression);
    });
  });
  return larger ? { kinds: ['array', 'object', 'string'], gain: 'bytes', key: undefined, values: [] } : undefined;
}

/**
 * Whether an assignment `x = …x…` makes `x` larger than it was: spread into a new literal, `concat`, text appended, a
 * list head that points to the old head, a buffer allocated from the old one's size. What takes off as it adds
 * (`[...x, y].slice(-n)`) does not count, because its outermost operation is the trimming one.
 */
export function selfGrowth(tsc: Compiler, assignment: ts.BinaryExpression): OwnPart | undefined {
  const target = peel(tsc, assignment.left).getText();
  const same = (e: ts.Expression): boolean => peel(tsc, e).getText() === target;
  const value = peel(tsc, assignment.right);
  if (tsc.isArrayLiteralExpression(value)) return arrayGrowth(same, tsc, value);
  if (tsc.isObjectLiteralExpression(value)) return objectGrowth(same, tsc, value);
  if (tsc.isCallExpression(value) || tsc.isNewExpression(value)) return callGrowth(same, tsc, value);
  const parts = summands(tsc, value);
  if (parts.length > 0 && (tsc.isBinaryExpression(value) || tsc.isTemplateExpression(value)) && parts.some(same)) {
    return { kinds: ['string'], gain: 'text', key: undefined, values: parts.filter((part) => !same(part)) };
  }
  return undefined;
}
