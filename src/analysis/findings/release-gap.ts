/**
 * Whether the code that adds also takes back, but not on every way out. Computes it when each removal there is stands in
 * the frame that grows, or in a callback or function it calls, and speaks of the same key or handle: then the ways out
 * that skip them all are gaps. Assumes that a removal elsewhere makes up for any gap, and that code which never gets to
 * its removal in the normal course keeps the entry on purpose. Gives up calls that throw without being awaited.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import { around, type Frame, frameOf, isCallLike, isFunctionWithBody, isWithin, peel, widest } from '../../typescript/syntax.js';
import { type Escape, exitsOf } from '../facts/exits.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { keyOfRemoval } from '../facts/key-of-removal.js';
import { promiseOfExecutor } from '../facts/promise-of-executor.js';
import type { Recurrence } from '../graph/recurrence.js';
import { racedElements } from '../summaries/raced-elements.js';

import { type ClosedGap, closedGapOf } from './closed-gap.js';
import type { GivenEnding } from './given-endings.js';
import { mayReject } from './may-reject.js';
import type { ReplacedOwner } from './replaced-owner.js';
import { timeoutGapOf } from './timeout-gap.js';

/** A way out that skips the release, and the release that is skipped. */
export interface ReleaseGap {
  readonly escape:
    | Escape
    | (ClosedGap & { readonly kind: 'closed' })
    | (GivenEnding & { readonly kind: 'left' })
    | (ReplacedOwner & { readonly kind: 'replaced' })
    | { readonly kind: 'aborted' | 'late' | 'outrun' | 'timeout' | 'unanswered' | 'unheard'; readonly node: ts.Node };
  readonly release: ts.Node;
  /** From whose evaluation on something is held, when the release is skipped within one run of the frame. */
  readonly start?: ts.Node;
  /** Whether it takes more than is seen here for that way out to be taken. */
  readonly unsure?: boolean;
}

/** The expression of the frame that brings a removal about: itself, or the call that is handed the function it stands in; undefined when the frame has no part in it. */
export function broughtAboutBy(view: ProgramView, removal: ts.Node, frame: Frame): ts.Node | undefined {
  const { ts: tsc } = view;
  let node = removal;
  for (let inner = frameOf(tsc, node); inner !== frame; inner = frameOf(tsc, node)) {
    if (!isFunctionWithBody(tsc, inner)) return undefined;
    const call = tsc.isExpression(inner) ? widest(tsc, inner).parent : undefined;
    if (call === undefined || !isCallLike(tsc, call)) return undefined;
    node = call;
  }
  return node;
}

/** Whether a removal speaks of what this growth added. */
function isPaired(view: ProgramView, growth: GrowthSite, removal: ts.Node): boolean {
  return growth.registers !== undefined || (growth.key !== undefined && keyOfRemoval(view.ts, removal) === growth.key.getText());
}

/** The calls on the result of what adds that open it: one that fails leaves nothing held. */
function openingsOf(view: ProgramView, growth: GrowthSite, frame: Frame, handles: ReadonlySet<ts.Node>): readonly ts.Expression[] {
  const { ts: tsc } = view;
  const opens = growth.registers?.opensBy ?? [];
  return [...handles].flatMap((handle) => {
    const access = handle.parent;
    if (!tsc.isPropertyAccessExpression(access) || access.expression !== handle || !opens.includes(access.name.text)) return [];
    const call = widest(tsc, access).parent;
    return tsc.isCallExpression(call) && frameOf(tsc, call) === frame ? [widest(tsc, call)] : [];
  });
}

/** Calls that throw for what a caller sends. */
function throwsFor(view: ProgramView): (call: ts.Node) => boolean {
  return (call) => isCallLike(view.ts, call) && rowsOfCall(view, call, 'throws').rows.length > 0;
}

