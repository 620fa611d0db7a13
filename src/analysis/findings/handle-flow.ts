/**
 * Where the handle that a registration returns gets to. Computes it by following the value, and what a container it is put
 * into gives back. Assumes that any element taken out of that container may be the handle.
 */
import type ts from 'typescript';

import { containerKindOf } from '../../typescript/container-kind.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { callersOf } from '../graph/callers-of.js';
import type { Sighting } from '../graph/sighting.js';
import { type CallSites, type Flow, flowFrom } from '../graph/value-flow.js';
import { elementStep } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';

import { namingDeclaration } from './capacity.js';

const stores = new Set(['add', 'push', 'set', 'unshift']);

/** What a handle is put into: `timers.add(timer)`, `timers[room] = timer`. */
function containerAround(view: ProgramView, { expression, path }: Sighting): ts.Expression | undefined {
  const { ts: tsc } = view;
  const { parent } = expression;
  if (path.length > 0) return undefined;
  if (tsc.isBinaryExpression(parent) && parent.right === expression) return tsc.isElementAccessExpression(parent.left) ? parent.left.expression : undefined;
  if (!tsc.isCallExpression(parent) || !tsc.isPropertyAccessExpression(parent.expression)) return undefined;
  const { name, expression: container } = parent.expression;
  return stores.has(name.text) && containerKindOf(view, container) !== undefined ? container : undefined;
}

/** The containers that a handle is put into, to be found again when its time has come. */
function containersOf(view: ProgramView, sighting: Sighting): readonly ts.Declaration[] {
  const container = containerAround(view, sighting);
  return container === undefined ? [] : placesOf(view, container).flatMap((place) => namingDeclaration(place) ?? []);
}

/** Where a handle is first seen: as the value of expressions, or of declarations. */
interface Origins {
  readonly expressions?: readonly ts.Expression[];
  readonly declarations?: readonly ts.Declaration[];
}

/** The sightings of the handle that comes from these origins. */
export function handleFlow(view: ProgramView, { expressions = [], declarations = [] }: Origins): Flow {
  const callSites: CallSites = (frame) => callersOf(view, frame).flatMap(({ site, pace }) => (pace === 'call' && view.ts.isExpression(site) ? [site] : []));
  const origins = { expressions: expressions.map((expression) => ({ expression, path: [] })), declarations: declarations.map((declaration) => [declaration, []] as const) };
  const flow = flowFrom(view, origins, callSites);
  const containers = new Set(flow.sightings.flatMap((sighting) => containersOf(view, sighting)));
  const kept = flowFrom(view, { declarations: [...containers].map((declaration) => [declaration, [elementStep()]]) }, callSites);
  return { sightings: [...flow.sightings, ...kept.sightings], complete: flow.complete && kept.complete };
}
