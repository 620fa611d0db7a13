/**
 * Everything that denotes what a registration returned. Computes it by following the value, and from there what its own
 * methods hand on, `createClient().on('error', log).connect()` gives the client, or what a call does that is known to keep
 * nothing. Assumes that a result which offers the same release is the same thing, or stands for it, unless it has to be let
 * go for itself, as a channel of a connection.
 * Gives up chains longer than the limit.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import { isCallLike, widest } from '../../typescript/syntax.js';
import type { Sighting } from '../graph/sighting.js';
import type { Flow } from '../graph/value-flow.js';

import { handleFlow } from './handle-flow.js';

const longest = 4;

function offers({ checker }: ProgramView, call: ts.Expression, releases: readonly string[]): boolean {
  const type = checker.getTypeAtLocation(call);
  const given = checker.getAwaitedType(type) ?? type;
  return releases.some((name) => given.getProperty(name) !== undefined);
}

/** The call that the handle is passed to, where that keeps nothing and gives something with the same release: `client.query(cursor)`. */
function handedBack(view: ProgramView, { expression, path }: Sighting, releases: readonly string[]): readonly ts.Expression[] {
  const call = expression.parent;
  if (path.length > 0 || !isCallLike(view.ts, call) || call.expression === expression) return [];
  return rowsOfCall(view, call, 'neutral').rows.length > 0 && offers(view, call, releases) ? [call] : [];
}

/** The call of a method of the handle that gives something with the same release. */
function handedOn(view: ProgramView, { expression, path }: Sighting, releases: readonly string[]): readonly ts.Expression[] {
  const { ts: tsc } = view;
  const access = expression.parent;
  if (path.length > 0 || !tsc.isPropertyAccessExpression(access) || access.expression !== expression || releases.includes(access.name.text)) return [];
  const call = widest(tsc, access).parent;
  if (!tsc.isCallExpression(call) || rowsOfCall(view, call, 'registers').rows.some(({ owned }) => owned === true)) return [];
  return offers(view, call, releases) ? [call] : [];
}

/** The sightings of a value made at `origin` that is let go through one of the members `releases`. */
export function handlesOf(view: ProgramView, origin: ts.Expression, releases: readonly string[]): Flow {
  let origins: readonly ts.Expression[] = [origin];
  let handles = handleFlow(view, { expressions: origins });
  for (let round = 0; round < longest; round += 1) {
    const known = new Set(origins);
    const next = handles.sightings.flatMap((sighting) => [...handedOn(view, sighting, releases), ...handedBack(view, sighting, releases)]).filter((call) => !known.has(call));
    if (next.length === 0) break;
    origins = [...new Set([...origins, ...next])];
    handles = handleFlow(view, { expressions: origins });
  }
  return handles;
}
