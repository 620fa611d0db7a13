/**
 * Whether a growth that outlives its loop is bounded. Computes the answer from the size checks on it, the keys it
 * stores under and the removals that some loop can reach. Assumes a removal that runs in any loop, or is scheduled by
 * one, keeps up. A removal only start-up, shutdown, tests or nobody calls is none.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import type { Residence } from '../graph/lifetime-of.js';
import { isLifeCycleEnd } from '../graph/life-cycle-end.js';
import { isOffered } from '../graph/offered-instance.js';
import { type Recurrence, recurrenceOf, statementsAround } from '../graph/recurrence.js';
import type { Place } from '../summaries/place.js';

import { isCapped, namingDeclaration } from './capacity.js';
import { boundOfKept } from './dependency-uses.js';
import { isFoundOutside } from './found-outside.js';
import { keyKnowledge } from './known-keys.js';
import type { LostHandle } from './lost-handle.js';
import type { ReleaseGap } from './release-gap.js';
import { shrinksOf } from './shrinks-of.js';
import type { Undoings } from './undone.js';
import { mayBeCalledUntyped } from './untyped-calls.js';
import type { VainRelease } from './vain-release.js';
import { vainRelease } from './vain-release-of.js';

/** `unsure`: a removal exists that may run, or the location's uses could not all be followed. */
export type BoundAnswer = 'bounded' | 'unbounded' | 'unsure';

/** What a removal is worth against a growth whose loop is proved by this evidence. */
export function reach(view: ProgramView, site: ts.Node, frame: Frame, evidence: Recurrence['evidence']): BoundAnswer {
  if (statementsAround(view, site, frame) !== undefined) return 'bounded';
  const recurrence = recurrenceOf(view, frame);
  if (recurrence === undefined) return mayBeCalledUntyped(view, frame) ? 'unsure' : 'unbounded';
  if (recurrence.evidence === 'loop' || evidence === 'exported' || isOffered(view, recurrence)) return 'bounded';
  if (recurrence.evidence === 'offered' && mayBeCalledUntyped(view, frame)) return 'unsure';
  return recurrence.evidence === 'unknown' ? 'unsure' : 'unbounded';
}

/** Which evidence decided, and where it stands; `out-of-sight`: not all uses could be followed, `skipped`: a way out skips the removal, `none`: nothing was found. */
export interface BoundReason {
  readonly kind: 'asked' | 'fires' | 'keys' | 'known' | 'lost' | 'none' | 'out-of-sight' | 'owner' | 'removal' | 'renewed' | 'size' | 'skipped' | 'unopened';
  readonly node: ts.Node | undefined;
}

/** What is filled beside a growth, and the removal that proves that its entries end. */
export interface Sibling {
  readonly filled: GrowthSite;
  readonly release: ts.Node;
  /** All removals by key that do, this one among them. */
  readonly releases: readonly ts.Node[];
}

/** What bounds a growth. */
export interface Bounds {
  readonly answer: BoundAnswer;
  readonly reason: BoundReason;
  /** A removal that exists but that no loop reaches. */
  readonly idleRemoval: ts.Node | undefined;
  /** The removals at work that bound it, when nothing else does. */
  readonly removals: readonly ts.Node[];
  /** For a registration: what takes it back, and what would. */
  readonly undoings?: Undoings;
  /** The handle that the release would need is gone. */
  readonly lost?: LostHandle;
  /** A way out of the growing code that skips the removals. */
  readonly gap?: ReleaseGap;
  /** What the growing code fills beside it, and what cleans that alone. */
  readonly sibling?: Sibling;
  /** A removal that a loop would run, and that takes nothing back. */
  readonly vain?: VainRelease;
}

/** Something stops the growth. */
export function bounded(kind: BoundReason['kind'], node: ts.Node): Bounds {
  return { answer: 'bounded', reason: { kind, node }, idleRemoval: undefined, removals: [] };
}

/** Whether a node stands in the method that ends the life of its instance. */
function isAtEndOfLife(view: ProgramView, node: ts.Node): boolean {
  const frame = frameOf(view.ts, node);
  return view.ts.isMethodDeclaration(frame) && view.ts.isClassLike(frame.parent) && isLifeCycleEnd(view, frame);
}

/** What removals at these sites are worth: whether some loop reaches one that can do its work. */
export function boundBy(view: ProgramView, growth: GrowthSite, removals: readonly ts.Node[], complete: boolean, residence: Residence): Bounds {
  const reached = removals.map((site) => reach(view, site, frameOf(view.ts, site), residence.recurrence.evidence));
  // What a module does as it loads is a first value, not somebody's clean-up.
  const idleRemoval = removals.find((site, i) => reached[i] === 'unbounded' && !view.ts.isSourceFile(frameOf(view.ts, site)));
  const futile = removals.map((site, i) => (reached[i] === 'unbounded' ? undefined : vainRelease(view, growth, site)));
  const answers = reached.map((answer, i) => (futile[i] === undefined ? answer : 'unbounded'));
  const working = removals[answers.indexOf('bounded')];
  if (working !== undefined) {
    // What the end of an instance takes back is no release of what each turn adds, as far as it is known how often it ends.
    const atWork = removals.filter((site, i) => answers[i] !== 'unbounded' && !((answers[i] === 'unsure' || !residence.certain) && isAtEndOfLife(view, site)));
    return { ...bounded('removal', working), idleRemoval, removals: complete ? atWork : [] };
  }
  const doubtful = removals[answers.indexOf('unsure')];
  if (doubtful !== undefined) return { answer: 'unsure', reason: { kind: 'removal', node: doubtful }, idleRemoval, removals: [] };
  const vain = futile.find((release) => release !== undefined);
  const nothing: Bounds = complete
    ? { answer: 'unbounded', reason: { kind: 'none', node: undefined }, idleRemoval, removals: [] }
    : { answer: 'unsure', reason: { kind: 'out-of-sight', node: undefined }, idleRemoval, removals: [] };
  return vain === undefined ? nothing : { ...nothing, idleRemoval: undefined, vain };
}

/** The bound on a growth, given every name of the location it adds to. */
export function boundsOn(view: ProgramView, growth: GrowthSite, residence: Residence, names: readonly Place[]): Bounds {
  const known = growth.key === undefined ? undefined : keyKnowledge(view, growth.node, growth.key, growth.container);
  if (known === 'fixed') return bounded('keys', growth.node);
  const containers = new Set(names.flatMap((place) => namingDeclaration(place) ?? []));
  const guarded = [growth.node, ...residence.recurrence.path.map((edge) => edge.site)];
  const capped = guarded.find((node) => isCapped(view, node, containers));
  if (capped !== undefined) return bounded('size', capped);
  const kept = boundOfKept(view, residence.place);
  if (kept === 'bounded') return bounded('removal', growth.node);
  const { sites, complete } = shrinksOf(view, names, growth.gain);
  const bounds = boundBy(view, growth, sites.filter((site) => site !== growth.node), complete && kept !== 'unsure', residence);
  if (bounds.answer !== 'unbounded' || growth.key === undefined) return bounds;
  return known === 'found' || isFoundOutside(view, growth.node, growth.key) ? { ...bounds, answer: 'unsure', reason: { kind: 'known', node: growth.key } } : bounds;
}
