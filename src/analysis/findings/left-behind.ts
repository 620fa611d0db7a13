/**
 * Whether a way to a release takes everything back elsewhere, but leaves it where the release only acts when nothing is
 * left. Computes it from a branch that goes over a container to take back each element, beside a branch that alone takes
 * elements out, before a test for emptiness. Assumes that some caller takes the branch, unless all are seen to give what it
 * wants to be missing. Gives up branches that end there.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { around, frameOf, isFunctionWithBody } from '../../typescript/syntax.js';
import { conditionsInFrame, leaves } from '../facts/conditions-on.js';
import { removalAt } from '../facts/removal-at.js';
import { isInDeadBranch } from '../graph/dead-branch.js';

import { emptyByCondition } from './emptiness.js';
import { takesBack } from './takes-back.js';
import type { VainRelease } from './vain-release.js';

/** The names of a container of this text in a frame, with what they stand in. */
function mentionsOf(view: ProgramView, container: ts.Expression, within: ts.Node): readonly ts.Expression[] {
  const text = container.getText();
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if ((view.ts.isIdentifier(node) || view.ts.isPropertyAccessExpression(node)) && node.getText() === text) found.push(node);
    else view.ts.forEachChild(node, visit);
  };
  visit(within);
  return found;
}

/** Whether code goes over all that a container holds and takes back each. */
function takesBackEach(view: ProgramView, container: ts.Expression, branch: ts.Statement): boolean {
  const { ts: tsc } = view;
  return mentionsOf(view, container, branch).some((mention) => {
    const { parent } = mention;
    if (tsc.isForOfStatement(parent) && parent.expression === mention) return takesBack(view, parent.statement);
    const call = tsc.isPropertyAccessExpression(parent) && parent.name.text === 'forEach' ? parent.parent : undefined;
    const [each] = call !== undefined && tsc.isCallExpression(call) ? call.arguments : [];
    return each !== undefined && isFunctionWithBody(tsc, each) && takesBack(view, each);
  });
}

/** The `if` statements passed on the way to a node, in its own block or one around it. */
function choicesBefore({ ts: tsc }: ProgramView, node: ts.Node): readonly ts.IfStatement[] {
  const frame = frameOf(tsc, node);
  const found: ts.IfStatement[] = [];
  for (const outer of around(node)) {
    if (tsc.isBlock(outer)) found.push(...outer.statements.filter((statement): statement is ts.IfStatement => tsc.isIfStatement(statement) && statement.end <= node.pos));
    if (outer === frame) break;
  }
  return found;
}

/** Whether one branch takes elements out, and the other takes back each and goes on with all of them left. */
function leavesAll(view: ProgramView, container: ts.Expression, taking: ts.Statement, leaving: ts.Statement): boolean {
  const takesOut = (branch: ts.Node): boolean => mentionsOf(view, container, branch).some((mention) => removalAt(view.ts, mention, 'element') !== undefined);
  return !leaves(view.ts, leaving) && takesOut(taking) && !takesOut(leaving) && takesBackEach(view, container, leaving);
}

/** The branch before a release that leaves all in a container which has to be empty for it. */
function branchBefore(view: ProgramView, release: ts.Node, container: ts.Expression): ts.Statement | undefined {
  for (const { thenStatement, elseStatement } of choicesBefore(view, release)) {
    if (elseStatement === undefined) continue;
    if (leavesAll(view, container, thenStatement, elseStatement)) return elseStatement;
    if (leavesAll(view, container, elseStatement, thenStatement)) return thenStatement;
  }
  return undefined;
}

/** A release that one of the ways to it has made impossible; undefined when there is none. */
export function leftBehind(view: ProgramView, release: ts.Node): VainRelease | undefined {
  const { ts: tsc } = view;
  for (const condition of conditionsInFrame(tsc, release)) {
    const container = emptyByCondition(view, condition);
    const branch = container === undefined ? undefined : branchBefore(view, release, container);
    const first = branch !== undefined && tsc.isBlock(branch) ? branch.statements[0] : branch;
    if (first !== undefined && !isInDeadBranch(view, first)) return { kind: 'left-behind', release, condition, branch: first };
  }
  return undefined;
}
