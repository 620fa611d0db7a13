/**
 * The rounds of a loop that waits, by which code runs again though nothing else repeats it. Computes the nearest such loop
 * around a node or around the calls that lead to it. Assumes that rounds may be many: no more than a doubt. Gives up ways
 * longer than the limit.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf } from '../../typescript/syntax.js';
import { waitingLoopAround } from '../facts/waiting-loops.js';

import type { Edge } from './edge.js';
import { liveCallersOf } from './live-callers-of.js';
import type { Recurrence } from './recurrence.js';

const mostVisits = 30;

/** The rounds that are seen at the node itself. */
export function roundsAround(view: ProgramView, node: ts.Node, frame: Frame, path: readonly Edge[]): Recurrence | undefined {
  const loop = waitingLoopAround(view.ts, node, frame);
  return loop === undefined ? undefined : { evidence: 'unknown', entry: undefined, statement: { loop, pace: 'tick' }, path };
}

/** The rounds that lead to a node by calls. */
export function roundsReaching(view: ProgramView, node: ts.Node, path: readonly Edge[]): Recurrence | undefined {
  const queue: { readonly node: ts.Node; readonly path: readonly Edge[] }[] = [{ node, path }];
  const seen = new Set<Frame>();
  for (const visit of queue) {
    const frame = frameOf(view.ts, visit.node);
    const rounds = roundsAround(view, visit.node, frame, visit.path);
    if (rounds !== undefined) return rounds;
    if (seen.has(frame) || seen.size > mostVisits) continue;
    seen.add(frame);
    for (const edge of liveCallersOf(view, frame)) if (edge.pace === 'call') queue.push({ node: edge.site, path: [edge, ...visit.path] });
  }
  return undefined;
}
