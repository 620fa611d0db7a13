/**
 * Whether something whose other side may go away is kept under a key until another request asks for it. Computes it for what
 * a turn is given and the models know to end by itself, as a response does, when each removal goes by a key and only requests
 * and messages of others run it. Assumes that who has gone is not asked for again. Gives up what the turn
 * itself, a timer or an event takes out.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf } from '../../typescript/syntax.js';
import { areExclusive } from '../facts/exclusive.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { keyOfRemoval } from '../facts/key-of-removal.js';
import type { Pace } from '../graph/edge.js';
import { liveCallersOf } from '../graph/live-callers-of.js';
import type { Recurrence } from '../graph/recurrence.js';

import type { Turn } from './awaited-ends.js';
import { type GivenEnding, givenEndingsIn } from './given-endings.js';

const asked: ReadonlySet<Pace> = new Set(['message', 'request']);

const mostVisits = 50;

/** Whether nothing but requests and messages run a removal, none of them the turn that adds. */
function isAskedFor(view: ProgramView, removal: ts.Node, turn: Turn): boolean {
  const seen = new Set<ts.Node>();
  const queue: { readonly frame: Frame; readonly site: ts.Node }[] = [{ frame: frameOf(view.ts, removal), site: removal }];
  for (const [visits, { frame, site }] of queue.entries()) {
    const passes = turn.get(frame);
    if (visits > mostVisits || (passes !== undefined && !areExclusive(view.ts, passes, site, frame))) return false;
    const edges = liveCallersOf(view, frame);
    if (edges.length === 0) return false;
    for (const edge of edges) {
      if (asked.has(edge.pace)) continue;
      if (edge.pace !== 'call' && edge.pace !== 'now') return false;
      if (!seen.has(edge.site)) queue.push({ frame: edge.frame, site: edge.site });
      seen.add(edge.site);
    }
  }
  return true;
}

/** What is kept until others ask for it, though its other side may be gone. */
export function leftEntryOf(view: ProgramView, growth: GrowthSite, { entry, path }: Recurrence, removals: readonly ts.Node[]): GivenEnding | undefined {
  if (entry?.pace !== 'request' || removals.length === 0 || !removals.every((removal) => keyOfRemoval(view.ts, removal) !== undefined)) return undefined;
  const turn: Turn = new Map([...path.map(({ frame, site }) => [frame, site] as const), [frameOf(view.ts, growth.node), growth.node]]);
  const ending = givenEndingsIn(view, growth).find(({ parameter }) => turn.has(parameter.parent as Frame));
  return ending !== undefined && removals.every((removal) => isAskedFor(view, removal, turn)) ? ending : undefined;
}
