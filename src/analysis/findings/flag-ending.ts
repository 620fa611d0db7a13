/**
 * When a flag that was set before a wait is set back. Computes from the places that change it whether one of them comes
 * before the wait has ended, and whether one of them comes even when the wait throws. Assumes that a change out of sight
 * of the way comes in time.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { around, type Frame, frameOf, isWithin } from '../../typescript/syntax.js';
import { isStraightBefore } from '../facts/straight-before.js';

import type { Change } from './switch-changes.js';
import type { Stage } from './waits-of.js';

/** A change that makes a flag fail, and how. */
export interface FaultyEnding {
  readonly fault: 'early' | 'stuck';
  readonly at: ts.Node;
}

type Ending = 'after' | 'early' | 'elsewhere' | 'on-throw' | 'sure';

/** The `try` whose block holds a node, with this part. */
function tryAround(view: ProgramView, node: ts.Node, frame: Frame, part: 'catchClause' | 'finallyBlock'): ts.TryStatement | undefined {
  const { ts: tsc } = view;
  for (const outer of around(node)) {
    if (outer === frame) return undefined;
    if (tsc.isTryStatement(outer) && outer[part] !== undefined && isWithin(node, outer.tryBlock)) return outer;
  }
  return undefined;
}

function finallyHolding(view: ProgramView, node: ts.Node, frame: Frame): ts.TryStatement | undefined {
  const { ts: tsc } = view;
  for (const outer of around(node)) {
    if (outer === frame) return undefined;
    if (tsc.isTryStatement(outer) && outer.finallyBlock !== undefined && isWithin(node, outer.finallyBlock)) return outer;
  }
  return undefined;
}

/** When a callback written in place runs that is handed to a method of the stage's own promise. */
function followerOf(view: ProgramView, callback: Frame, { node }: Stage): Ending | undefined {
  const { ts: tsc } = view;
  const call = callback.parent as ts.Node | undefined;
  if (call === undefined || !tsc.isCallExpression(call) || !tsc.isPropertyAccessExpression(call.expression)) return undefined;
  if (!isWithin(node, call.expression.expression)) return undefined;
  const name = call.expression.name.text;
  if (name === 'finally') return 'sure';
  return name === 'catch' || call.arguments[1] === callback ? 'on-throw' : 'after';
}

function inFrame(view: ProgramView, change: ts.Node, stage: Stage, deeper: readonly Stage[], setting: ts.Node): Ending {
  const covered = stage.awaited && deeper.every(({ handedOn }) => handedOn);
  const last = finallyHolding(view, change, stage.frame);
  if (last !== undefined && isWithin(stage.node, last.tryBlock)) return covered ? 'sure' : 'early';
  // `running = run(); try { await running } finally { … }`: the wait is for what was kept.
  if (last !== undefined && isWithin(stage.node, setting)) return 'sure';
  if (change.end <= stage.node.pos) return isStraightBefore(view.ts, change, stage.node) || last !== undefined ? 'early' : 'elsewhere';
  if (isWithin(change, stage.node)) return 'elsewhere';
  if (!covered) return 'early';
  const caught = tryAround(view, stage.node, stage.frame, 'catchClause');
  if (caught === undefined) return 'after';
  if (caught.catchClause !== undefined && isWithin(change, caught.catchClause)) return 'on-throw';
  return change.pos >= caught.end ? 'sure' : 'after';
}

function endingAt(view: ProgramView, { node }: Change, stages: readonly Stage[], setting: ts.Node): Ending {
  const frame = frameOf(view.ts, node);
  for (const [i, stage] of stages.entries()) {
    const deeper = stages.slice(i + 1);
    if (frame === stage.frame) return inFrame(view, node, stage, deeper, setting);
    const follower = followerOf(view, frame, stage);
    if (follower === undefined) continue;
    return deeper.every(({ handedOn }) => handedOn) ? follower : 'early';
  }
  return 'elsewhere';
}

/** What is wrong with the way a flag is set back; undefined when nothing is. */
export function endingOf(view: ProgramView, changes: readonly Change[], stages: readonly Stage[], setting: ts.Node): FaultyEnding | undefined {
  const endings = changes.map((change) => ({ change, ending: endingAt(view, change, stages, setting) }));
  const has = (wanted: Ending): boolean => endings.some(({ ending }) => ending === wanted);
  const early = endings.find(({ ending }) => ending === 'early');
  if (early !== undefined) return { fault: 'early', at: early.change.node };
  const after = endings.find(({ ending }) => ending === 'after');
  if (after === undefined || has('sure') || has('elsewhere') || has('on-throw')) return undefined;
  return { fault: 'stuck', at: after.change.node };
}
