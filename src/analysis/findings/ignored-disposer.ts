/**
 * Whether what a registry of the project's own gives back, and alone takes an entry out again, is ignored. Computes it for
 * functions that keep the code they are handed and return a function, or an object of functions, in which every removal
 * stands. Assumes that whoever does anything with the result may call it. Gives up wrappers around such functions.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf, isFunctionWithBody, isWithin, peel } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { returnsIn } from '../facts/returns.js';
import type { Edge } from '../graph/edge.js';
import { type Residence, residencesOf, type Use } from '../graph/lifetime-of.js';
import { liveCallersOf } from '../graph/live-callers-of.js';
import { isOnceGuarded } from '../graph/recurrence.js';
import { lift } from '../summaries/lift.js';
import type { Place } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';
import { initializerOf } from '../summaries/values-of.js';

import { isResultDropped } from './dropped-result.js';
import { keptCode } from './registered-code.js';

function writtenOut(view: ProgramView, returned: ts.Expression): ts.Expression {
  const node = peel(view.ts, returned);
  const declaration = view.ts.isIdentifier(node) ? declarationAt(view, node) : undefined;
  return (declaration === undefined ? undefined : initializerOf(view, declaration)) ?? node;
}

/** What a frame returns that is a function, or is made of functions. */
function disposersOf(view: ProgramView, frame: Frame): readonly ts.Expression[] {
  const { ts: tsc } = view;
  if (!isFunctionWithBody(tsc, frame)) return [];
  return returnsIn(tsc, frame).map((returned) => writtenOut(view, returned)).filter((value) => isFunctionWithBody(tsc, value) || tsc.isObjectLiteralExpression(value));
}

function ignores(view: ProgramView, edge: Edge): boolean {
  return edge.pace === 'call' && view.ts.isCallExpression(edge.site) && isResultDropped(view, edge.site);
}

/** The calls that hand over code to be kept and ignore what would take it out again. */
function ignoringCalls(view: ProgramView, growth: GrowthSite): readonly Edge[] {
  const frame = frameOf(view.ts, growth.node);
  if (disposersOf(view, frame).length === 0 || keptCode(view, growth, frame) === undefined) return [];
  return liveCallersOf(view, frame).filter((edge) => ignores(view, edge) && !isOnceGuarded(view, edge.site));
}

/** Whether some call ignores what would take out again what this growth keeps. */
export function isIgnoredSomewhere(view: ProgramView, growth: GrowthSite): boolean {
  return ignoringCalls(view, growth).length > 0;
}

/** The ways in which the place outlives the loops that make such calls: each call is a way of its own. */
export function ignoringWays(view: ProgramView, growth: GrowthSite, own: Place, use: Use): readonly Residence[] {
  const frame = frameOf(view.ts, growth.node);
  return ignoringCalls(view, growth).flatMap((edge) => {
    const lifted = lift(view, own, frame, edge, (expression) => placesOf(view, expression));
    return (lifted === 'local' ? [] : lifted).flatMap((place) =>
      residencesOf(view, { frame: edge.frame, site: edge.site, place }, use).map((residence) => ({ ...residence, recurrence: { ...residence.recurrence, path: [...residence.recurrence.path, edge] } })),
    );
  });
}

/** The call of this way that ignores what alone takes back what it adds: nothing else removes. */
export function ignoringCall(view: ProgramView, growth: GrowthSite, { recurrence }: Residence, removals: readonly ts.Node[]): ts.CallExpression | undefined {
  const last = recurrence.path.at(-1);
  if (last === undefined || removals.length === 0 || recurrence.evidence !== 'loop' || !ignores(view, last)) return undefined;
  const frame = frameOf(view.ts, growth.node);
  const disposers = keptCode(view, growth, frame) === undefined ? [] : disposersOf(view, frame);
  const alone = removals.every((removal) => disposers.some((disposer) => isWithin(removal, disposer)));
  return alone ? (last.site as ts.CallExpression) : undefined;
}
