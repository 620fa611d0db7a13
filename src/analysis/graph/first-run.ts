/**
 * Whether code is for a program's first run: setting up what is not there yet. Computes it from the conditions on the
 * code: a store that is waited for counts nothing, and the same branch puts something into it; or something the turns
 * share has one known value, and the same branch gives it another that nothing takes back. Assumes that what a call is
 * given tells whether its result is the turn's own. Gives up who else empties the store: an answer to doubt by, no bound.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import { memoPerProgram, type ProgramView } from '../../typescript/program-view.js';
import { frameOf, isCallLike, isFunctionWithBody, peel } from '../../typescript/syntax.js';
import { type Condition, conditionsInFrame } from '../facts/conditions-on.js';
import { valuesOf } from '../summaries/values-of.js';
import { writtenOut } from '../summaries/written-out.js';

const deepest = 4;

/** A condition that may be a sign, and the one it is part of: what stands under that is the branch. */
interface Sign extends Condition {
  readonly whole: Condition;
  readonly depth: number;
}

/** What a constant of the frame was given; any other expression as it is. */
function written(view: ProgramView, expression: ts.Expression): ts.Expression {
  const out = writtenOut(view, expression);
  return frameOf(view.ts, out) === frameOf(view.ts, expression) ? out : peel(view.ts, expression);
}

/** Whether each turn means the same by an expression: nothing in it is a parameter or made on the spot. */
function isShared(view: ProgramView, expression: ts.Expression, depth = 0): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  if (tsc.isPropertyAccessExpression(node)) return isShared(view, node.expression, depth);
  if (tsc.isCallExpression(node)) return isShared(view, node.expression, depth) && node.arguments.every((argument) => isShared(view, argument, depth));
  if (node.kind === tsc.SyntaxKind.ThisKeyword || tsc.isLiteralExpression(node)) return true;
  const declaration = tsc.isIdentifier(node) ? declarationAt(view, node) : undefined;
  if (declaration === undefined || tsc.isParameter(declaration)) return false;
  if (tsc.isSourceFile(frameOf(tsc, declaration))) return true;
  const values = valuesOf(view, declaration);
  return depth < deepest && values.length === 1 && values.every(({ value }) => isShared(view, value, depth + 1));
}

/** The call whose result has to be zero: `!(await users.count())`, `(await users.count()) === 0`. */
function countOfNone(view: ProgramView, { test, holds }: Condition): ts.CallExpression | undefined {
  const { ts: tsc } = view;
  const { EqualsEqualsEqualsToken, EqualsEqualsToken, GreaterThanToken, LessThanToken } = tsc.SyntaxKind;
  const node = peel(tsc, test);
  let counted: ts.Expression | undefined = holds ? undefined : node;
  if (tsc.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    const limit = node.right.getText();
    const isZero = (operator === EqualsEqualsEqualsToken || operator === EqualsEqualsToken) && limit === '0';
    const isNone = holds ? isZero || (operator === LessThanToken && limit === '1') : operator === GreaterThanToken && limit === '0';
    counted = isNone ? node.left : undefined;
  }
  const call = counted === undefined ? undefined : written(view, counted);
  return call !== undefined && tsc.isCallExpression(call) ? call : undefined;
}

/** Whether a call gives a number that has to be waited for. */
function countsLater({ ts: tsc, checker }: ProgramView, call: ts.CallExpression): boolean {
  const given = checker.getTypeAtLocation(call);
  return ((checker.getAwaitedType(given)?.flags ?? 0) & tsc.TypeFlags.NumberLike) !== 0 && given.getProperty('then') !== undefined;
}

/** Whether some node of the branch that a condition opens is of a kind. */
function branchHas(view: ProgramView, { whole }: Sign, isIt: (node: ts.Node) => boolean): boolean {
  const { ts: tsc } = view;
  const isInBranch = (node: ts.Node): boolean => conditionsInFrame(tsc, node).some(({ test, holds }) => test === whole.test && holds === whole.holds);
  const visit = (node: ts.Node): boolean =>
    node.end > whole.test.end && !isFunctionWithBody(tsc, node) && ((node.pos >= whole.test.end && isIt(node) && isInBranch(node)) || (tsc.forEachChild(node, (child) => visit(child) || undefined) ?? false));
  return tsc.forEachChild(frameOf(tsc, whole.test), (child) => visit(child) || undefined) ?? false;
}