/** Whether a handler of a failure hands what is still held to somebody, or mentions what keeps it: it sees to it on purpose. */
function seesTo(view: ProgramView, handler: ts.CatchClause, { container, registers }: GrowthSite, handles: ReadonlySet<ts.Node>): boolean {
  if ([...handles].some((handle) => isWithin(handle, handler) && !view.ts.isPropertyAccessExpression(handle.parent))) return true;
  const kept = registers === undefined ? container.getText() : undefined;
  const mentions = (node: ts.Node): boolean => node.getText() === kept || (view.ts.forEachChild(node, (child) => mentions(child) || undefined) ?? false);
  return kept !== undefined && mentions(handler.block);
}

/** Whether what fails was handed what is held: it may have let go of that first. */
function isHandedHere(view: ProgramView, failing: ts.Node, handles: ReadonlySet<ts.Node>): boolean {
  return [...handles].some((handle) => isWithin(handle, failing) && isCallLike(view.ts, handle.parent));
}

/**
 * Whether waiting fails while something is held. Where the acquisition itself fails, nothing is; a race fails as what else runs in it.
 */
function failsWhileHeld(view: ProgramView, given: ts.Expression, handles: ReadonlySet<ts.Node>): boolean {
  const node = peel(view.ts, given);
  if (view.ts.isIdentifier(node) && handles.has(widest(view.ts, node))) return false;
  const raced = view.ts.isCallExpression(node) ? racedElements(view, node) : undefined;
  return raced === undefined ? mayReject(view, given) : raced.some((each) => !handles.has(each) && mayReject(view, each));
}

/** The growth, or the `new Promise(…)` whose executor adds at once what the code around it takes back. */
function addedIn(view: ProgramView, node: ts.Expression, removals: readonly ts.Node[]): ts.Expression {
  const frame = frameOf(view.ts, node);
  const made = promiseOfExecutor(view.ts, frame);
  return made === undefined || removals.some((removal) => isWithin(removal, frame)) ? node : made;
}

/** The first way out of the growing frame that leaves what it added; undefined when there is none to be sure of. */
export function releaseGapOf(view: ProgramView, growth: GrowthSite, recurrence: Recurrence, removals: readonly ts.Node[], handles: ReadonlySet<ts.Node>): ReleaseGap | undefined {
  const { ts: tsc } = view;
  const [first] = removals;
  // A callback is left in ways of its own.
  if (growth.registers?.handedTo !== undefined) return undefined;
  if (first === undefined || !removals.every((removal) => isPaired(view, growth, removal))) return undefined;
  const givenUp = timeoutGapOf(view, growth.node, removals);
  if (givenUp !== undefined) return { escape: givenUp, release: first };
  const closed = closedGapOf(view, growth, recurrence, removals, handles);
  if (closed !== undefined) return { escape: { kind: 'closed', ...closed }, release: first };
  const added = addedIn(view, growth.node, removals);
  const frame = frameOf(tsc, added);
  const sites = removals.map((removal) => broughtAboutBy(view, removal, frame));
  if (sites.includes(undefined)) return undefined;
  // Made again in each round of a loop, it is the rounds that would have to be told apart.
  for (const outer of around(added)) {
    if (outer === frame) break;
    if (tsc.isIterationStatement(outer, false)) return undefined;
  }
  const releases = new Set(sites.filter((site) => site !== undefined));
  const openings = added === growth.node ? openingsOf(view, growth, frame, handles) : [];
  // From the first of them on something is held.
  const start = openings[0] ?? (tsc.isExpression(added) ? widest(tsc, added) : added);
  const rejects = (awaited: ts.AwaitExpression): boolean => !openings.includes(widest(tsc, awaited)) && failsWhileHeld(view, awaited.expression, handles);
  const { escapes, released } = exitsOf(tsc, frame, { start, releases, handles, throws: throwsFor(view), rejects });
  const escape = escapes.find(({ node }) => growth.derived !== true || !isHandedHere(view, node, handles));
  const planned = !released || escapes.some(({ kind, caughtBy }) => kind === 'end' || (caughtBy !== undefined && seesTo(view, caughtBy, growth, handles)));
  return planned || escape === undefined ? undefined : { escape, release: first, start };
}
