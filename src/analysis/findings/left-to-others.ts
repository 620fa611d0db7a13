/**
 * Whether a removal is left to loops that go at their own time: it comes when somebody else says so, or never. Computes it by
 * walking up from the removal to what runs it. Assumes that the frames which are asking could have it run themselves, as
 * timers and whoever is outside the program can. Gives up longer ways than the limit.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf } from '../../typescript/syntax.js';
import { continuesTurn, type Edge } from '../graph/edge.js';
import { liveCallersOf } from '../graph/live-callers-of.js';

const mostVisits = 100;

function isTimed({ pace, row }: Edge): boolean {
  return pace === 'tick' || (pace === 'once' && row?.owner === 'process');
}

/** Whether loops other than those of the asking frames run a removal, and neither timers nor anybody outside do. */
export function isLeftToOthers(view: ProgramView, removal: ts.Node, asking: ReadonlySet<Frame>): boolean {
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
