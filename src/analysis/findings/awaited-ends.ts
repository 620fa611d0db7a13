/**
 * The events that a release waits for. Computes them by walking up from the release until each way has come to a callback
 * registered on something whose ends the models tell, or to a handler of messages. Assumes that a way through anything
 * else may be run whenever it is needed, and says nothing then. Gives up longer ways than the limit.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type RowOf, rowsOfTypeItself } from '../../typescript/rows-of.js';
import { type Frame, frameOf } from '../../typescript/syntax.js';
import { areExclusive } from '../facts/exclusive.js';
import type { Edge } from '../graph/edge.js';
import { liveCallersOf } from '../graph/live-callers-of.js';

import { heardEventOf } from './heard-event.js';

const mostVisits = 50;

/** What a release waits for: an event of something that ends, or a message that no registration shows. */
export interface AwaitedEnd {
  readonly node: ts.Node;
  readonly emitter: ts.Expression | undefined;
  readonly event: string | undefined;
  readonly ends: RowOf<'ends'> | undefined;
}

/** The frames of a turn, and where each stands on its way. */
export type Turn = ReadonlyMap<Frame, ts.Node>;

/** The event whose callback an edge runs, when its emitter is of a type that is known to end. */
function awaitedAt(view: ProgramView, { pace, site }: Edge): AwaitedEnd | undefined {
  const { ts: tsc } = view;
  if (pace === 'message' && tsc.isDecorator(site)) return { node: site, emitter: undefined, event: undefined, ends: undefined };
  const heard = heardEventOf(view, site);
  const [ends] = heard === undefined ? [] : rowsOfTypeItself(view, view.checker.getTypeAtLocation(heard.emitter), 'ends');
  return heard === undefined || ends === undefined ? undefined : { node: site, ...heard, ends };
}

/** Everything a release waits for; undefined when it may run without, or in the very turn that adds. */
export function awaitedEndsOf(view: ProgramView, removal: ts.Node, turn: Turn): readonly AwaitedEnd[] | undefined {
  const found: AwaitedEnd[] = [];
  const seen = new Set<ts.Node>();
  const queue: { readonly frame: Frame; readonly site: ts.Node }[] = [{ frame: frameOf(view.ts, removal), site: removal }];
  for (const [visits, { frame, site }] of queue.entries()) {
    const passes = turn.get(frame);
    if (visits > mostVisits || (passes !== undefined && !areExclusive(view.ts, passes, site, frame))) return undefined;
    const edges = liveCallersOf(view, frame);
    if (edges.length === 0) return undefined;
    for (const edge of edges) {
      const awaited = awaitedAt(view, edge);
      if (awaited !== undefined) found.push(awaited);
      else if (edge.pace !== 'call' && edge.pace !== 'now') return undefined;
      else if (!seen.has(edge.site)) {
        seen.add(edge.site);
        queue.push({ frame: edge.frame, site: edge.site });
      }
    }
  }
  return found;
}
