/**
 * What bounds a growth in one loop that it outlives. Computes the bound of its form and, where that is a release, whether
 * it forgets what is filled beside, a way out skips it or the handle it needs is lost. Assumes that a callback which only a
 * library without a model runs is nothing to hold against a release.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { keyOfRemoval } from '../facts/key-of-removal.js';
import { aliasesOf, slotAliasesOf } from '../graph/aliases-of.js';
import type { Residence } from '../graph/lifetime-of.js';
import type { Place } from '../summaries/place.js';

import { bounded, type Bounds, boundsOn } from './bounds.js';
import { emptiedInner } from './emptied-inner.js';
import { endsAtOnce } from './ends-at-once.js';
import { forgottenSiblingOf } from './forgotten-sibling.js';
import { ignoringCall } from './ignored-disposer.js';
import { lateGapOf } from './late-gap.js';
import { leftEntryOf } from './left-entry.js';
import { type LostHandle, lostHandleOf } from './lost-handle.js';
import { outrunGapOf } from './outrun-gap.js';
import { registrationBoundsOn } from './registration-bounds.js';
import { type ReleaseGap, releaseGapOf } from './release-gap.js';
import { removedEntryOf } from './removed-entry.js';
import { replacedOwnerOf } from './replaced-owner.js';
import { restartBoundsOn } from './restart-bounds.js';
import { unansweredGapOf } from './unanswered-gap.js';
import { unheardEndOf } from './unheard-end.js';

/** A way out that skips every release, though each works when it is told to: nobody answers, hears, asks or remembers. */
function neverTold(view: ProgramView, growth: GrowthSite, { recurrence }: Residence, removals: readonly ts.Node[]): ReleaseGap | undefined {
  const [release] = removals;
  if (release === undefined) return undefined;
  const unanswered = unansweredGapOf(view, growth, removals, recurrence);
  if (unanswered !== undefined) return { escape: { kind: 'unanswered', node: unanswered }, release: unanswered, unsure: true };
  const unheard = recurrence.evidence === 'offered' ? unheardEndOf(view, growth, removals) : undefined;
  if (unheard !== undefined) return { escape: { kind: 'unheard', node: unheard }, release };
  const left = leftEntryOf(view, growth, recurrence, removals);
  if (left !== undefined) return { escape: { kind: 'left', ...left }, release };
  const replaced = replacedOwnerOf(view, growth, recurrence, removals);
  return replaced === undefined ? undefined : { escape: { kind: 'replaced', ...replaced }, release, unsure: !replaced.sure };
}

/** A way out that skips the release, of code that more than a library without a model runs. */
function gapIn(view: ProgramView, growth: GrowthSite, residence: Residence, { idleRemoval, reason, removals, undoings }: Bounds): ReleaseGap | undefined {
  const { longevity, recurrence } = residence;
  const [release] = removals;
  if (recurrence.evidence === 'unknown') return undefined;
  const late = undoings === undefined ? undefined : lateGapOf(view, growth, recurrence, undoings);
  if (late !== undefined || release === undefined) return late;
  const rival = reason.kind === 'removal' ? outrunGapOf(view, growth, removals, recurrence) : undefined;
  if (rival !== undefined) return { escape: { kind: 'outrun', node: rival }, release };
  const gap = releaseGapOf(view, growth, recurrence, removals, undoings?.handles ?? new Set());
  if (gap === undefined) return reason.kind === 'removal' ? neverTold(view, growth, residence, removals) : undefined;
  if (gap.escape.kind !== 'closed') return gap;
  // Somebody out of sight may run a release by key when the end comes.
  if (idleRemoval !== undefined && keyOfRemoval(view.ts, idleRemoval) !== undefined) return undefined;
  // What hangs off a connection goes with it, however its responses end.
  return longevity === 'connection' || endsAtOnce(view, growth, recurrence) ? undefined : gap;
}

/** What becomes of the handle of what somebody registers again and again, when nothing else than its release bounds it. */
function lostIn(view: ProgramView, growth: GrowthSite, { recurrence }: Residence, { answer, reason, undoings }: Bounds): LostHandle | 'renewed' | undefined {
  const byRelease = reason.kind === 'none' || reason.kind === 'out-of-sight' || (reason.kind === 'removal' && answer !== 'unsure');
  const lost = byRelease && undoings !== undefined && recurrence.evidence !== 'unknown' ? lostHandleOf(view, growth, recurrence, undoings) : undefined;
  return lost !== 'renewed' && lost?.how === 'dropped' && answer === 'bounded' ? undefined : lost;
}

/** What takes the handle of what a loop registers out of the only place where a release finds it. */
function removedIn(view: ProgramView, growth: GrowthSite, { recurrence, certain }: Residence, { undoings }: Bounds): LostHandle | undefined {
  return undoings !== undefined && certain && recurrence.evidence === 'loop' ? removedEntryOf(view, growth, undoings) : undefined;
}

/** What a registry of the project's own gives back for this, when it is ignored and nothing else takes it out. */
function ignoredIn(view: ProgramView, growth: GrowthSite, residence: Residence, { answer, reason, removals, idleRemoval }: Bounds): LostHandle | undefined {
  if (answer === 'unsure' || (reason.kind !== 'removal' && reason.kind !== 'none')) return undefined;
  const node = ignoringCall(view, growth, residence, answer === 'bounded' ? removals : [idleRemoval ?? []].flat());
  return node === undefined ? undefined : { how: 'dropped', node, release: undefined, sure: true };
}

/** The bounds on a growth that its frame knows as `own` and whoever keeps it by the residence's place. */
export function boundsFor(view: ProgramView, growth: GrowthSite, own: Place, residence: Residence): Bounds {
  if (residence.longevity === 'restarted') return restartBoundsOn(view, growth, residence);
  const names = [...(growth.assigns ? slotAliasesOf(view, own) : aliasesOf(view, own)), residence.place];
  const bounds = growth.registers === undefined ? boundsOn(view, growth, residence, names) : registrationBoundsOn(view, growth, growth.registers, residence, names);
  const vain = bounds.vain ?? (growth.registers === undefined && bounds.reason.kind === 'none' && bounds.idleRemoval === undefined ? emptiedInner(view, growth, residence, names) : undefined);
  const sibling = forgottenSiblingOf(view, growth, residence, bounds);
  if (sibling !== undefined) return { ...bounds, answer: 'unbounded', reason: { kind: 'skipped', node: sibling.release }, idleRemoval: undefined, sibling };
  const gap = gapIn(view, growth, residence, bounds);
  if (gap !== undefined) return { ...bounds, answer: 'unbounded', reason: { kind: 'skipped', node: gap.escape.node }, idleRemoval: undefined, gap };
  const lost = removedIn(view, growth, residence, bounds) ?? lostIn(view, growth, residence, bounds) ?? ignoredIn(view, growth, residence, bounds);
  if (lost === 'renewed') return bounded('renewed', growth.node);
  if (lost === undefined) return vain === undefined ? bounds : { ...bounds, vain };
  return { ...bounds, answer: lost.sure ? 'unbounded' : 'unsure', reason: { kind: 'lost', node: lost.node }, idleRemoval: undefined, lost };
}
