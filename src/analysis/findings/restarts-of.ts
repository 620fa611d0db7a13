/**
 * Who starts, again and again, a timeout that sets itself again for ever. Computes the loops that call what it runs
 * through from outside: each start adds a chain of its own. Assumes that a test of what the program remembers may keep a
 * second start out. Gives up starts whose loop is farther away than the timeout's own.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { type Edge, startsTurn } from '../graph/edge.js';
import type { Residence } from '../graph/lifetime-of.js';
import { liveCallersOf } from '../graph/live-callers-of.js';
import { isOnceGuarded, type Recurrence, recurrenceOf, statementsAround } from '../graph/recurrence.js';
import type { Place } from '../summaries/place.js';

import { renewalOf } from './self-renewal.js';
import { isStateGuarded } from './state-guard.js';

/** The loop that comes by this edge; undefined when it is the timeout's own, or none. */
function loopBy(view: ProgramView, edge: Edge, timeout: ts.Node): Recurrence | undefined {
  if (startsTurn(edge)) return { evidence: 'loop', entry: edge, statement: undefined, path: [] };
  if (edge.pace !== 'call' && edge.pace !== 'now') return undefined;
  const statement = statementsAround(view, edge.site, edge.frame);
  if (statement !== undefined) return { evidence: 'loop', entry: undefined, statement, path: [edge] };
  const around = recurrenceOf(view, edge.frame);
  if (around?.evidence !== 'loop' || around.entry?.site === timeout || around.path.some(({ site }) => site === timeout)) return undefined;
  return { ...around, path: [...around.path, edge] };
}

/** The loops that start this timeout beside the ones that run already. */
export function restartsOf(view: ProgramView, growth: GrowthSite, place: Place): readonly Residence[] {
  const { node, registers } = growth;
  if (registers?.what !== 'a timeout') return [];
  const renewal = renewalOf(view, node);
  if (renewal === undefined) return [];
  const edges = [...renewal].flatMap((frame) => liveCallersOf(view, frame)).filter(({ site, frame }) => site !== node && !renewal.has(frame) && !isOnceGuarded(view, site));
  return edges.flatMap((edge): readonly Residence[] => {
    const recurrence = loopBy(view, edge, node);
    if (recurrence === undefined || recurrence.path.some(({ site }) => isStateGuarded(view, site))) return [];
    return [{ place, longevity: 'restarted', recurrence, certain: true }];
  });
}
