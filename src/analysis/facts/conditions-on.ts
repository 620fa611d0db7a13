/**
 * Under which conditions a node is reached. Computes, by shape, the tests that dominate it inside a frame (or any node around it): branches
 * it stands in, operands it follows, and earlier statements of its blocks that leave when a test holds. Assumes no
 * exceptions. Gives up `switch` and loops' own conditions.
 */
import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { frameOf, peel } from '../../typescript/syntax.js';

/** A test and how it came out where the node is reached. */
export interface Condition {
  readonly test: ts.Expression;
  readonly holds: boolean;
}

/** Whether a statement never goes on to the next: it returns, throws, or goes to another turn of its loop or out of it. */
export function leaves(tsc: Compiler, statement: ts.Statement | undefined): boolean {
  if (statement === undefined) return false;
  if (tsc.isBlock(statement)) return leaves(tsc, statement.statements.at(-1));
  if (tsc.isIfStatement(statement)) return leaves(tsc, statement.thenStatement) && leaves(tsc, statement.elseStatement);
  return tsc.isReturnStatement(statement) || tsc.isThrowStatement(statement) || tsc.isContinueStatement(statement) || tsc.isBreakStatement(statement);
}

/** Splits `a && b` that holds and `a || b` that does not into their parts. */
function atoms(tsc: Compiler, { test, holds }: Condition): readonly Condition[] {
  const node = peel(tsc, test);
  if (tsc.isPrefixUnaryExpression(node) && node.operator === tsc.SyntaxKind.ExclamationToken) {
    return atoms(tsc, { test: node.operand, holds: !holds });
  }
  if (tsc.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    const splits = holds ? operator === tsc.SyntaxKind.AmpersandAmpersandToken : operator === tsc.SyntaxKind.BarBarToken;
    if (splits) return [...atoms(tsc, { test: node.left, holds }), ...atoms(tsc, { test: node.right, holds })];
  }
  return [{ test: node, holds }];
}

function ofStatementsBefore(tsc: Compiler, node: ts.Node, statements: readonly ts.Statement[]): readonly Condition[] {
  return statements.flatMap((statement): readonly Condition[] => {
    if (statement.end > node.pos || !tsc.isIfStatement(statement)) return [];
    if (leaves(tsc, statement.thenStatement)) return [{ test: statement.expression, holds: false }];
    return leaves(tsc, statement.elseStatement) ? [{ test: statement.expression, holds: true }] : [];
  });
}

function ofParent(tsc: Compiler, child: ts.Node, parent: ts.Node): readonly Condition[] {
  if (tsc.isIfStatement(parent)) {
    if (parent.thenStatement === child) return [{ test: parent.expression, holds: true }];
    return parent.elseStatement === child ? [{ test: parent.expression, holds: false }] : [];
  }
  if (tsc.isConditionalExpression(parent)) {
    if (parent.whenTrue === child) return [{ test: parent.condition, holds: true }];
    return parent.whenFalse === child ? [{ test: parent.condition, holds: false }] : [];
  }
  if (tsc.isBinaryExpression(parent) && parent.right === child) {
    const operator = parent.operatorToken.kind;
    if (operator === tsc.SyntaxKind.AmpersandAmpersandToken) return [{ test: parent.left, holds: true }];
    const skipsWhenSet =
      operator === tsc.SyntaxKind.BarBarToken ||
      operator === tsc.SyntaxKind.QuestionQuestionToken ||
      operator === tsc.SyntaxKind.QuestionQuestionEqualsToken ||
      operator === tsc.SyntaxKind.BarBarEqualsToken;
    return skipsWhenSet ? [{ test: parent.left, holds: false }] : [];
  }
  if (tsc.isBlock(parent) || tsc.isSourceFile(parent) || tsc.isCaseOrDefaultClause(parent)) return ofStatementsBefore(tsc, child, parent.statements);
  return [];
}

/** The conditions that hold whenever the node runs, split into atoms, innermost first. */
export function conditionsOn(tsc: Compiler, node: ts.Node, frame: ts.Node): readonly Condition[] {
  const found: Condition[] = [];
  let child = node;
  while (child !== frame && !tsc.isSourceFile(child)) {
    found.push(...ofParent(tsc, child, child.parent));
    child = child.parent;
  }
  return found.flatMap((condition) => atoms(tsc, condition));
}

const inOwnFrame = new WeakMap<ts.Node, readonly Condition[]>();

/** The conditions that hold whenever the node runs in its own frame; many questions ask for them. */
export function conditionsInFrame(tsc: Compiler, node: ts.Node): readonly Condition[] {
  let conditions = inOwnFrame.get(node);
  if (conditions === undefined) {
    conditions = conditionsOn(tsc, node, frameOf(tsc, node));
    inOwnFrame.set(node, conditions);
  }
  return conditions;
}
