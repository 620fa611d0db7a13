/**
 * Whether something whose other side may go away is kept under a key until another request asks for it. Computes it for what
 * a turn is given and the models know to end by itself, as a response does, when each removal goes by a key and only requests
 * and messages of others run it. Assumes that who has gone is not asked for again. Gives up what the turn
 * itself, a timer or an event takes out.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfTypeItself } from '../../typescript/rows-of.js';
import { type Frame, frameOf, peel } from '../../typescript/syntax.js';
import { areExclusive } from '../facts/exclusive.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { keyOfRemoval } from '../facts/key-of-removal.js';
import type { Pace } from '../graph/edge.js';
import { liveCallersOf } from '../graph/live-callers-of.js';
import type { Recurrence } from '../graph/recurrence.js';
import { frameOfVariable } from '../summaries/place.js';

import type { Turn } from './awaited-ends.js';

/** What is kept, and the event that tells its end. */
export interface LeftEntry {
  readonly node: ts.Identifier;
  readonly always: string;
}

const asked: ReadonlySet<Pace> = new Set(['message', 'request']);

const mostVisits = 50;

/** The parts of what is kept that are what a name stands for, and nothing made of it. */
function namesKept({ ts: tsc }: ProgramView, value: ts.Expression): readonly ts.Identifier[] {
  const node = peel(tsc, value);
  if (tsc.isIdentifier(node)) return [node];
  if (!tsc.isObjectLiteralExpression(node)) return [];
  return node.properties.flatMap((property) => {
    if (tsc.isShorthandPropertyAssignment(property)) return [property.name];
    const part = tsc.isPropertyAssignment(property) ? peel(tsc, property.initializer) : undefined;
    return part !== undefined && tsc.isIdentifier(part) ? [part] : [];
  });
}

/** What a turn was given that ends by itself, when the name stands for it. */
function endingAt(view: ProgramView, node: ts.Identifier, turn: Turn): LeftEntry | undefined {
  const { ts: tsc, checker } = view;
  const declaration = tsc.isShorthandPropertyAssignment(node.parent) ? checker.getShorthandAssignmentValueSymbol(node.parent)?.valueDeclaration : declarationAt(view, node);
  const isGiven = declaration !== undefined && tsc.isParameter(declaration) && turn.has(frameOfVariable(view, declaration));
  const [ends] = isGiven ? rowsOfTypeItself(view, checker.getTypeAtLocation(node), 'ends') : [];
  return ends === undefined ? undefined : { node, always: ends.always };
}

/** Whether nothing but requests and messages run a removal, none of them the turn that adds. */
function isAskedFor(view: ProgramView, removal: ts.Node, turn: Turn): boolean {
  const seen = new Set<ts.Node>();
  const queue: { readonly frame: Frame; readonly site: ts.Node }[] = [{ frame: frameOf(view.ts, removal), site: removal }];
  for (const [visits, { frame, site }] of queue.entries()) {
    const passes = turn.get(frame);
    if (visits > mostVisits || (passes !== undefined && !areExclusive(view.ts, passes, site, frame))) return false;
    const edges = liveCallersOf(view, frame);
    if (edges.length === 0) return false;
    for (const edge of edges) {
      if (asked.has(edge.pace)) continue;
      if (edge.pace !== 'call' && edge.pace !== 'now') return false;
      if (!seen.has(edge.site)) queue.push({ frame: edge.frame, site: edge.site });
      seen.add(edge.site);
    }
  }
  return true;
}

/** What is kept until others ask for it, though its other side may be gone. */
export function leftEntryOf(view: ProgramView, growth: GrowthSite, { entry, path }: Recurrence, removals: readonly ts.Node[]): LeftEntry | undefined {
  if (growth.registers !== undefined || growth.key === undefined || entry?.pace !== 'request' || removals.length === 0) return undefined;
  if (!removals.every((removal) => keyOfRemoval(view.ts, removal) !== undefined)) return undefined;
  const turn: Turn = new Map([...path.map(({ frame, site }) => [frame, site] as const), [frameOf(view.ts, growth.node), growth.node]]);
  const ending = growth.values.flatMap((value) => namesKept(view, value)).map((name) => endingAt(view, name, turn)).find((found) => found !== undefined);
  return ending !== undefined && removals.every((removal) => isAskedFor(view, removal, turn)) ? ending : undefined;
}
