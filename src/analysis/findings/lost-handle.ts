/**
 * Whether the only handle of a registration is lost while the registration goes on. Computes it for handles that nobody
 * takes when they are given, and for those that each turn puts into one and the same slot, where the former still lies.
 * Assumes that a test of what the program remembers may keep a second turn out, and that what the slot held is over when
 * it said so itself. Gives up slots that are found by a key.
 */
import type ts from 'typescript';

import type { RegistersRow } from '../../models/schema.js';
import type { ProgramView } from '../../typescript/program-view.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { slotsOf } from '../summaries/places-of.js';

import { namingDeclaration } from './capacity.js';
import { isResultDropped } from './dropped-result.js';
import { hasEnded } from './ended-handle.js';
import { readsSlot } from './reads-slot.js';
import { releaseTimingOf } from './release-timing.js';
import { type SlotTurns, slotTurnsOf } from './slot-turns.js';
import { isStateGuarded } from './state-guard.js';
import type { Undoings } from './undone.js';

/** How the handle is lost. */
export interface LostHandle {
  readonly how: 'dropped' | 'overwritten' | 'restarted';
  /** Where: the registration whose result nobody takes or that is made beside its like, or the assignment that overwrites. */
  readonly node: ts.Expression;
  /** A release that would have needed it. */
  readonly release: ts.Node | undefined;
  readonly sure: boolean;
}

/** What is made once and shared is not to be let go of in turns: its handle is not what a turn is missing. */
function isMadeOnce({ owned, what }: RegistersRow): boolean {
  return owned === true || what === 'a job' || what === 'a schedule';
}

/** Whether the handle alone takes the registration back. */
function needsHandle({ undone }: RegistersRow): boolean {
  return undone?.members === undefined && (undone?.result !== undefined || undone?.passedTo !== undefined);
}

/** The turns that overwrite one and the same slot: not one of many that are told apart by a key, nor behind a test. */
function overwritingTurns(view: ProgramView, assignment: ts.BinaryExpression): SlotTurns | undefined {
  if (assignment.operatorToken.kind !== view.ts.SyntaxKind.EqualsToken || isStateGuarded(view, assignment)) return undefined;
  const all = slotTurnsOf(view, assignment);
  if ([...slotsOf(view, assignment.left), ...all.map(({ place }) => place)].some(({ path }) => path.some((step) => step.kind === 'element'))) return undefined;
  return all.find(({ certain, recurrence }) => certain && recurrence.evidence === 'loop' && !recurrence.path.some(({ site }) => isStateGuarded(view, site)));
}

function overwritten(view: ProgramView, row: RegistersRow, { handles, kept, sites }: Undoings): LostHandle | 'renewed' | undefined {
  const [assignment] = kept;
  if (assignment === undefined || kept.length > 1) return undefined;
  const turns = overwritingTurns(view, assignment);
  const slot = slotsOf(view, assignment.left).map(namingDeclaration)[0];
  if (turns === undefined || slot === undefined) return undefined;
  if (hasEnded(view, row, turns.recurrence, handles)) return 'renewed';
  const timings = sites.map((release) => ({ release, timing: releaseTimingOf(view, release, assignment, turns.recurrence) }));
  if (timings.some(({ timing }) => timing === 'now' || timing === 'between')) return 'renewed';
  const working = timings.filter(({ timing }) => timing !== 'never');
  if (!working.every(({ release }) => readsSlot(view, release, slot))) return undefined;
  return { how: 'overwritten', node: assignment, release: timings[0]?.release, sure: working.every(({ timing }) => timing === 'late') };
}

/** How the only handle of what a turn registers is lost; `renewed` when the former is gone by then, undefined when somebody else may see to it. */
export function lostHandleOf(view: ProgramView, { node, registers }: GrowthSite, undoings: Undoings): LostHandle | 'renewed' | undefined {
  if (registers === undefined || !needsHandle(registers) || !undoings.inSight) return undefined;
  if (!isMadeOnce(registers) && isResultDropped(view, node, undoings.handles)) return { how: 'dropped', node, release: undefined, sure: undoings.complete };
  return isStateGuarded(view, node) ? undefined : overwritten(view, registers, undoings);
}
