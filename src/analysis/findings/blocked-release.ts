/**
 * Whether what stands in front of a release lets it run when there is something to take back. Computes the first condition
 * around it that can never hold, the loop whose rounds never begin, and the question whether the key is there that has to
 * be answered with no. Assumes that a function which only such code calls is never run. Gives up conditions that may hold
 * at some time.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { around, type Frame, frameOf, isWithin, peel } from '../../typescript/syntax.js';
import { type Condition, conditionsOn } from '../facts/conditions-on.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { keyOfRemoval } from '../facts/key-of-removal.js';
import { nodesIn } from '../facts/node-index.js';
import { callersOf } from '../graph/callers-of.js';

import { neverBegins } from './never-begins.js';
import { whyNeverHolds } from './never-holds.js';
import type { VainRelease } from './vain-release.js';

const deepest = 3;

/** The function, method or module around code, with the callbacks that it writes. */
function codeAround({ ts: tsc }: ProgramView, node: ts.Node): Frame {
  let frame = frameOf(tsc, node);
  while (tsc.isArrowFunction(frame) || tsc.isFunctionExpression(frame)) frame = frameOf(tsc, frame);
  return frame;
}

/** What a removal takes from. */
function containerOf({ ts: tsc }: ProgramView, removal: ts.Node): string | undefined {
  if (tsc.isCallExpression(removal)) return tsc.isPropertyAccessExpression(removal.expression) ? removal.expression.expression.getText() : undefined;
  const target = tsc.isDeleteExpression(removal) ? peel(tsc, removal.expression) : undefined;
  return target !== undefined && tsc.isElementAccessExpression(target) ? target.expression.getText() : undefined;
}

/** Whether a test asks for the very entry that a removal takes: `map.has(key)`, `key in table`. */
function asksForEntry(view: ProgramView, test: ts.Expression, removal: ts.Node): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, test);
  const key = keyOfRemoval(tsc, removal);
  const container = containerOf(view, removal);
  if (key === undefined || container === undefined) return false;
  if (tsc.isBinaryExpression(node)) return node.operatorToken.kind === tsc.SyntaxKind.InKeyword && node.left.getText() === key && node.right.getText() === container;
  if (!tsc.isCallExpression(node) || !tsc.isPropertyAccessExpression(node.expression)) return false;
  return node.expression.name.text === 'has' && node.expression.expression.getText() === container && node.arguments[0]?.getText() === key;
}

/** Whether nothing happens between a test and the code that it lets through: no call, no store. */
function isRightBefore({ ts: tsc }: ProgramView, test: ts.Expression, later: ts.Node): boolean {
  const { assignments, calls } = nodesIn(tsc, test.getSourceFile());
  return frameOf(tsc, test) === frameOf(tsc, later) && ![...assignments, ...calls].some((node) => node.pos >= test.end && node.end <= later.pos);
}

function behindCondition(view: ProgramView, growth: GrowthSite, release: ts.Node, condition: Condition): VainRelease | undefined {
  const why = whyNeverHolds(view, condition, growth);
  if (why !== undefined) return { kind: 'never', release, condition, why };
  const { test, holds } = condition;
  return !holds && asksForEntry(view, test, release) && isRightBefore(view, test, release) ? { kind: 'asked-away', release, condition } : undefined;
}

/** The release as one in a loop that has no rounds; undefined when it may have some. */
function inLoop(view: ProgramView, growth: GrowthSite, release: ts.Node, loop: ts.Node): VainRelease | undefined {
  const { ts: tsc } = view;
  if (tsc.isForStatement(loop) && isWithin(release, loop.statement) && loop.condition !== undefined && neverBegins(view, loop)) {
    return { kind: 'never', release, condition: { test: loop.condition, holds: true }, why: 'its first round never begins' };
  }
  if (!tsc.isWhileStatement(loop) || !isWithin(release, loop.statement)) return undefined;
  return behindCondition(view, growth, release, { test: loop.expression, holds: true });
}

function blockOn(view: ProgramView, growth: GrowthSite, node: ts.Node, depth: number): VainRelease | undefined {
  const outermost = codeAround(view, node);
  for (const condition of conditionsOn(view.ts, node, outermost)) {
    const block = behindCondition(view, growth, node, condition);
    if (block !== undefined) return block;
  }
  for (const outer of around(node)) {
    if (outer === outermost) break;
    const block = inLoop(view, growth, node, outer);
    if (block !== undefined) return block;
  }
  const callers = depth < deepest && !view.ts.isSourceFile(outermost) ? callersOf(view, outermost) : [];
  if (callers.some(({ pace }) => pace !== 'call')) return undefined;
  let first: VainRelease | undefined;
  // One open way is enough, and most releases have one.
  for (const { site } of callers) {
    const block = blockOn(view, growth, site, depth + 1);
    if (block === undefined) return undefined;
    first ??= block;
  }
  return first;
}

/** What keeps a release from ever running when there is something to take back; undefined when nothing is sure to. */
export function blockedRelease(view: ProgramView, growth: GrowthSite, release: ts.Node): VainRelease | undefined {
  const block = blockOn(view, growth, release, 0);
  return block && { ...block, release };
}
