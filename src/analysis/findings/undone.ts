/**
 * What takes a registration back. Computes, as the model tells, the calls of the owner's own members, of what the
 * registration returned, and of functions that are handed it; and whether the owner is replaced by another. A call that
 * names another event or function takes back something else. Assumes that parameters may stand for anything, and that a
 * handle which a library or an unseen caller gets may be used.
 */
import type ts from 'typescript';

import type { RegistersRow } from '../../models/schema.js';
import { containerKindOf } from '../../typescript/container-kind.js';
import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import { type CallLike, frameOf, isCallLike, peel, widest } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { namesIn } from '../facts/name-index.js';
import { callersOf } from '../graph/callers-of.js';
import type { Sighting } from '../graph/sighting.js';
import { calleesOf } from '../summaries/callees-of.js';
import { distinctPlaces, type Place, samePlace } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';

import { emptiedList } from './emptied-list.js';
import { endedWithArgument } from './ended-with-argument.js';
import { handedToCallback } from './handed-to-callback.js';
import { handleFlow } from './handle-flow.js';
import { handlesOf } from './handles-of.js';
import { isAskedForNothing } from './is-asked-for-nothing.js';
import { isLeftEarly } from './is-left-early.js';
import { isOnlyListenedTo } from './is-only-listened-to.js';
import { keptBy } from './kept-handle.js';
import { type KeyedPut, keyedPutOf } from './keyed-put.js';
import { usesOf } from './location-uses.js';
import { isMadeInPlace } from './made-in-place.js';
import { memberCall } from './member-call.js';
import { replaces, type Shrinks } from './shrinks-of.js';

/** Names that cannot stand for one another: locals, module variables and fields, but no parameters or elements. */
function isProperName(view: ProgramView, { base, path }: Place): boolean {
  if (path.some((step) => step.kind === 'element')) return false;
  return base.kind === 'this' || (base.kind === 'variable' && !view.ts.isParameter(base.declaration));
}

/** Both say something of the registration's event or function, and not the same. */
function speakOfOthers(view: ProgramView, one: ts.Expression, other: ts.Expression): boolean {
  const { ts: tsc } = view;
  const added = peel(tsc, one);
  const removed = peel(tsc, other);
  if (tsc.isStringLiteralLike(added)) return tsc.isStringLiteralLike(removed) && added.text !== removed.text;
  // A function expression is known to its own body by its name.
  if (isMadeInPlace(view, added)) return !(tsc.isFunctionExpression(added) && tsc.isIdentifier(removed) && declarationAt(view, removed) === added);
  // A call that takes an id, a tag or a handle speaks of the registration in words of its own.
  if (view.checker.getTypeAtLocation(added).getCallSignatures().length === 0) return false;
  if (isMadeInPlace(view, removed)) return true;
  const here = placesOf(view, added);
  const there = placesOf(view, removed);
  return [...here, ...there].every((place) => isProperName(view, place)) && !here.some((place) => there.some((known) => samePlace(place, known)));
}

/** Whether a call undoes another registration than this one: of another event, or of another function. */
export function undoesAnother(view: ProgramView, registration: CallLike, undo: ts.CallExpression): boolean {
  return undo.arguments.some((removed, i) => {
    const added = registration.arguments?.[i];
    return added !== undefined && speakOfOthers(view, added, removed);
  });
}

function nameOfCallee(view: ProgramView, call: CallLike): string | undefined {
  const callee = peel(view.ts, call.expression);
  if (view.ts.isPropertyAccessExpression(callee)) return callee.name.text;
  return view.ts.isIdentifier(callee) ? callee.text : undefined;
}

/** The call that hands this value to a registry whose own release ends it. */
function adoptedAt(view: ProgramView, { expression, path }: Sighting): CallLike | undefined {
  const call = expression.parent;
  if (path.length > 0 || !isCallLike(view.ts, call)) return undefined;
  const index = call.arguments?.indexOf(expression) ?? -1;
  return index >= 0 && rowsOfCall(view, call, 'registers').rows.some(({ adopts }) => adopts === index) ? call : undefined;
}

/** Whether a call takes a value, or what carries it, out of sight: to code that no body and no model shows. */
function takesOutOfSight(view: ProgramView, call: CallLike): boolean {
  const callee = peel(view.ts, call.expression);
  const isStore = view.ts.isPropertyAccessExpression(callee) && containerKindOf(view, callee.expression) !== undefined;
  return !isStore && calleesOf(view, call).length === 0 && rowsOfCall(view, call, 'neutral').rows.length === 0;
}

