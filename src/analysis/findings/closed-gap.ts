/**
 * Whether a release waits for something that need not come before the end of what it belongs to: `finish` of a response
 * whose client has gone away, `error` of a socket that is closed, a message that asks for it. Computes it from what the
 * models tell of the events of a type, for entries that go by what ends or by what its own code declares. Assumes that
 * good and bad ends make up all of them. Gives up entries that go by what a message says: who sent it may not own them.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type RowOf, rowsOfTypeItself } from '../../typescript/rows-of.js';
import { classOf, type Frame, frameOf, isWithin } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { instanceLifetimeOf, type Recurrence, runsInLoop } from '../graph/recurrence.js';
import { frameOfVariable } from '../summaries/place.js';

import { type AwaitedEnd, awaitedEndsOf, type Turn } from './awaited-ends.js';
import { hearsFailure } from './hears-failure.js';

/** The release's own registration, the event it waits for (none is known of a message) and the one that always comes. */
export interface ClosedGap {
  readonly node: ts.Node;
  readonly awaited: string | undefined;
  readonly always: string;
}

/** Where each frame of the growing turn stands on its way to the growth. */
function turnTo(view: ProgramView, { node }: GrowthSite, { path }: Recurrence): Turn {
  return new Map([...path.map(({ frame, site }) => [frame, site] as const), [frameOf(view.ts, node), node]]);
}

/** Whether a registration is made by the turn that adds, or by the one around it. */
function isOfThisLife(view: ProgramView, { node }: GrowthSite, { entry }: Recurrence, turn: Turn, registration: ts.Node): boolean {
  const frame = frameOf(view.ts, registration);
  return turn.has(frame) || ((entry?.frame === frame || isWithin(node, frame)) && !view.ts.isSourceFile(frame) && runsInLoop(view, frame));
}

function identifiersIn(view: ProgramView, node: ts.Node): readonly ts.Node[] {
  const { ts: tsc } = view;
  if (tsc.isIdentifier(node) || node.kind === tsc.SyntaxKind.ThisKeyword) return [node];
  if (tsc.isPropertyAccessExpression(node)) return identifiersIn(view, node.expression);
  const found: ts.Node[] = [];
  tsc.forEachChild(node, (child) => void found.push(...identifiersIn(view, child)));
  return found;
}

/** What the models tell of the ends of the thing that an entry goes by. */
function endsOfKey(view: ProgramView, names: readonly ts.Node[]): RowOf<'ends'> | undefined {
  return names.flatMap((name) => rowsOfTypeItself(view, view.checker.getTypeAtLocation(name), 'ends'))[0];
}

/** Whether a name stands for something of the turn whose end is awaited: a variable of a frame that registers, or its instance. */
function isOwn(view: ProgramView, name: ts.Node, frames: ReadonlySet<Frame>): boolean {
  const { ts: tsc } = view;
  if (!tsc.isIdentifier(name)) {
    const owner = classOf(tsc, frameOf(tsc, name));
    return owner !== undefined && instanceLifetimeOf(view, owner) === 'turn';
  }
  const declaration = declarationAt(view, name);
  return declaration !== undefined && frames.has(frameOfVariable(view, declaration));
}

type Coming = 'asked' | 'bad' | 'every' | 'good' | 'started';

function comingOf({ ends, event = '' }: AwaitedEnd): Coming {
  if (ends === undefined) return 'asked';
  if (event === ends.always || (ends.also?.includes(event) ?? false)) return 'every';
  if (ends.unlessFailed?.includes(event) ?? false) return 'started';
  if (ends.fails?.includes(event) ?? false) return 'bad';
  return ends.sometimes.includes(event) ? 'good' : 'asked';
}

/** Whether a release that the growing code does not run waits for something that need not come. */
export function mayWaitInVain(view: ProgramView, { node }: GrowthSite, removal: ts.Node): boolean {
  const awaited = awaitedEndsOf(view, removal, new Map([[frameOf(view.ts, node), node]])) ?? [];
  return awaited.length > 0 && !awaited.some((end) => ['every', 'started'].includes(comingOf(end)));
}

/** What all releases of a growth wait for, when an end of its owner's life may come without. */
export function closedGapOf(view: ProgramView, growth: GrowthSite, recurrence: Recurrence, removals: readonly ts.Node[], handles: ReadonlySet<ts.Node>): ClosedGap | undefined {
  const turn = turnTo(view, growth, recurrence);
  const waits = removals.map((removal) => awaitedEndsOf(view, removal, turn));
  const awaited = waits.flatMap((ends) => ends ?? []);
  const [first] = awaited;
  if (first === undefined || waits.some((ends) => ends === undefined || ends.length === 0)) return undefined;
  // What waits for an event of the very thing it lets go: before that event nothing is held, or it has ended by itself.
  if (awaited.some(({ emitter }) => emitter !== undefined && handles.has(emitter))) return undefined;
  const coming = new Set(awaited.map(comingOf));
  if (coming.has('every') || ((coming.has('good') || coming.has('started')) && coming.has('bad'))) return undefined;
  if (coming.has('started') && !awaited.some((end) => hearsFailure(view, end))) return undefined;
  if (!awaited.every(({ event, node }) => event === undefined || isOfThisLife(view, growth, recurrence, turn, node))) return undefined;
  const token = growth.key ?? (growth.registers === undefined ? growth.values[0] : undefined);
  const names = token === undefined ? [] : identifiersIn(view, token);
  const ends = endsOfKey(view, names) ?? first.ends;
  const frames = new Set(awaited.flatMap(({ event, node }) => (event === undefined ? [] : [frameOf(view.ts, node)])));
  const bound = growth.registers !== undefined || endsOfKey(view, names) !== undefined || names.some((name) => isOwn(view, name, frames));
  return ends === undefined || !bound ? undefined : { node: first.node, awaited: first.event, always: ends.always };
}
