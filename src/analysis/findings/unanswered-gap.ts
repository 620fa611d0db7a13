/**
 * Whether an entry waits for an answer that may never come. Computes it for what a promise's executor keeps together with
 * a way to settle: when everything that takes it back is keyed and stands in code that other loops run, at their own time,
 * and no timer does. Assumes that whoever is to answer may be gone. Gives up executors that set a timer themselves, and
 * what the asking turn, or anybody outside the program, may take back.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf, isWithin } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { keyOfRemoval } from '../facts/key-of-removal.js';
import { promiseOfExecutor } from '../facts/promise-of-executor.js';
import { continuesTurn, type Edge } from '../graph/edge.js';
import { liveCallersOf } from '../graph/live-callers-of.js';
import type { Recurrence } from '../graph/recurrence.js';

import { callsInside } from './calls-inside.js';
import { timedCode } from './timed-code.js';

const mostVisits = 100;

const deepest = 2;

/** Whether a value carries a way to settle the promise: a parameter of its executor, or code that mentions one. */
function carriesSettler(view: ProgramView, value: ts.Node, executor: Frame, depth = 0): boolean {
  const { ts: tsc } = view;
  if (tsc.isIdentifier(value)) {
    const declaration = tsc.isShorthandPropertyAssignment(value.parent) ? view.checker.getShorthandAssignmentValueSymbol(value.parent)?.valueDeclaration : declarationAt(view, value);
    if (declaration === undefined || !isWithin(declaration, executor)) return false;
    if (tsc.isParameter(declaration)) return declaration.parent === executor;
    return depth < deepest && tsc.isVariableDeclaration(declaration) && declaration.initializer !== undefined && carriesSettler(view, declaration.initializer, executor, depth + 1);
  }
  return tsc.forEachChild(value, (child) => carriesSettler(view, child, executor, depth) || undefined) ?? false;
}

function isTimed({ pace, row }: Edge): boolean {
  return pace === 'tick' || (pace === 'once' && row?.owner === 'process');
}

/** Whether loops other than those of the asking turn run a removal, and neither timers nor anybody outside do. */
function isLeftToOthers(view: ProgramView, removal: ts.Node, asking: ReadonlySet<Frame>): boolean {
  const seen = new Set<Frame>();
  const queue: Frame[] = [frameOf(view.ts, removal)];
  for (const frame of queue) {
    if (seen.has(frame)) continue;
    seen.add(frame);
    if (asking.has(frame) || seen.size > mostVisits) return false;
    for (const edge of liveCallersOf(view, frame)) {
      if (isTimed(edge) || edge.pace === 'exported' || edge.pace === 'offered') return false;
      if (continuesTurn(edge) && edge.pace !== 'once' && !view.ts.isSourceFile(edge.frame)) queue.push(edge.frame);
    }
  }
  return true;
}

/** The removal that an entry of a promise waits for, when nothing but somebody else's answer brings it. */
export function unansweredGapOf(view: ProgramView, growth: GrowthSite, removals: readonly ts.Node[], { path }: Recurrence): ts.Node | undefined {
  const executor = frameOf(view.ts, growth.node);
  const made = promiseOfExecutor(view.ts, executor);
  const keyed = removals.find((removal) => keyOfRemoval(view.ts, removal) !== undefined);
  if (made === undefined || growth.registers !== undefined || growth.key === undefined || keyed === undefined) return undefined;
  if (!growth.values.some((value) => carriesSettler(view, value, executor))) return undefined;
  if (callsInside(view, executor).some((call) => timedCode(view, call) !== undefined)) return undefined;
  const asking = new Set<Frame>([executor, frameOf(view.ts, made), ...path.map(({ frame }) => frame)].filter((frame) => !view.ts.isSourceFile(frame)));
  return removals.every((removal) => isLeftToOthers(view, removal, asking)) ? keyed : undefined;
}