/** Whether a store holds nothing at all, and the branch puts something into it. */
function fillsEmptyStore(view: ProgramView, sign: Sign): boolean {
  const { ts: tsc } = view;
  const call = countOfNone(view, sign);
  if (call === undefined || call.arguments.length > 0 || !tsc.isPropertyAccessExpression(call.expression)) return false;
  const { expression: store, name } = call.expression;
  if (!isShared(view, store)) return false;
  const isPut = (node: ts.Node): boolean =>
    tsc.isCallExpression(node) && node.arguments.length > 0 && tsc.isPropertyAccessExpression(node.expression) && node.expression.name.text !== name.text && node.expression.expression.getText() === store.getText();
  return branchHas(view, sign, isPut) && countsLater(view, call);
}

/** Whether something shared has to have a known value, and the branch gives it another that nothing takes back. */
function leavesValue(view: ProgramView, sign: Sign): boolean {
  const { ts: tsc, checker } = view;
  const test = peel(tsc, sign.test);
  if (!tsc.isBinaryExpression(test)) return false;
  const { EqualsEqualsEqualsToken, EqualsEqualsToken, ExclamationEqualsEqualsToken, ExclamationEqualsToken } = tsc.SyntaxKind;
  const wanted = sign.holds ? [EqualsEqualsEqualsToken, EqualsEqualsToken] : [ExclamationEqualsEqualsToken, ExclamationEqualsToken];
  const name = peel(tsc, test.left);
  if (!wanted.some((kind) => kind === test.operatorToken.kind) || !tsc.isPropertyAccessExpression(name)) return false;
  const isStore = (node: ts.Node): node is ts.BinaryExpression =>
    tsc.isBinaryExpression(node) && node.operatorToken.kind === tsc.SyntaxKind.EqualsToken && node.left.getText() === name.getText();
  if (!branchHas(view, sign, isStore)) return false;
  const first = checker.getTypeAtLocation(test.right);
  const declaration = declarationAt(view, name.name);
  if (declaration === undefined || !first.isLiteral() || !isShared(view, name)) return false;
  const later = valuesOf(view, declaration).filter(({ at }) => at !== declaration && !tsc.isConstructorDeclaration(frameOf(tsc, at)));
  return later.length > 0 && !later.some(({ value }) => checker.isTypeAssignableTo(first, checker.getTypeAtLocation(value)));
}

function isSign(view: ProgramView, sign: Sign): boolean {
  const { ts: tsc } = view;
  const test = peel(tsc, sign.test);
  const parts = (nodes: readonly ts.Expression[]): readonly Sign[] => nodes.map((node) => ({ ...sign, test: node, depth: sign.depth + 1 }));
  if (sign.depth > deepest) return false;
  if (tsc.isPrefixUnaryExpression(test) && test.operator === tsc.SyntaxKind.ExclamationToken) return isSign(view, { ...sign, test: test.operand, holds: !sign.holds, depth: sign.depth + 1 });
  if (tsc.isBinaryExpression(test)) {
    const operator = test.operatorToken.kind;
    const isAnd = operator === tsc.SyntaxKind.AmpersandAmpersandToken;
    if (isAnd || operator === tsc.SyntaxKind.BarBarToken) {
      const both = parts([test.left, test.right]);
      // Where either may have let the code through, each has to be a sign.
      return isAnd === sign.holds ? both.some((part) => isSign(view, part)) : both.every((part) => isSign(view, part));
    }
  }
  if (fillsEmptyStore(view, sign) || leavesValue(view, sign)) return true;
  const given = written(view, test);
  return given !== test && !isCallLike(tsc, given) && isSign(view, { ...sign, test: given, depth: sign.depth + 1 });
}

/** Whether a node is reached only where something is set up for the first time. */
export const isForFirstRun = memoPerProgram<ts.Node, boolean>(
  () => false,
  (view, node) => conditionsInFrame(view.ts, node).some((condition) => isSign(view, { ...condition, whole: condition, depth: 0 })),
);
