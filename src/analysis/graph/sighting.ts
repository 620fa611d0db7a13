import type ts from 'typescript';

import { type Segment, sameSegment } from '../summaries/place.js';

import { type Crossing, sameCrossing } from './crossing.js';

/** The value is at the end of `path`, starting from what `expression` evaluates to. */
export interface Sighting {
  readonly expression: ts.Expression;
  readonly path: readonly Segment[];
  /** The calls whose arguments brought the value in: only these calls' turns see it here. */
  readonly entered?: Crossing | undefined;
  /** The calls whose results brought the value out of functions it was made in. */
  readonly left?: Crossing | undefined;
}

function samePath(a: readonly Segment[], b: readonly Segment[]): boolean {
  return a.length === b.length && a.every((s, i) => sameSegment(s, b[i] ?? s));
}

/** Whether two sightings at one expression or declaration say the same. */
export function sameVisit(a: Omit<Sighting, 'expression'>, b: Omit<Sighting, 'expression'>): boolean {
  return samePath(a.path, b.path) && sameCrossing(a.entered, b.entered) && sameCrossing(a.left, b.left);
}
