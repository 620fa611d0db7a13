/**
 * Whether some turn takes out of a container, by its key, what alone leads to a registration's release, and lets it go on.
 * Computes it for handles that are put under keys, and for instances put there that keep their handle in a field, from the
 * removals that loops run. Assumes that who looks at the entry before it removes it knows that it has ended. Gives up what
 * is kept in several places, or released by other ways than through the container.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { classOf, frameOf, isCallLike, isWithin, peel } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { keyOfRemoval } from '../facts/key-of-removal.js';
import { aliasesOf } from '../graph/aliases-of.js';
import { callersOf, creationsOf } from '../graph/callers-of.js';
import { liveCallersOf } from '../graph/live-callers-of.js';
import { type Recurrence, recurrenceOf } from '../graph/recurrence.js';
import type { Sighting } from '../graph/sighting.js';
import { type CallSites, flowFrom } from '../graph/value-flow.js';
import { elementStep } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';

import { namingDeclaration } from './capacity.js';
import { handleFlow } from './handle-flow.js';
import { keptBy } from './kept-handle.js';
import { type KeyedPut, keyedPutOf } from './keyed-put.js';
import type { LostHandle } from './lost-handle.js';
import { releaseTimingOf } from './release-timing.js';
import { shrinksOf } from './shrinks-of.js';
import { isStateGuarded } from './state-guard.js';
import type { Undoings } from './undone.js';

/** What lies under a key, the expressions that denote it, and the calls that let go of it. */
interface Entry {
  readonly put: KeyedPut;
  readonly handles: ReadonlySet<ts.Node>;
  readonly releases: readonly ts.Node[];
  /** The class whose own code may let go of it. */
  readonly owner: ts.ClassLikeDeclaration | undefined;
}

function ofHandle({ puts, kept, handles, sites, inSight }: Undoings): Entry | undefined {
  const [put] = puts;
  const alone = puts.length === 1 && kept.every((assignment) => assignment === put?.node);
  return put !== undefined && alone && inSight ? { put, handles, releases: sites, owner: undefined } : undefined;
}

function denotes({ path }: Sighting): boolean {
  return path.length === 0;
}

/** An instance that keeps the handle in a field of its own, and is itself put under a key. */
function ofInstance(view: ProgramView, { puts, handles, sites, inSight }: Undoings): Entry | undefined {
  const { ts: tsc } = view;
  const stored = [...handles].flatMap((handle) => (tsc.isBinaryExpression(handle.parent) && handle.parent.right === handle && tsc.isPropertyAccessExpression(handle.parent.left) ? [handle.parent.left] : []));
  const [target] = stored;
  if (target === undefined || puts.length > 0 || stored.length > 1 || !inSight || target.expression.kind !== tsc.SyntaxKind.ThisKeyword) return undefined;
  const owner = classOf(tsc, frameOf(tsc, target));
  const makers = owner === undefined ? [] : creationsOf(view, owner).flatMap(({ pace, site }) => (pace === 'call' && tsc.isNewExpression(site) ? [site] : []));
  if (makers.length !== 1) return undefined;
  const { sightings, complete } = handleFlow(view, { expressions: makers });
  const instances = sightings.filter(denotes);
  const stores = instances.flatMap((sighting) => keyedPutOf(view, sighting) ?? []);
  const [put] = stores;
  const elsewhere = instances.some((sighting) => (keptBy(view, sighting) ?? put?.node) !== put?.node);
  if (!complete || put === undefined || stores.length > 1 || elsewhere) return undefined;
  const releases = sites.flatMap((site) => liveCallersOf(view, frameOf(tsc, site)).map((edge) => edge.site));
  return { put, handles: new Set<ts.Node>(instances.map(({ expression }) => expression)), releases, owner };
}

/** Whether the loop goes round because what the handles denote said so. */
function isTold(view: ProgramView, { entry, path }: Recurrence, handles: ReadonlySet<ts.Node>): boolean {
  return [...(entry === undefined ? [] : [entry]), ...path].some(({ site }) => isCallLike(view.ts, site) && [...handles].some((handle) => isWithin(handle, site.expression)));
}

/** Whether a removal by key drops the entry while it lasts. */
function drops(view: ProgramView, removal: ts.Node, { put, handles, releases, owner }: Entry): boolean {
  const frame = frameOf(view.ts, removal);
  const recurrence = keyOfRemoval(view.ts, removal) === undefined || isWithin(put.node, frame) ? undefined : recurrenceOf(view, frame);
  if (recurrence?.evidence !== 'loop' || (owner !== undefined && classOf(view.ts, frame) === owner)) return false;
  if (isStateGuarded(view, removal) || recurrence.path.some(({ site }) => isStateGuarded(view, site))) return false;
  if ([...handles].some((handle) => isWithin(handle, frame)) || isTold(view, recurrence, handles)) return false;
  return releases.every((release) => {
    const timing = releaseTimingOf(view, release, removal, recurrence);
    return timing === 'never' || timing === 'apart';
  });
}

/** The entry's slot, as the code that removes it would read it. */
function slotOf(view: ProgramView, removal: ts.Node): string | undefined {
  if (view.ts.isDeleteExpression(removal)) return removal.expression.getText();
  if (!view.ts.isCallExpression(removal) || !view.ts.isPropertyAccessExpression(removal.expression)) return undefined;
  return `${removal.expression.expression.getText()}.get(${keyOfRemoval(view.ts, removal) ?? ''})`;
}

/** Whether a release is told what to let go of by the container alone. */
function readsEntry(view: ProgramView, release: ts.Node, entries: ReadonlySet<ts.Node>): boolean {
  if (!isCallLike(view.ts, release)) return false;
  const callee = peel(view.ts, release.expression);
  return [...(view.ts.isPropertyAccessExpression(callee) ? [callee.expression] : []), ...(release.arguments ?? [])].some((expression) => entries.has(expression));
}

/** The expressions that denote something read from a container. */
function entriesOf(view: ProgramView, container: ts.Expression): ReadonlySet<ts.Node> {
  const holders = placesOf(view, container).flatMap((place) => namingDeclaration(place) ?? []);
  const callSites: CallSites = (frame) => callersOf(view, frame).flatMap(({ site, pace }) => (pace === 'call' && view.ts.isExpression(site) ? [site] : []));
  const { sightings } = flowFrom(view, { declarations: holders.map((holder) => [holder, [elementStep()]]) }, callSites);
  return new Set(sightings.filter(denotes).map(({ expression }) => expression));
}

/** The removal that loses the only way to let go of what a turn registers; undefined when none does, or that is not sure. */
export function removedEntryOf(view: ProgramView, { registers }: GrowthSite, undoings: Undoings): LostHandle | undefined {
  if (registers?.endsWhenFired === true || registers?.undone?.members !== undefined) return undefined;
  const entry = ofHandle(undoings) ?? ofInstance(view, undoings);
  const entries = entry === undefined ? undefined : entriesOf(view, entry.put.container);
  if (entry === undefined || entries === undefined || entry.releases.length === 0 || !entry.releases.every((release) => readsEntry(view, release, entries))) return undefined;
  const names = placesOf(view, entry.put.container).flatMap((place) => aliasesOf(view, place));
  const removal = shrinksOf(view, names, 'entry').sites.find((site) => drops(view, site, entry));
  const slot = removal === undefined ? undefined : slotOf(view, removal);
  return removal === undefined || slot === undefined ? undefined : { how: 'removed', node: removal as ts.Expression, release: entry.releases[0], sure: true, slot };
}