/** What one sighting of the handle does: takes the registration back, leaves sight, or neither. */
function handleAt(view: ProgramView, sighting: Sighting, { leftOpen, undone: { result = [], passedTo = [] } = {} }: RegistersRow): ts.Node | 'lost' | undefined {
  const { ts: tsc } = view;
  const { expression, path } = sighting;
  const { parent } = expression;
  if (path.length > 0 && isCallLike(tsc, parent) && parent.expression !== expression) {
    if (passedTo.includes(nameOfCallee(view, parent) ?? '')) return parent;
    return takesOutOfSight(view, parent) ? 'lost' : undefined;
  }
  if (path.length > 0) return undefined;
  if (isCallLike(tsc, parent)) {
    if (parent.expression === expression) return result.includes('()') ? parent : undefined;
    if (passedTo.includes(nameOfCallee(view, parent) ?? '')) return parent;
    const only = calleesOf(view, parent).length > 0 || rowsOfCall(view, parent, 'neutral').rows.length > 0 || isOnlyListenedTo(view, expression, parent);
    return adoptedAt(view, sighting) ?? (only ? undefined : 'lost');
  }
  // `for await` lets go of what it goes over, however it is left, unless the library has forgotten that.
  if (tsc.isForOfStatement(parent) && parent.awaitModifier !== undefined) return leftOpen === true && isLeftEarly(tsc, parent) ? undefined : parent;
  if (tsc.isVariableDeclaration(parent)) {
    // `using` lets go at the end of the block, whichever way it ends.
    if ((parent.parent.flags & tsc.NodeFlags.Using) !== 0) return parent;
    return tsc.isIdentifier(parent.name) ? undefined : 'lost';
  }
  if (tsc.isArrowFunction(parent) && parent.body === expression && isAskedForNothing(view, parent)) return undefined;
  if (tsc.isReturnStatement(parent) || (tsc.isArrowFunction(parent) && parent.body === expression)) {
    const frame = tsc.isArrowFunction(parent) ? parent : frameOf(tsc, parent);
    return callersOf(view, frame).some((edge) => edge.pace === 'call') ? undefined : 'lost';
  }
  return memberCall(view, expression, result);
}

/** What takes a registration back, and what would if it spoke of the same thing. */
export interface Undoings extends Shrinks {
  /** Every expression that denotes what the registration returned. */
  readonly handles: ReadonlySet<ts.Node>;
  /** Calls on the same owner that take back something else. */
  readonly misses: readonly ts.CallExpression[];
  /** Assignments that keep the handle beyond the turn. */
  readonly kept: readonly ts.BinaryExpression[];
  /** Stores that keep the handle under a key. */
  readonly puts: readonly KeyedPut[];
  /** Whether the handle could be followed wherever it goes; what keeps it is in sight. */
  readonly inSight: boolean;
}

const noUndoings: Undoings = { sites: [], complete: true, handles: new Set(), misses: [], kept: [], puts: [], inSight: true };

function byHandle(view: ProgramView, growth: GrowthSite): Undoings {
  const row = growth.registers;
  const { owned, handedTo, undone: { result = [], passedTo = [] } = {} } = row ?? {};
  // What a memoized function gives is no handle.
  const memoized = growth.container === (growth.node as CallLike).expression;
  if (row === undefined || memoized || (result.length === 0 && passedTo.length === 0)) return noUndoings;
  const { sightings, complete } = handedTo === undefined ? handlesOf(view, growth.node, result) : handedToCallback(view, growth.node as CallLike, handedTo);
  const found = sightings.map((sighting) => handleAt(view, sighting, row));
  const sites = found.flatMap((site) => (site === undefined || site === 'lost' ? [] : [site]));
  const handles = new Set(sightings.filter(({ path }) => path.length === 0).map(({ expression }) => expression));
  const kept = sightings.flatMap((sighting) => keptBy(view, sighting) ?? []);
  const puts = sightings.flatMap((sighting) => keyedPutOf(view, sighting) ?? []);
  // A container keeps what is put into it under a key in sight, but may hand it to others.
  const gone = sightings.filter((_, i) => found[i] === 'lost');
  const inSight = complete && gone.every(({ expression }) => puts.some(({ node }) => node === expression.parent));
  return { ...noUndoings, sites, handles, kept, puts, inSight, complete: inSight && gone.length === 0 && (owned !== true || kept.length === 0) };
}

