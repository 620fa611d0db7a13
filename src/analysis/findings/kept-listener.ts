/**
 * Whether the function that alone takes a listener back is known to a slot and to nobody else. Computes it for functions
 * that the registering code makes anew each time and registers from the slot it has put them into. Assumes that who is
 * handed the function may keep it. Gives up functions that callers hand over.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type CallLike, frameOf, isCallLike, isFunctionWithBody, peel } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { nodesIn } from '../facts/node-index.js';
import { isStraightBefore } from '../facts/straight-before.js';
import type { Sighting } from '../graph/sighting.js';
import { initializerOf } from '../summaries/values-of.js';

import { handleFlow } from './handle-flow.js';
import { keptBy } from './kept-handle.js';
import { keyedPutOf } from './keyed-put.js';
import type { Undoings } from './undone.js';

/** The function that an argument stands for, when the registering frame has just made it. */
function madeFor(view: ProgramView, argument: ts.Expression): ts.Expression | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, argument);
  const frame = frameOf(tsc, argument);
  const declaration = tsc.isIdentifier(node) ? declarationAt(view, node) : undefined;
  const initial = declaration !== undefined && frameOf(tsc, declaration) === frame ? initializerOf(view, declaration) : undefined;
  const stores = initial === undefined ? nodesIn(tsc, frame.getSourceFile()).assignments.filter(({ left }) => left.getText() === node.getText()) : [];
  const stored = stores.find((store) => frameOf(tsc, store) === frame && isStraightBefore(tsc, store, argument))?.right;
  const made = initial ?? stored;
  return made !== undefined && isFunctionWithBody(tsc, peel(tsc, made)) ? made : undefined;
}

/** Whether somebody else gets the function, and may take the listener back with it. */
function isGivenAway(view: ProgramView, { expression, path }: Sighting, registration: ts.Node, { sites, misses }: Undoings): boolean {
  const { ts: tsc } = view;
  const { parent } = expression;
  if (path.length > 0) return false;
  if (isCallLike(tsc, parent)) {
    const isKnown = parent === registration || sites.includes(parent) || misses.some((miss) => miss === parent) || keyedPutOf(view, { expression, path }) !== undefined;
    return parent.expression !== expression && !isKnown;
  }
  return tsc.isReturnStatement(parent) || (tsc.isArrowFunction(parent) && parent.body === expression);
}

/** Where the function is kept that a registration of the receiver's needs to be taken back; undefined when that is not all there is to know. */
export function keptListener(view: ProgramView, { node, registers }: GrowthSite, undoings: Undoings): Pick<Undoings, 'kept' | 'puts'> | undefined {
  if (registers?.undone?.members === undefined || registers.keyedBy !== undefined) return undefined;
  const made = ((node as CallLike).arguments ?? []).flatMap((argument) => madeFor(view, argument) ?? []);
  const [listener] = made;
  if (listener === undefined || made.length > 1) return undefined;
  const { sightings, complete } = handleFlow(view, { expressions: [listener] });
  if (!complete || sightings.some((sighting) => isGivenAway(view, sighting, node, undoings))) return undefined;
  return { kept: sightings.flatMap((sighting) => keptBy(view, sighting) ?? []), puts: sightings.flatMap((sighting) => keyedPutOf(view, sighting) ?? []) };
}
