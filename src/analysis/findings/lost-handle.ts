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
import { placesOf, slotsOf } from '../summaries/places-of.js';

import { namingDeclaration } from './capacity.js';
import { isResultDropped } from './dropped-result.js';
import { hasEnded } from './ended-handle.js';
import type { KeyedPut } from './keyed-put.js';
import { readsSlot } from './reads-slot.js';
import { keyRecurrence } from './recurring-key.js';
import { releaseTimingOf } from './release-timing.js';
import { type SlotTurns, putTurnsOf, slotTurnsOf } from './slot-turns.js';
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
  /** The slot that is overwritten, as the code reads it. */
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

/** The turns that overwrite one and the same slot: not one of many that are told apart by a key, nor behind a test. */
function overwritingTurns(view: ProgramView, assignment: ts.BinaryExpression): SlotTurns | undefined {
  if (assignment.operatorToken.kind !== view.ts.SyntaxKind.EqualsToken || isStateGuarded(view, assignment)) return undefined;
  const all = slotTurnsOf(view, assignment);
  if ([...slotsOf(view, assignment.left), ...all.map(({ place }) => place)].some(({ path }) => path.some((step) => step.kind === 'element'))) return undefined;
  return all.find(({ certain, recurrence }) => certain && recurrence.evidence === 'loop' && !recurrence.path.some(({ site }) => isStateGuarded(view, site)));
}

/** Where each turn puts its handle, and in whose place. */
interface Overwriting extends Pick<LostHandle, 'key' | 'node'> {
  readonly slot: string;
  readonly turns: SlotTurns;
  readonly holder: ts.Declaration;
  /** Whether each turn fills the very slot that the one before has filled. */
  readonly sure: boolean;
}

function overwritingOne(view: ProgramView, assignment: ts.BinaryExpression): Overwriting | undefined {
  const turns = overwritingTurns(view, assignment);
  const holder = slotsOf(view, assignment.left).map(namingDeclaration)[0];
  return turns === undefined || holder === undefined ? undefined : { node: assignment, slot: assignment.left.getText(), turns, holder, sure: true };
}

function overwritingUnderKey(view: ProgramView, put: KeyedPut): Overwriting | undefined {
  const { node, key, slot } = put;
  if (isStateGuarded(view, node)) return undefined;
  const turns = putTurnsOf(view, put).find(({ certain, recurrence }) => certain && recurrence.evidence === 'loop' && !recurrence.path.some(({ site }) => isStateGuarded(view, site)));
  const recurs = turns === undefined ? 'new' : keyRecurrence(view, key, turns.recurrence);
  const holder = placesOf(view, put.container).map(namingDeclaration)[0];
  return turns === undefined || recurs === 'new' || holder === undefined ? undefined : { node, slot, key, turns, holder, sure: recurs === 'always' };
}

/** The one store that keeps the handle beyond the turn. */
function overwritingStore(view: ProgramView, { kept, puts }: Undoings): Overwriting | undefined {
  const plain = kept.filter((assignment) => !puts.some(({ node }) => node === assignment));
  if (plain.length + puts.length !== 1) return undefined;
  const [assignment] = plain;
  const [put] = puts;
  if (put !== undefined) return overwritingUnderKey(view, put);
  return assignment === undefined ? undefined : overwritingOne(view, assignment);
}

function overwritten(view: ProgramView, row: RegistersRow, undoings: Undoings): LostHandle | 'renewed' | undefined {
  const overwriting = overwritingStore(view, undoings);
  if (overwriting === undefined) return undefined;
  const { node, slot, key, turns, holder } = overwriting;
  if (hasEnded(view, row, turns.recurrence, undoings.handles)) return 'renewed';
  const timings = undoings.sites.map((release) => ({ release, timing: releaseTimingOf(view, release, node, turns.recurrence) }));
  if (timings.some(({ timing }) => timing === 'now' || timing === 'between')) return key === undefined ? 'renewed' : undefined;
  const working = timings.filter(({ timing }) => timing !== 'never');
  if (!working.every(({ release }) => readsSlot(view, release, holder))) return undefined;
  const sure = overwriting.sure && working.every(({ timing }) => timing === 'late');
  return { how: 'overwritten', node, release: timings[0]?.release, sure, slot, ...(key !== undefined && { key }) };
}

/** How the only handle of what a turn registers is lost; `renewed` when the former is gone by then, undefined when somebody else may see to it. */
export function lostHandleOf(view: ProgramView, { node, registers }: GrowthSite, undoings: Undoings): LostHandle | 'renewed' | undefined {
  if (registers === undefined || !needsHandle(registers) || !undoings.inSight) return undefined;
  if (!isMadeOnce(registers) && isResultDropped(view, node, undoings.handles)) return { how: 'dropped', node, release: undefined, sure: undoings.complete };
  return isStateGuarded(view, node) ? undefined : overwritten(view, registers, undoings);
}