/** `unsubscribe(name, f)` beside `subscribe(name, f)`: functions of one module that have no object between them. */
function bySibling(view: ProgramView, growth: GrowthSite, members: readonly string[]): readonly ts.CallExpression[] {
  const { ts: tsc } = view;
  if (!tsc.isIdentifier(peel(tsc, (growth.node as CallLike).expression))) return [];
  return view.files.flatMap((file) =>
    members.flatMap((member) =>
      (namesIn(tsc, file).get(member) ?? []).flatMap((id) => (tsc.isCallExpression(id.parent) && id.parent.expression === id && calleesOf(view, id.parent).length === 0 ? [id.parent] : [])),
    ),
  );
}

/** What the call is made on: the process's registries are reached through some object too. */
function receiverPlaces(view: ProgramView, growth: GrowthSite): readonly Place[] {
  const callee = peel(view.ts, (growth.node as CallLike).expression);
  return view.ts.isPropertyAccessExpression(callee) ? placesOf(view, callee.expression) : [];
}

/** Where what a call is made on gets to, when that is the handle: `job.start()`, and `jobs.get(id).stop()` somewhere else. */
function receiverSightings(view: ProgramView, growth: GrowthSite): readonly Sighting[] {
  if (growth.registers?.keyedBy !== 'receiver') return [];
  const whole = receiverPlaces(view, growth).filter(({ path }) => path.length === 0);
  const expressions = whole.flatMap(({ base }) => (base.kind === 'fresh' ? [base.node] : []));
  const declarations = whole.flatMap(({ base }) => (base.kind === 'variable' ? [base.declaration] : []));
  return handleFlow(view, { expressions, declarations }).sightings;
}

/** The registration that a call on this expression is. */
function registrationOn(view: ProgramView, expression: ts.Expression): ts.CallExpression | undefined {
  const { ts: tsc } = view;
  const access = expression.parent;
  if (!tsc.isPropertyAccessExpression(access) || access.expression !== expression) return undefined;
  const call = widest(tsc, access).parent;
  return tsc.isCallExpression(call) && rowsOfCall(view, call, 'registers').rows.length > 0 ? call : undefined;
}

function byOwner(view: ProgramView, growth: GrowthSite, names: readonly Place[]): Undoings {
  const { lists = [], members = [], passedTo = [] } = growth.registers?.undone ?? {};
  const { sightings, holders, complete } = usesOf(view, distinctPlaces([...names, ...receiverPlaces(view, growth)]));
  const calls = [...sightings, ...receiverSightings(view, growth)].flatMap((sighting) => (sighting.path.length === 0 ? (memberCall(view, sighting.expression, members) ?? []) : []));
  const others = [...calls, ...bySibling(view, growth, members)].filter((call) => undoesAnother(view, growth.node as CallLike, call));
  const replaced = sightings.flatMap((sighting) => {
    const taker = sighting.expression.parent;
    if (sighting.path.length === 0 && isCallLike(view.ts, taker) && passedTo.includes(nameOfCallee(view, taker) ?? '')) return [taker];
    const released = adoptedAt(view, sighting) ?? emptiedList(view, sighting, lists);
    // What runs by itself goes on when the name for it comes to mean another.
    if (released !== undefined || growth.registers?.keyedBy === 'receiver') return released ?? [];
    return replaces(view, sighting.expression, holders, 'registration') ?? [];
  });
  const undone = [...calls, ...bySibling(view, growth, members)].filter((call) => !others.includes(call));
  // What takes back another registration does its work there and is no failed attempt here.
  const registrations = sightings.flatMap(({ expression, path }) => (path.length === 0 ? (registrationOn(view, expression) ?? []) : []));
  const misses = others.filter((call) => !registrations.some((registration) => registration !== growth.node && !undoesAnother(view, registration, call)));
  return { ...noUndoings, sites: [...undone, ...replaced], complete, misses };
}

/** Everything that takes back what this registration adds to the location with these names. */
export function undoingsOf(view: ProgramView, growth: GrowthSite, names: readonly Place[]): Undoings {
  const owner = byOwner(view, growth, names);
  const handle = byHandle(view, growth);
  const argument = endedWithArgument(view, growth);
  const sites = [...new Set([...owner.sites, ...handle.sites, ...argument.sites])];
  return { ...handle, misses: owner.misses, sites, complete: owner.complete && handle.complete && argument.complete };
}
