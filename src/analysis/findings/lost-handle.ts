/**
 * Whether the only handle of a registration is lost while the registration goes on. Computes it for handles that nobody
 * takes when they are given, and for those that each turn puts into one and the same slot, where the former still lies.
 * Assumes that a test of what the program remembers may keep a second turn out, and that what the slot held is over when
 * it said so itself. Gives up what is put under keys that turns make themselves.
 */
import type ts from 'typescript';

import type { RegistersRow } from '../../models/schema.js';
import type { ProgramView } from '../../typescript/program-view.js';
import type { GrowthSite } from '../facts/growth-site.js';
import type { Recurrence } from '../graph/recurrence.js';

import { isResultDropped } from './dropped-result.js';
import { hasEnded } from './ended-handle.js';
import { keptListener } from './kept-listener.js';
import { type Overwriting, overwritingOf } from './overwriting.js';
import { readsSlot } from './reads-slot.js';
import { releaseTimingOf } from './release-timing.js';
import { isStateGuarded } from './state-guard.js';
import type { Undoings } from './undone.js';

/** How the handle is lost. */
export interface LostHandle {
  readonly how: 'dropped' | 'overwritten' | 'removed' | 'restarted';
  /** Where: the registration whose result nobody takes or that is made beside its like, or what overwrites or removes the handle. */
  readonly node: ts.Expression;
  /** A release that would have needed it. */
  readonly release: ts.Node | undefined;
  readonly sure: boolean;
  /** The slot that is overwritten or removed, as the code reads it. */
  readonly slot?: string;
  /** The key under which it is found, when it is one of many. */
  readonly key?: ts.Expression;
}

/** What is made once and shared is not to be let go of in turns: its handle is not what a turn is missing. */
function isMadeOnce({ owned, what }: RegistersRow): boolean {
  return owned === true || what === 'a job' || what === 'a schedule';
}

/** Whether the handle alone takes the registration back. */
function needsHandle({ undone }: RegistersRow): boolean {
  return undone?.members === undefined && (undone?.result !== undefined || undone?.passedTo !== undefined);
}

function overwritten(view: ProgramView, row: RegistersRow, { sites, handles }: Undoings, overwriting: Overwriting): LostHandle | 'renewed' | undefined {
  const { node, slot, key, turns, holder } = overwriting;
  if (hasEnded(view, row, turns.recurrence, handles)) return 'renewed';
  const timings = sites.map((release) => ({ release, timing: releaseTimingOf(view, release, node, turns.recurrence) }));
  if (timings.some(({ timing }) => timing === 'now' || timing === 'between')) return key === undefined ? 'renewed' : undefined;
  // Nobody knows when those call a release to whom it is only offered.
  const working = turns.recurrence.evidence === 'loop' ? timings.filter(({ timing }) => timing !== 'never') : timings;
  if (!working.every(({ release }) => readsSlot(view, release, holder))) return undefined;
  const sure = overwriting.sure && (turns.recurrence.evidence !== 'loop' || working.every(({ timing }) => timing === 'late'));
  return { how: 'overwritten', node, release: timings[0]?.release, sure, slot, ...(key !== undefined && { key }) };
}

/** Where the handle is kept that takes a registration back; undefined when nobody needs it, or somebody else may have it. */
function keepersOf(view: ProgramView, growth: GrowthSite, row: RegistersRow, undoings: Undoings): Pick<Undoings, 'kept' | 'puts'> | undefined {
  if (!needsHandle(row)) return undoings.sites.length === 0 ? undefined : keptListener(view, growth, undoings);
  return undoings.inSight ? undoings : undefined;
}

function isDropped(view: ProgramView, { node }: GrowthSite, row: RegistersRow, { handles, inSight }: Undoings): boolean {
  return needsHandle(row) && inSight && !isMadeOnce(row) && isResultDropped(view, node, handles);
}

/** How the only handle of what a turn registers is lost; `renewed` when the former is gone by then, undefined when somebody else may see to it. */
export function lostHandleOf(view: ProgramView, growth: GrowthSite, { evidence }: Recurrence, undoings: Undoings): LostHandle | 'renewed' | undefined {
  const { node, registers } = growth;
  if (registers === undefined) return undefined;
  if (evidence === 'loop' && isDropped(view, growth, registers, undoings)) return { how: 'dropped', node, release: undefined, sure: undoings.complete };
  const keepers = isStateGuarded(view, node) ? undefined : keepersOf(view, growth, registers, undoings);
  const overwriting = keepers === undefined ? undefined : overwritingOf(view, keepers);
  return overwriting === undefined ? undefined : overwritten(view, registers, undoings, overwriting);
}
