import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import type { ContainerKind } from '../../typescript/container-kind.js';
import { peel } from '../../typescript/syntax.js';

import type { Gain, GrowthSite } from './growth-site.js';
import { nodesIn } from './node-index.js';
import { perFile } from './per-file.js';
import { selfGrowth } from './self-growth.js';

const adders: ReadonlyMap<string, { kind: ContainerKind; gain: Gain; least: number; keyed: boolean }> = new Map([
  ['push', { kind: 'array', gain: 'element', least: 1, keyed: false }],
  ['unshift', { kind: 'array', gain: 'element', least: 1, keyed: false }],
  ['splice', { kind: 'array', gain: 'element', least: 3, keyed: false }],
  ['add', { kind: 'set', gain: 'entry', least: 1, keyed: true }],
  ['set', { kind: 'map', gain: 'entry', least: 2, keyed: true }],
] as const);

/** `Array.prototype.push.apply(list, more)`: a container's own method, called from outside. */
function fromBorrowedMethod(tsc: Compiler, node: ts.CallExpression, method: ts.Expression): GrowthSite | undefined {
  if (!tsc.isPropertyAccessExpression(method) || !/(?:^\[\]|\.prototype)$/u.test(method.expression.getText())) return undefined;
  const adder = adders.get(method.name.text);
  const [container, ...values] = node.arguments;
  if (adder === undefined || adder.keyed || container === undefined || values.length === 0) return undefined;
  return { node, container, kinds: [adder.kind], gain: adder.gain, assigns: false, means: method.name.text, key: undefined, values };
}

function fromReflection(tsc: Compiler, node: ts.CallExpression, means: string): GrowthSite | undefined {
  const [container, key, ...values] = node.arguments;
  if (container === undefined || key === undefined || tsc.isStringLiteralLike(key)) return undefined;
  return { node, container, kinds: ['object'], gain: 'entry', assigns: false, means, key, values };
}

function fromCall(tsc: Compiler, node: ts.CallExpression): GrowthSite | undefined {
  const callee = node.expression;
  if (!tsc.isPropertyAccessExpression(callee)) return undefined;
  const means = callee.name.text;
  if (means === 'apply' || means === 'call') return fromBorrowedMethod(tsc, node, callee.expression);
  if ((means === 'set' && callee.expression.getText() === 'Reflect') || (means === 'defineProperty' && callee.expression.getText() === 'Object')) {
    return fromReflection(tsc, node, `${callee.expression.getText()}.${means}`);
  }
  const adder = adders.get(means);
  if (adder !== undefined && node.arguments.length >= adder.least) {
    // splice(i, n > 0, x) swaps; only splice(i, 0, x) makes the array longer.
    if (means === 'splice' && node.arguments[1]?.getText() !== '0') return undefined;
    return {
      node,
      container: callee.expression,
      kinds: [adder.kind],
      gain: adder.gain,
      assigns: false,
      means,
      key: adder.keyed ? node.arguments[0] : undefined,
      values: means === 'splice' ? node.arguments.slice(2) : means === 'set' ? node.arguments.slice(1) : [...node.arguments],
    };
  }
  if (means === 'assign' && callee.expression.getText() === 'Object') {
    const [target, ...sources] = node.arguments;
    for (const source of sources) {
      if (!tsc.isObjectLiteralExpression(source)) continue;
      const computed = source.properties.find((p) => p.name !== undefined && tsc.isComputedPropertyName(p.name));
      if (target === undefined || computed?.name === undefined || !tsc.isComputedPropertyName(computed.name)) continue;
      const key = computed.name.expression;
      const values = tsc.isPropertyAssignment(computed) ? [computed.initializer] : [];
      return { node, container: target, kinds: ['object'], gain: 'entry', assigns: false, means: 'Object.assign', key, values };
    }
  }
  return undefined;
}

function fromElementStore(tsc: Compiler, node: ts.BinaryExpression): GrowthSite | undefined {
  const target = peel(tsc, node.left);
  if (!tsc.isElementAccessExpression(target)) return undefined;
  const key = peel(tsc, target.argumentExpression);
  if (tsc.isStringLiteralLike(key) || tsc.isNumericLiteral(key)) return undefined;
  const site = { node, container: target.expression, assigns: false, means: '[…] =', values: [node.right] } as const;
  const appends =
    key.getText() === `${target.expression.getText()}.length` ||
    (tsc.isPostfixUnaryExpression(key) && key.operator === tsc.SyntaxKind.PlusPlusToken);
  return appends
    ? { ...site, kinds: ['array', 'object'], gain: 'element', key: undefined }
    : { ...site, kinds: ['object'], gain: 'entry', key };
}

/** `tail.next = node; tail = node`: a chain that gets longer at its end. */
function fromLink(tsc: Compiler, node: ts.BinaryExpression): GrowthSite | undefined {
  const target = peel(tsc, node.left);
  if (!tsc.isPropertyAccessExpression(target)) return undefined;
  const holder = target.expression.getText();
  const value = peel(tsc, node.right);
  if (!tsc.isIdentifier(value)) return undefined;
  const statement = node.parent;
  const block = statement.parent;
  if (!tsc.isExpressionStatement(statement)) return undefined;
  const scope = tsc.isBlock(block) || tsc.isSourceFile(block) ? block : block.parent.parent;
  const statements = tsc.isBlock(scope) || tsc.isSourceFile(scope) ? scope.statements : [];
  const moves = statements.some(
    (other) =>
      other.pos > statement.pos &&
      tsc.isExpressionStatement(other) &&
      tsc.isBinaryExpression(other.expression) &&
      other.expression.operatorToken.kind === tsc.SyntaxKind.EqualsToken &&
      other.expression.left.getText() === holder &&
      other.expression.right.getText() === value.text,
  );
  if (!moves) return undefined;
  return { node, container: target.expression, kinds: ['object'], gain: 'node', assigns: false, means: `.${target.name.text} =`, key: undefined, values: [value] };
}

function fromAssignment(tsc: Compiler, node: ts.BinaryExpression): GrowthSite | undefined {
  if (node.operatorToken.kind === tsc.SyntaxKind.PlusEqualsToken) {
    return { node, container: node.left, kinds: ['string'], gain: 'text', assigns: true, means: '+=', key: undefined, values: [node.right] };
  }
  const whenUnset = node.operatorToken.kind === tsc.SyntaxKind.QuestionQuestionEqualsToken || node.operatorToken.kind === tsc.SyntaxKind.BarBarEqualsToken;
  if (whenUnset) return fromElementStore(tsc, node);
  if (node.operatorToken.kind !== tsc.SyntaxKind.EqualsToken) return undefined;
  const own = selfGrowth(tsc, node);
  if (own !== undefined) return { node, container: node.left, assigns: true, means: '=', ...own };
  return fromElementStore(tsc, node) ?? fromLink(tsc, node);
}

/**
 * Every form of growth in a file, by shape alone, in source order: what is really a container, who holds it and who
 * runs the code are later questions. Library registrations are no shape and are not found here. After the list "What
 * grows" of the design.
 */
export const growthSitesIn = perFile((tsc, file: ts.SourceFile): readonly GrowthSite[] => {
  const { assignments, calls } = nodesIn(tsc, file);
  const sites = [...calls.map((call) => fromCall(tsc, call)), ...assignments.map((assignment) => fromAssignment(tsc, assignment))].filter((site) => site !== undefined);
  return sites.sort((a, b) => a.node.getStart() - b.node.getStart() || a.node.end - b.node.end);
});
