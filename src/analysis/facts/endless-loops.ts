/**
 * Loops that go on for as long as the process lives. Computes, by shape, the `while`, `for` and `do` statements whose
 * condition is constant or a flag that the body does not set, that wait in each round, and that only a flag can leave.
 * Assumes a loop without `await` ends (it would block the process). `for await` is endless or not by what it runs over,
 * which is not a fact of this file.
 */
import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { type Frame, isFunctionWithBody, peel } from '../../typescript/syntax.js';

import { conditionsOn } from './conditions-on.js';

/** A statement that repeats its body. */
export type EndlessLoop = ts.DoStatement | ts.ForOfStatement | ts.ForStatement | ts.WhileStatement;

/** A name or property read as it is, or negated: a switch somebody else turns. */
function isFlag(tsc: Compiler, expression: ts.Expression): boolean {
  const node = peel(tsc, expression);
  if (tsc.isPrefixUnaryExpression(node) && node.operator === tsc.SyntaxKind.ExclamationToken) return isFlag(tsc, node.operand);
  if (tsc.isPropertyAccessExpression(node)) return node.name.text !== 'length' && node.name.text !== 'size' && node.name.text !== 'done';
  return tsc.isIdentifier(node) && node.text !== 'undefined';
}

function isConstantlyTrue(tsc: Compiler, expression: ts.Expression | undefined): boolean {
  if (expression === undefined) return true;
  const node = peel(tsc, expression);
  return node.kind === tsc.SyntaxKind.TrueKeyword || (tsc.isNumericLiteral(node) && node.text !== '0');
}

interface Body {
  waits: boolean;
  leaves: boolean;
  /** The switches behind which the body leaves the loop. */
  readonly switches: ts.Expression[];
  readonly assigned: Set<string>;
  /** Names made anew in each round: what they say is this round's data, not a switch. */
  readonly declared: Set<string>;
}

/** The names that a node assigns, pulled apart or counted on as well. */
function assignedBy(tsc: Compiler, node: ts.Node): readonly string[] {
  const { EqualsToken, FirstAssignment, LastAssignment, MinusMinusToken, PlusPlusToken } = tsc.SyntaxKind;
  if ((tsc.isPrefixUnaryExpression(node) || tsc.isPostfixUnaryExpression(node)) && (node.operator === MinusMinusToken || node.operator === PlusPlusToken)) return [node.operand.getText()];
  if (!tsc.isBinaryExpression(node) || node.operatorToken.kind < FirstAssignment || node.operatorToken.kind > LastAssignment) return [];
  const { left } = node;
  if (node.operatorToken.kind !== EqualsToken) return [left.getText()];
  if (tsc.isArrayLiteralExpression(left)) return left.elements.map((element) => element.getText());
  if (!tsc.isObjectLiteralExpression(left)) return [left.getText()];
  return left.properties.map((property) => (tsc.isPropertyAssignment(property) ? property.initializer : (property.name ?? property)).getText());
}

function inspect(tsc: Compiler, loop: EndlessLoop): Body {
  const body: Body = { waits: false, leaves: false, switches: [], assigned: new Set(), declared: new Set() };
  const visit = (node: ts.Node, own: boolean): void => {
    if (isFunctionWithBody(tsc, node) || tsc.isClassLike(node)) return;
    if (tsc.isAwaitExpression(node) || tsc.isYieldExpression(node) || (tsc.isForOfStatement(node) && node.awaitModifier !== undefined)) body.waits = true;
    if (tsc.isReturnStatement(node) || (tsc.isBreakStatement(node) && (own || node.label !== undefined))) {
      const guards = conditionsOn(tsc, node, loop).filter(({ test }) => isFlag(tsc, test) && isWithinLoop(test, loop) && !body.declared.has(rootName(tsc, test)));
      if (guards.length === 0) body.leaves = true;
      body.switches.push(...guards.map(({ test }) => test));
    }
    if ((tsc.isVariableDeclaration(node) || tsc.isBindingElement(node)) && tsc.isIdentifier(node.name)) body.declared.add(node.name.text);
    for (const name of assignedBy(tsc, node)) body.assigned.add(name);
    const inner = own && !tsc.isIterationStatement(node, false) && !tsc.isSwitchStatement(node);
    tsc.forEachChild(node, (child) => {
      visit(child, inner);
    });
  };
  visit(loop.statement, true);
  return body;
}

function rootName(tsc: Compiler, expression: ts.Expression): string {
  let node = peel(tsc, expression);
  while (tsc.isPropertyAccessExpression(node) || tsc.isPrefixUnaryExpression(node)) node = peel(tsc, tsc.isPropertyAccessExpression(node) ? node.expression : node.operand);
  return node.getText();
}

function isWithinLoop(node: ts.Node, loop: EndlessLoop): boolean {
  return node.pos >= loop.statement.pos && node.end <= loop.statement.end;
}

/** Whether a `while`, `for` or `do` never ends by itself. */
function isEndless(tsc: Compiler, loop: EndlessLoop): boolean {
  const condition = tsc.isForStatement(loop) ? loop.condition : loop.expression;
  const constant = isConstantlyTrue(tsc, condition);
  if (!constant && (condition === undefined || !isFlag(tsc, condition))) return false;
  const body = inspect(tsc, loop);
  if (!body.waits || body.leaves) return false;
  return constant || condition === undefined || !namesIn(tsc, condition).some((name) => body.assigned.has(name));
}

/** A flag and what it is read from: `page.isLast`, `page`. */
function namesIn(tsc: Compiler, flag: ts.Expression): readonly string[] {
  const node = peel(tsc, flag);
  if (tsc.isPrefixUnaryExpression(node)) return namesIn(tsc, node.operand);
  return tsc.isPropertyAccessExpression(node) ? [node.getText(), ...namesIn(tsc, node.expression)] : [node.getText()];
}

/** The endless statements and the `for await` statements around a node inside its frame, innermost first. */
export function loopsAround(tsc: Compiler, node: ts.Node, frame: Frame): readonly EndlessLoop[] {
  const found: EndlessLoop[] = [];
  let child: ts.Node = node;
  while (child !== frame && !tsc.isSourceFile(child)) {
    const { parent } = child;
    if ((tsc.isWhileStatement(parent) || tsc.isForStatement(parent) || tsc.isDoStatement(parent)) && parent.statement === child) {
      if (isEndless(tsc, parent)) found.push(parent);
    } else if (tsc.isForOfStatement(parent) && parent.awaitModifier !== undefined && parent.statement === child) {
      found.push(parent);
    }
    child = parent;
  }
  return found;
}

/** The switches that end an endless statement, in its condition or in front of what leaves it. */
export function switchesOf(tsc: Compiler, loop: EndlessLoop): readonly ts.Expression[] {
  const condition = tsc.isForStatement(loop) ? loop.condition : loop.expression;
  const { switches } = inspect(tsc, loop);
  return condition === undefined || isConstantlyTrue(tsc, condition) ? switches : [condition, ...switches];
}

/** The first loop in a function's body that never ends by itself. */
export function endlessLoopIn(tsc: Compiler, frame: Frame): EndlessLoop | undefined {
  const search = (node: ts.Node): EndlessLoop | undefined => {
    if (node !== frame && isFunctionWithBody(tsc, node)) return undefined;
    if ((tsc.isWhileStatement(node) || tsc.isForStatement(node) || tsc.isDoStatement(node)) && isEndless(tsc, node)) return node;
    return tsc.forEachChild(node, search);
  };
  return search(frame);
}
