/**
 * When a release comes, seen from the turns that fill the slot it empties. Computes it by walking up from the release to
 * what runs it. Assumes that a release which a turn calls comes in time, wherever it stands, and that events of one
 * emitter alternate unless the outside world decides how often one of them comes. Gives up longer ways than the limit.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf, isCallLike, peel } from '../../typescript/syntax.js';
import { areExclusive } from '../facts/exclusive.js';
import { continuesTurn, type Edge, startsTurn } from '../graph/edge.js';
import { liveCallersOf } from '../graph/live-callers-of.js';
import type { Recurrence } from '../graph/recurrence.js';
import { samePlace } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';

/**
 * `now`: every turn may pass it; `between`: it comes between two turns; `apart`: a loop of its own runs it, whenever that
 * is; `late`: it comes at the end of something that sees many turns; `never`: no loop runs it.
 */
export type ReleaseTiming = 'apart' | 'between' | 'late' | 'never' | 'now';

/** Turns that come as often as somebody outside wants, and before the last one has ended. */
const outside: ReadonlySet<string> = new Set(['connection', 'message', 'request']);

const lastEvents: ReadonlySet<string> = new Set(['close', 'disconnect', 'end', 'exit', 'finish']);

const mostVisits = 200;

function eventOf(view: ProgramView, { site }: Edge): string | undefined {
  const [event] = isCallLike(view.ts, site) ? (site.arguments ?? []) : [];
  return event !== undefined && view.ts.isStringLiteralLike(event) ? event.text : undefined;
}

function emitterOf(view: ProgramView, { site }: Edge): ts.Expression | undefined {
  const callee = isCallLike(view.ts, site) ? peel(view.ts, site.expression) : undefined;
  return callee !== undefined && view.ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
}

function areOfOneEmitter(view: ProgramView, one: Edge, other: Edge): boolean {
  const [a, b] = [emitterOf(view, one), emitterOf(view, other)];
  if (a === undefined || b === undefined) return false;
  return placesOf(view, a).some((place) => placesOf(view, b).some((known) => samePlace(place, known)));
}

interface Visit {
  readonly frame: Frame;
  /** What in the frame leads to the release. */
  readonly site: ts.Node;
  /** Whether the way up goes through a callback that runs at the end of something, or some other time. */
  readonly deferred: 'end' | 'later' | undefined;
}

function deferredBy(view: ProgramView, edge: Edge, { deferred }: Visit): Visit['deferred'] {
  if (edge.pace === 'call' || edge.pace === 'now' || edge.pace === 'unknown') return deferred;
  if (deferred === 'end' || lastEvents.has(eventOf(view, edge) ?? '')) return 'end';
  return 'later';
}

/** What a release is worth that does not run while the turn does, but by way of this edge. */
function timingBy(view: ProgramView, edge: Edge | undefined, { entry }: Recurrence, deferred: Visit['deferred']): ReleaseTiming {
  const isOutside = entry !== undefined && outside.has(entry.pace);
  if (deferred === 'end') return isOutside ? 'late' : 'between';
  if (entry === undefined || edge === undefined || isOutside) return 'apart';
  return entry.pace === 'once' || areOfOneEmitter(view, entry, edge) ? 'between' : 'apart';
}

const helpful: readonly ReleaseTiming[] = ['between', 'apart', 'late'];

/** Where each frame of a turn stands on its way to what fills the slot. */
function turnOf(view: ProgramView, fills: ts.Node, { entry, path }: Recurrence): ReadonlyMap<Frame, ts.Node> {
  // What sets itself again is part of its own turn.
  const renewed = entry?.pace === 'once' ? [[entry.frame, entry.site] as const] : [];
  return new Map([...renewed, ...path.map(({ frame, site }) => [frame, site] as const), [frameOf(view.ts, fills), fills]]);
}

/** When a release comes, for a slot that this node fills in the turns of a recurrence; the most helpful way counts. */
export function releaseTimingOf(view: ProgramView, release: ts.Node, fills: ts.Node, recurrence: Recurrence): ReleaseTiming {
  const turn = turnOf(view, fills, recurrence);
  const found = new Set<ReleaseTiming>();
  const seen = new Set<ts.Node>();
  const queue: Visit[] = [{ frame: frameOf(view.ts, release), site: release, deferred: undefined }];
  for (const [visits, visit] of queue.entries()) {
    if (visits > mostVisits) return 'now';
    const passes = turn.get(visit.frame);
    if (passes !== undefined) {
      if (visit.deferred !== undefined) found.add(timingBy(view, recurrence.entry, recurrence, visit.deferred));
      else if (!areExclusive(view.ts, passes, visit.site, visit.frame)) return 'now';
      else found.add('apart');
      continue;
    }
    for (const edge of liveCallersOf(view, visit.frame)) {
      const deferred = deferredBy(view, edge, visit);
      if (startsTurn(edge) && !turn.has(edge.frame)) found.add(timingBy(view, edge, recurrence, deferred));
      else if ((startsTurn(edge) || continuesTurn(edge)) && !seen.has(edge.site)) {
        seen.add(edge.site);
        queue.push({ frame: edge.frame, site: edge.site, deferred });
      }
    }
  }
  return helpful.find((timing) => found.has(timing)) ?? 'never';
}
