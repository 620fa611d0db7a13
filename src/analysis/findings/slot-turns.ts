/**
 * Which loops fill a slot anew on each turn: one that the next turn finds again. Computes it from the slot's residences,
 * and for what dies with a connection from the nearest loop alone, whose turns share what was made around them. Assumes
 * that a slot keeps what it is given until it is filled again.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf, isWithin, thisFrameOf } from '../../typescript/syntax.js';
import { type Residence, residencesOf, type Use } from '../graph/lifetime-of.js';
import { recurrenceOf } from '../graph/recurrence.js';
import { lift } from '../summaries/lift.js';
import { frameOfVariable, type Place } from '../summaries/place.js';
import { placesOf, slotsOf } from '../summaries/places-of.js';

import type { KeyedPut } from './keyed-put.js';

/** A loop that fills a slot, and the slot in the terms of whoever keeps it. */
export type SlotTurns = Pick<Residence, 'certain' | 'place' | 'recurrence'>;

/** Whether a place was there before this frame began to run. */
function isAround(view: ProgramView, { base }: Place, frame: Frame): boolean {
  if (base.kind === 'this') return thisFrameOf(view.ts, frame) !== frame && base.frame === thisFrameOf(view.ts, frame);
  return base.kind === 'variable' && !isWithin(frameOfVariable(view, base.declaration), frame);
}

function turnsOfNearestLoop(view: ProgramView, place: Place, frame: Frame): readonly SlotTurns[] {
  const recurrence = recurrenceOf(view, frame);
  if (recurrence?.evidence !== 'loop' || recurrence.entry === undefined) return [];
  let places: readonly Place[] = [place];
  let inner = frame;
  for (const edge of recurrence.path.toReversed()) {
    const callee = inner;
    places = places.flatMap((each) => {
      const lifted = lift(view, each, callee, edge, (expression) => placesOf(view, expression));
      return lifted === 'local' ? [] : lifted;
    });
    inner = edge.frame;
  }
  return places.filter((each) => isAround(view, each, inner)).map((each) => ({ place: each, recurrence, certain: true }));
}

function turnsOf(view: ProgramView, place: Place, site: ts.Node, use: Use): readonly SlotTurns[] {
  const frame = frameOf(view.ts, site);
  const residences = residencesOf(view, { frame, site, place }, use);
  return residences.length > 0 ? residences : turnsOfNearestLoop(view, place, frame);
}

/** The loops whose turns fill what this assignment fills, and find it filled. */
export function slotTurnsOf(view: ProgramView, assignment: ts.BinaryExpression): readonly SlotTurns[] {
  return slotsOf(view, assignment.left).flatMap((place) => turnsOf(view, place, assignment, 'assign'));
}

/** The loops whose turns put something into this container, and find there what former ones have put. */
export function putTurnsOf(view: ProgramView, { node, container }: KeyedPut): readonly SlotTurns[] {
  return placesOf(view, container).flatMap((place) => turnsOf(view, place, node, 'change'));
}
