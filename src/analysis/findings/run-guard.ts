/**
 * Whether a flag of the project's own keeps a wait of one run apart from the next run. Computes, along the way from job
 * to wait, the tests that must fail before it is reached, where what they ask is set, and where it is set back. A flag
 * holds when no wait lies between test and set, and when nothing sets it back before the wait has ended, thrown or not.
 * Assumes that what is set back out of sight is set back in time.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { fixedName, type Frame, frameOf, isFunctionWithBody, isWithin } from '../../typescript/syntax.js';
import { conditionsOn } from '../facts/conditions-on.js';
import { isStraightBefore } from '../facts/straight-before.js';
import { calleesOf } from '../summaries/callees-of.js';

import { endingOf } from './flag-ending.js';
import { constantOf } from './known-constant.js';
import { type Change, changesSeenBy, namesTested } from './switch-changes.js';
import type { Stage, Wait } from './waits-of.js';

/** What is wrong with a flag: set behind a wait, set back too early, or left set when the wait throws. */
export type GuardFault = 'early' | 'late' | 'stuck';

/** The best guard found: one that holds, one that does not and why, or none. */
export type RunGuard = { readonly state: 'held' } | { readonly state: 'none' } | { readonly state: GuardFault; readonly name: string; readonly at: ts.Node };

/** Whether a frame waits between two positions. */
function waitsBetween(view: ProgramView, frame: Frame, from: number, to: number): boolean {
  const { ts: tsc } = view;
  let found = false;
  const visit = (node: ts.Node): void => {
    if (found || node.end <= from || node.pos >= to || (node !== frame && isFunctionWithBody(tsc, node))) return;
    const waits = tsc.isAwaitExpression(node) || (tsc.isForOfStatement(node) && node.awaitModifier !== undefined);
    if (waits && node.end > from && node.end <= to) found = true;
    else tsc.forEachChild(node, visit);
  };
  visit(frame);
  return found;
}

interface Setting {
  readonly change: Change;
  readonly level: number;
}

/** Where a name is set on the way, at the level of its test or further in. */
function settingsOf(view: ProgramView, changes: readonly Change[], stages: readonly Stage[], level: number, test: ts.Expression): readonly Setting[] {
  return stages.flatMap((stage, i) =>
    i < level
      ? []
      : changes
          .filter(({ node }) => {
            if (frameOf(view.ts, node) !== stage.frame || (i === level && node.end < test.pos)) return false;
            return isWithin(stage.node, node) || isStraightBefore(view.ts, node, stage.node);
          })
          .slice(0, 1)
          .map((change) => ({ change, level: i })),
  );
}

function isBehindWait(view: ProgramView, stages: readonly Stage[], level: number, test: ts.Expression, setting: Setting): boolean {
  return stages.some((stage, i) => {
    if (i < level || i > setting.level) return false;
    const from = i === level ? test.end : stage.frame.pos;
    const to = i === setting.level ? setting.change.node.getStart() : stage.node.getStart();
    return waitsBetween(view, stage.frame, from, Math.max(from, to));
  });
}

/** Whether a change is one that switches make: to a value as it is written, by one, into a collection, or to the run's own promise. */
function isSwitching(view: ProgramView, { node, value }: Change, stage: Stage | undefined): boolean {
  if (value === undefined || view.ts.isCallExpression(node) || (stage !== undefined && isWithin(stage.node, node))) return true;
  return value === node || typeof constantOf(view, value) !== 'undefined' || isFixed(view, { node, value });
}

/** Whether a store turns a flag on by a fixed value: one that is never turned back lets code run once. */
function isFixed(view: ProgramView, { value }: Change): boolean {
  return value?.kind === view.ts.SyntaxKind.TrueKeyword;
}

function nameOf(view: ProgramView, declaration: ts.Declaration): string {
  return fixedName(view.ts, view.ts.getNameOfDeclaration(declaration)) ?? 'flag';
}

function byName(view: ProgramView, declaration: ts.Declaration, stages: readonly Stage[], level: number, test: ts.Expression): RunGuard {
  const changes = changesSeenBy(view, declaration, stages.map(({ frame }) => frame));
  const settings = settingsOf(view, changes, stages, level, test);
  const name = nameOf(view, declaration);
  const [setting] = settings;
  if (setting === undefined) {
    const after = changes.find((change) => isFixed(view, change) && stages.some((stage) => frameOf(view.ts, change.node) === stage.frame && change.node.pos >= stage.node.end));
    return after === undefined ? { state: 'none' } : { state: 'late', name, at: after.node };
  }
  const others = changes.filter((change) => change !== setting.change);
  if (others.length === 0 && !isFixed(view, setting.change) && !isWithin(stages[setting.level]?.node ?? test, setting.change.node)) return { state: 'none' };
  if (!isSwitching(view, setting.change, stages[setting.level])) return { state: 'held' };
  if (isBehindWait(view, stages, level, test, setting)) return { state: 'late', name, at: setting.change.node };
  const ending = endingOf(view, others.filter((change) => change.node.pos > setting.change.node.pos || frameOf(view.ts, change.node) !== frameOf(view.ts, setting.change.node)), stages, setting.change.node);
  return ending === undefined ? { state: 'held' } : { state: ending.fault, name, at: ending.at };
}

/** Whether a test calls a function of the project that itself sets what it asks: `if (!this.tryStart()) return`. */
function setsItself(view: ProgramView, test: ts.Expression): boolean {
  const { ts: tsc } = view;
  if (!tsc.isCallExpression(test)) return false;
  return calleesOf(view, test).some((callee) => {
    let sets = false;
    const visit = (node: ts.Node): void => {
      const stores = tsc.isBinaryExpression(node) && node.operatorToken.kind === tsc.SyntaxKind.EqualsToken && !tsc.isElementAccessExpression(node.left);
      if (stores) sets = true;
      else tsc.forEachChild(node, visit);
    };
    if (!waitsBetween(view, callee, callee.pos, callee.end)) visit(callee);
    return sets;
  });
}

const order: readonly RunGuard['state'][] = ['held', 'stuck', 'early', 'late', 'none'];

/** The guard that holds a wait, or the one that comes nearest to it. */
export function runGuardOf(view: ProgramView, { stages }: Wait): RunGuard {
  const frames = stages.map(({ frame }) => frame);
  const found = stages.flatMap((stage, level) =>
    conditionsOn(view.ts, stage.node, stage.frame).flatMap(({ test }): readonly RunGuard[] => {
      if (setsItself(view, test)) return [{ state: 'held' }];
      return namesTested(view, test, frames).map((declaration) => byName(view, declaration, stages, level, test));
    }),
  );
  return [...found].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))[0] ?? { state: 'none' };
}
