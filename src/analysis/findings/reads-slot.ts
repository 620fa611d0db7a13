import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { isCallLike, peel } from '../../typescript/syntax.js';
import { placesOf } from '../summaries/places-of.js';

import { namingDeclaration } from './capacity.js';

/** Whether what a release is told to take back is read from the slot. */
export function readsSlot(view: ProgramView, release: ts.Node, slot: ts.Declaration): boolean {
  if (!isCallLike(view.ts, release)) return false;
  const callee = peel(view.ts, release.expression);
  const named = [callee, ...(view.ts.isPropertyAccessExpression(callee) ? [callee.expression] : []), ...(release.arguments ?? [])];
  return named.some((expression) => placesOf(view, expression).some((place) => namingDeclaration(place) === slot));
}
