/**
 * Everything that denotes what a registration returned. Computes it by following the value, and from there what its own
 * methods hand on: `createClient().on('error', log).connect()` gives the client. Assumes that a result which offers the
 * same release is the same thing, or stands for it. Gives up chains longer than the limit.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { widest } from '../../typescript/syntax.js';
import { callersOf } from '../graph/callers-of.js';
import type { Sighting } from '../graph/sighting.js';
import { flowFrom } from '../graph/value-flow.js';

const longest = 4;

/** Where the value is seen, and whether nothing else can see it. */
export interface Handles {
  readonly sightings: readonly Sighting[];
  readonly complete: boolean;
}

/** The call of a method of the handle that gives something with the same release. */
function handedOn(view: ProgramView, { expression, path }: Sighting, releases: readonly string[]): readonly ts.Expression[] {
  const { ts: tsc, checker } = view;
  const access = expression.parent;
  if (path.length > 0 || !tsc.isPropertyAccessExpression(access) || access.expression !== expression || releases.includes(access.name.text)) return [];
  const call = widest(tsc, access).parent;
  if (!tsc.isCallExpression(call)) return [];
  const type = checker.getTypeAtLocation(call);
  const given = checker.getAwaitedType(type) ?? type;
  return releases.some((name) => given.getProperty(name) !== undefined) ? [call] : [];
}

/** The sightings of a value made at `origin` that is let go through one of the members `releases`. */
export function handlesOf(view: ProgramView, origin: ts.Expression, releases: readonly string[]): Handles {
  const from = (expressions: readonly ts.Expression[]): Handles =>
    flowFrom(view, { expressions: expressions.map((expression) => ({ expression, path: [] })) }, (frame) =>
      callersOf(view, frame).flatMap(({ site, pace }) => (pace === 'call' && view.ts.isExpression(site) ? [site] : [])),
    );
  let origins: readonly ts.Expression[] = [origin];
  let handles = from(origins);
  for (let round = 0; round < longest; round += 1) {
    const known = new Set(origins);
    const next = handles.sightings.flatMap((sighting) => handedOn(view, sighting, releases)).filter((call) => !known.has(call));
    if (next.length === 0) break;
    origins = [...new Set([...origins, ...next])];
    handles = from(origins);
  }
  return handles;
}
