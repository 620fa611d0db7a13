/**
 * Where the turns of a loop put a handle so that each overwrites what the one before has put there. Computes it for one
 * variable or field, and for what is found under a key that comes again. Assumes that a test of what the program remembers
 * may keep a second turn out. Gives up handles that are kept in several places.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { placesOf, slotsOf } from '../summaries/places-of.js';

import { namingDeclaration } from './capacity.js';
import type { KeyedPut } from './keyed-put.js';
import { keyRecurrence } from './recurring-key.js';
import { putTurnsOf, type SlotTurns, slotTurnsOf } from './slot-turns.js';
import { isStateGuarded } from './state-guard.js';
import type { Undoings } from './undone.js';

/** Where each turn puts its handle, and in whose place. */
export interface Overwriting {
  /** What overwrites. */
  readonly node: ts.Expression;
  /** The slot, as the code reads it. */
  readonly slot: string;
  /** The key under which it is found, when it is one of many. */
  readonly key?: ts.Expression;
  readonly turns: SlotTurns;
  /** The variable or field that holds the slot. */
  readonly holder: ts.Declaration;
  /** Whether each turn fills the very slot that the one before has filled. */
  readonly sure: boolean;
}

function isOpen(view: ProgramView, { recurrence }: SlotTurns): boolean {
  return !recurrence.path.some(({ site }) => isStateGuarded(view, site));
}

/** The turns that overwrite one and the same slot: not one of many that are told apart by a key. */
function turnsOverwriting(view: ProgramView, assignment: ts.BinaryExpression): SlotTurns | undefined {
  const all = slotTurnsOf(view, assignment);
  if ([...slotsOf(view, assignment.left), ...all.map(({ place }) => place)].some(({ path }) => path.some((step) => step.kind === 'element'))) return undefined;
  return all.find((turns) => turns.certain && turns.recurrence.evidence === 'loop' && isOpen(view, turns));
}

function ofOne(view: ProgramView, assignment: ts.BinaryExpression): Overwriting | undefined {
  if (assignment.operatorToken.kind !== view.ts.SyntaxKind.EqualsToken || isStateGuarded(view, assignment)) return undefined;
  const turns = turnsOverwriting(view, assignment);
  const holder = slotsOf(view, assignment.left).map(namingDeclaration)[0];
  return turns === undefined || holder === undefined ? undefined : { node: assignment, slot: assignment.left.getText(), turns, holder, sure: true };
}

/** The turns that put things under keys: whoever calls what an instance offers chooses the key, too. */
function turnsPutting(view: ProgramView, put: KeyedPut): SlotTurns | undefined {
  const all = putTurnsOf(view, put).filter((turns) => isOpen(view, turns));
  return all.find(({ certain, recurrence }) => certain && recurrence.evidence === 'loop') ?? all.find(({ recurrence }) => recurrence.evidence === 'exported' || recurrence.evidence === 'offered');
}

function underKey(view: ProgramView, put: KeyedPut): Overwriting | undefined {
  const { node, key, slot } = put;
  const turns = isStateGuarded(view, node) ? undefined : turnsPutting(view, put);
  const holder = placesOf(view, put.container).map(namingDeclaration)[0];
  if (turns === undefined || holder === undefined) return undefined;
  const recurs = keyRecurrence(view, key, turns.recurrence);
  // What is only offered is no certain leak in any case.
  return recurs === 'new' ? undefined : { node, slot, key, turns, holder, sure: recurs === 'always' || turns.recurrence.evidence !== 'loop' };
}

/** The one store by which the turns keep their handles, when each overwrites a former one. */
export function overwritingOf(view: ProgramView, { kept, puts }: Pick<Undoings, 'kept' | 'puts'>): Overwriting | undefined {
  const plain = kept.filter((assignment) => !puts.some(({ node }) => node === assignment));
  if (plain.length + puts.length !== 1) return undefined;
  const [assignment] = plain;
  const [put] = puts;
  if (put !== undefined) return underKey(view, put);
  return assignment === undefined ? undefined : ofOne(view, assignment);
}
