/**
 * Whether what a turn makes takes the place of an older one of its kind that still holds something elsewhere. Computes it
 * for a class whose own code, or that of what it keeps in its fields, adds at the start and takes back when it is told to,
 * from the one slot in which the turns put the instances and in which alone those who tell them find them. Assumes that an instance which takes back by a callback
 * of its own knows its end. Gives up what is kept in several places, and what is added later in the instance's life.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { around, classOf, frameOf, isCallLike, isWithin, peel } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { creationsOf } from '../graph/callers-of.js';
import type { Edge } from '../graph/edge.js';
import { liveCallersOf } from '../graph/live-callers-of.js';
import { instanceLifetimeOf, type Recurrence } from '../graph/recurrence.js';

import { hasEnded } from './ended-handle.js';
import { handleFlow } from './handle-flow.js';
import { keptBy } from './kept-handle.js';
import { keyedPutOf } from './keyed-put.js';
import { overwritingOf } from './overwriting.js';
import { readsSlot } from './reads-slot.js';
import { releaseTimingOf } from './release-timing.js';
import { mayBeCalledUntyped } from './untyped-calls.js';

/** What takes an older instance's place, and where the code finds the one that lies there. */
export interface ReplacedOwner {
  readonly node: ts.Expression;
  readonly slot: string;
  /** The instances' class, as the code calls it. */
  readonly name: string;
  /** The call that tells an instance to take back, when it finds it. */
  readonly release: ts.Node;
  readonly sure: boolean;
}

const mostFrames = 20;

const deepest = 3;

function ownCall(view: ProgramView, { receiver, site }: Edge, owner: ts.ClassLikeDeclaration): boolean {
  return receiver !== undefined && peel(view.ts, receiver).kind === view.ts.SyntaxKind.ThisKeyword && isWithin(site, owner);
}

/** A class whose instances add something, and the calls from outside that tell them to take it back. */
interface Owner {
  readonly declaration: ts.ClassLikeDeclaration;
  readonly releases: readonly ts.Node[];
  /** Whether nobody out of the checker's sight may tell them. */
  readonly sure: boolean;
}

/** The owner of what removals of its class take back; undefined when something else brings them about. */
function ownerOf(view: ProgramView, removals: readonly ts.Node[], owner: ts.ClassLikeDeclaration): Owner | undefined {
  const calls = new Set<ts.Node>();
  const frames = new Set(removals.map((removal) => frameOf(view.ts, removal)));
  for (const frame of frames) {
    if (frames.size > mostFrames || !isWithin(frame, owner) || view.ts.isConstructorDeclaration(frame)) return undefined;
    for (const edge of liveCallersOf(view, frame)) {
      if (edge.pace !== 'call') return undefined;
      if (ownCall(view, edge, owner)) frames.add(edge.frame);
      else calls.add(edge.site);
    }
  }
  return { declaration: owner, releases: [...calls], sure: ![...frames].some((frame) => mayBeCalledUntyped(view, frame)) };
}

/** The expressions that make the instances of a class, wherever they stand. */
function makersOf(view: ProgramView, owner: ts.ClassLikeDeclaration): readonly ts.NewExpression[] {
  return creationsOf(view, owner).flatMap(({ pace, site }) => (pace === 'call' && view.ts.isNewExpression(site) ? [site] : []));
}

/** Whether an instance adds as it is made, or when the code that has just made it tells it to. */
function addsFirst(view: ProgramView, { path }: Recurrence, makers: readonly ts.NewExpression[], instances: ReadonlySet<ts.Node>): boolean {
  const { ts: tsc } = view;
  return path.some(({ frame, receiver, site }) => makers.some((maker) => maker === site || (receiver !== undefined && instances.has(receiver) && frameOf(tsc, maker) === frame)));
}

/** The class that keeps the instances of another in fields of its own, and alone tells them. */
function keeperOf(view: ProgramView, { declaration, releases, sure }: Owner): Owner | undefined {
  const { ts: tsc } = view;
  const keepers = new Set([...makersOf(view, declaration), ...releases].map((site) => [...around(site)].find(tsc.isClassLike)));
  const [keeper] = keepers;
  if (keeper === undefined || keepers.size > 1 || keeper === declaration) return undefined;
  const isTold = (release: ts.Node): boolean => {
    const callee = isCallLike(tsc, release) ? peel(tsc, release.expression) : undefined;
    const told = callee !== undefined && tsc.isPropertyAccessExpression(callee) ? peel(tsc, callee.expression) : undefined;
    return told !== undefined && tsc.isPropertyAccessExpression(told) && told.expression.kind === tsc.SyntaxKind.ThisKeyword;
  };
  const outer = releases.every(isTold) ? ownerOf(view, releases, keeper) : undefined;
  return outer === undefined ? undefined : { ...outer, sure: sure && outer.sure };
}

/** What takes the place of instances of one class before they are told. */
function replacedIn(view: ProgramView, recurrence: Recurrence, { declaration, releases, sure }: Owner): ReplacedOwner | undefined {
  const [release] = releases;
  const makers = makersOf(view, declaration);
  const { sightings, complete } = handleFlow(view, { expressions: makers });
  const instances = new Set<ts.Node>(sightings.filter(({ path }) => path.length === 0).map(({ expression }) => expression));
  if (release === undefined || !complete || !addsFirst(view, recurrence, makers, instances)) return undefined;
  const overwriting = overwritingOf(view, { kept: sightings.flatMap((sighting) => keptBy(view, sighting) ?? []), puts: sightings.flatMap((sighting) => keyedPutOf(view, sighting) ?? []) });
  if (overwriting === undefined || hasEnded(view, {}, overwriting.turns.recurrence, instances)) return undefined;
  const { node, slot, holder, turns } = overwriting;
  // What the instance's own code brings about comes when it has ended.
  if ([...(turns.recurrence.entry === undefined ? [] : [turns.recurrence.entry]), ...turns.recurrence.path].some(({ site }) => isWithin(site, declaration))) return undefined;
  const timings = releases.map((site) => releaseTimingOf(view, site, node, turns.recurrence));
  if (timings.some((timing) => timing === 'now' || timing === 'between') || !releases.every((site) => readsSlot(view, site, holder))) return undefined;
  const late = timings.every((timing) => timing === 'late' || timing === 'never');
  return { node, slot, name: declaration.name?.text ?? 'one', release, sure: sure && overwriting.sure && late && timings.includes('late') };
}

/** What takes the place of an instance that has added something; undefined when each is told to take back before, or by somebody else. */
export function replacedOwnerOf(view: ProgramView, growth: GrowthSite, recurrence: Recurrence, removals: readonly ts.Node[]): ReplacedOwner | undefined {
  const declaration = classOf(view.ts, frameOf(view.ts, growth.node));
  let owner = declaration === undefined ? undefined : ownerOf(view, removals, declaration);
  for (let depth = 0; depth < deepest && owner !== undefined && instanceLifetimeOf(view, owner.declaration) === 'turn'; depth += 1) {
    const found = replacedIn(view, recurrence, owner);
    if (found !== undefined) return found;
    owner = keeperOf(view, owner);
  }
  return undefined;
}
