/**
 * Every expression at which a location is used, under all its names. Computes it by following the location's holders
 * forward. Assumes fields are one cell for all instances. Gives up what goes out of sight, and says so.
 */
import type ts from 'typescript';

import { isForeign } from '../../typescript/rows-of.js';
import { perProgram, type ProgramView } from '../../typescript/program-view.js';
import { classOf, type Frame } from '../../typescript/syntax.js';
import { callersOf } from '../graph/callers-of.js';
import type { Sighting } from '../graph/sighting.js';
import { flowFrom } from '../graph/value-flow.js';
import { ancestorsOf, heirsOf } from '../summaries/class-family.js';
import { foreignReferencesOf } from '../summaries/foreign-references.js';
import { globalReferences } from '../summaries/global-references.js';
import { keptReferencesOf } from '../summaries/kept-references.js';
import { type Place, placeKey, sameSegment, type Segment } from '../summaries/place.js';

import { isHandedOut } from './handed-out.js';

/** The uses found; `complete` is false when they were too many to follow, or go out of sight. */
export interface Uses {
  readonly sightings: readonly Sighting[];
  /** The variables and fields that hold the location or something it hangs off. */
  readonly holders: ReadonlySet<ts.Declaration>;
  readonly complete: boolean;
}

/** Every `this` of a class and of what inherits from it: the names of an instance that is itself the container. */
function receiversIn(view: ProgramView, frame: Frame): readonly ts.Expression[] {
  const { ts: tsc } = view;
  const owner = classOf(tsc, frame);
  if (owner === undefined) return [];
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (node.kind === tsc.SyntaxKind.ThisKeyword) found.push(node as ts.ThisExpression);
    else tsc.forEachChild(node, visit);
  };
  for (const member of [owner, ...ancestorsOf(view, owner), ...heirsOf(view, owner)].filter((d) => tsc.isClassLike(d)).flatMap((d) => [...d.members])) visit(member);
  return found;
}

/** The rest of a path after the part of it that was walked; undefined when that leads elsewhere. */
function remaining(path: readonly Segment[], walked: readonly Segment[]): readonly Segment[] | undefined {
  const leads = walked.length <= path.length && walked.every((step, i) => sameSegment(step, path[i] ?? step));
  return leads ? path.slice(walked.length) : undefined;
}

function startsOf(view: ProgramView, place: Place): { expressions: readonly Sighting[]; declarations: readonly (readonly [ts.Declaration, readonly Segment[]])[] } {
  const declarations: (readonly [ts.Declaration, readonly Segment[]])[] = [];
  const expressions: Sighting[] = [];
  const { base, path } = place;
  if (base.kind === 'variable' && !view.ts.isClassLike(base.declaration)) {
    if (isForeign(base.declaration)) expressions.push(...foreignReferencesOf(view, base.declaration).map((expression) => ({ expression, path })));
    else declarations.push([base.declaration, path]);
  }
  if (base.kind === 'global') expressions.push(...globalReferences(view, base.name).map((expression) => ({ expression, path })));
  if (base.kind === 'kept') {
    for (const { call, path: walked } of keptReferencesOf(view, base.container)) {
      const rest = remaining(path, walked);
      if (rest !== undefined) expressions.push({ expression: call, path: rest });
    }
  }
  if (base.kind === 'fresh') expressions.push({ expression: base.node, path });
  if (base.kind === 'this' && path.length === 0) expressions.push(...receiversIn(view, base.frame).map((expression) => ({ expression, path })));
  path.forEach((step, i) => {
    const rest = path.slice(i + 1);
    if ((step.kind === 'field' || step.kind === 'captured') && step.declaration !== undefined) declarations.push([step.declaration, rest]);
  });
  return { expressions, declarations };
}

/** What one name of a location shows. */
type NamedUses = Omit<Uses, 'holders'>;

function search(view: ProgramView, place: Place): NamedUses {
  const { sightings, complete } = flowFrom(view, startsOf(view, place), (frame) =>
    callersOf(view, frame).flatMap(({ site, pace }) => (pace === 'call' && view.ts.isExpression(site) ? [site] : [])),
  );
  return { sightings, complete: complete && !sightings.some((sighting) => isHandedOut(view, sighting)) };
}

const answers = perProgram(() => new Map<string, NamedUses>());

/** Growths share locations, and the ways in which one growth outlives its loops share most names: each is followed once. */
function usesUnder(view: ProgramView, place: Place): NamedUses {
  const key = placeKey(view, place);
  const known = answers(view).get(key) ?? search(view, place);
  answers(view).set(key, known);
  return known;
}

/** Everywhere these names of one location are used. */
export function usesOf(view: ProgramView, places: readonly Place[]): Uses {
  const holders = new Set(places.flatMap((place) => startsOf(view, place).declarations.map(([declaration]) => declaration)));
  const uses = places.map((place) => usesUnder(view, place));
  return { sightings: uses.flatMap(({ sightings }) => sightings), holders, complete: uses.every(({ complete }) => complete) };
}
