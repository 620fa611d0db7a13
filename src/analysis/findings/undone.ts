/**
 * What takes a registration back. Computes, as the model tells, the calls of the owner's own members, of what the
 * registration returned, and of functions that are handed it; and whether the owner is replaced by another. A call that
 * names another event or function takes back something else. Assumes that parameters may stand for anything, and that a
 * handle which a library or an unseen caller gets may be used.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type CallLike, frameOf, isCallLike, isFunctionWithBody, peel, widest } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { callersOf } from '../graph/callers-of.js';
import type { Sighting } from '../graph/sighting.js';
import { flowFrom } from '../graph/value-flow.js';
import { calleesOf } from '../summaries/callees-of.js';
import { distinctPlaces, type Place, samePlace } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';

import { usesOf } from './location-uses.js';
import { replaces, type Shrinks } from './shrinks-of.js';

/** The call of one of these members, when the expression is its receiver; `cache.clear` goes through a property. */
function memberCall(view: ProgramView, expression: ts.Expression, members: readonly string[], before = ''): ts.CallExpression | undefined {
  const { ts: tsc } = view;
  const access = expression.parent;
  if (!tsc.isPropertyAccessExpression(access) || access.expression !== expression) return undefined;
  const path = `${before}${access.name.text}`;
  const outer = widest(tsc, access);
  if (members.includes(path)) return tsc.isCallExpression(outer.parent) && outer.parent.expression === outer ? outer.parent : undefined;
  return members.some((member) => member.startsWith(`${path}.`)) ? memberCall(view, outer, members, `${path}.`) : undefined;
}

/** Names that cannot stand for one another: locals, module variables and fields, but no parameters. */
function isProperName(view: ProgramView, { base }: Place): boolean {
  return base.kind === 'this' || (base.kind === 'variable' && !view.ts.isParameter(base.declaration));
}

/** Both say something of the registration's event or function, and not the same. */
function speakOfOthers(view: ProgramView, one: ts.Expression, other: ts.Expression): boolean {
  const { ts: tsc } = view;
  const added = peel(tsc, one);
  const removed = peel(tsc, other);
  if (tsc.isStringLiteralLike(added)) return tsc.isStringLiteralLike(removed) && added.text !== removed.text;
  // A function written in place has no other name to be taken back by.
  if (isFunctionWithBody(tsc, added)) return true;
  // A call that takes an id, a tag or a handle speaks of the registration in words of its own.
  if (view.checker.getTypeAtLocation(added).getCallSignatures().length === 0) return false;
  const here = placesOf(view, added);
  const there = placesOf(view, removed);
  return [...here, ...there].every((place) => isProperName(view, place)) && !here.some((place) => there.some((known) => samePlace(place, known)));
}

/** Whether a call undoes another registration than this one: of another event, or of another function. */
function undoesAnother(view: ProgramView, registration: CallLike, undo: ts.CallExpression): boolean {
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

/** What one sighting of the handle does: takes the registration back, leaves sight, or neither. */
function handleAt(view: ProgramView, { expression, path }: Sighting, result: readonly string[], passedTo: readonly string[]): ts.Node | 'lost' | undefined {
  const { ts: tsc } = view;
  if (path.length > 0) return undefined;
  const { parent } = expression;
  if (isCallLike(tsc, parent)) {
    if (parent.expression === expression) return result.includes('()') ? parent : undefined;
    if (passedTo.includes(nameOfCallee(view, parent) ?? '')) return parent;
    return calleesOf(view, parent).length === 0 ? 'lost' : undefined;
  }
  if (tsc.isVariableDeclaration(parent) && !tsc.isIdentifier(parent.name)) return 'lost';
  if (tsc.isReturnStatement(parent) || (tsc.isArrowFunction(parent) && parent.body === expression)) {
    const frame = tsc.isArrowFunction(parent) ? parent : frameOf(tsc, parent);
    return callersOf(view, frame).some((edge) => edge.pace === 'call') ? undefined : 'lost';
  }
  return memberCall(view, expression, result);
}

function byHandle(view: ProgramView, growth: GrowthSite): Shrinks {
  const { result = [], passedTo = [] } = growth.registers?.undone ?? {};
  if (result.length === 0 && passedTo.length === 0) return { sites: [], complete: true };
  const flow = flowFrom(view, { expressions: [{ expression: growth.node, path: [] }] }, (frame) =>
    callersOf(view, frame).flatMap(({ site, pace }) => (pace === 'call' && view.ts.isExpression(site) ? [site] : [])),
  );
  const found = flow.sightings.map((sighting) => handleAt(view, sighting, result, passedTo));
  const sites = found.flatMap((site) => (site === undefined || site === 'lost' ? [] : [site]));
  return { sites, complete: flow.complete && !found.includes('lost') };
}

/** What the call is made on: the process's registries are reached through some object too. */
function receiverPlaces(view: ProgramView, growth: GrowthSite): readonly Place[] {
  const callee = peel(view.ts, (growth.node as CallLike).expression);
  return view.ts.isPropertyAccessExpression(callee) ? placesOf(view, callee.expression) : [];
}

function byOwner(view: ProgramView, growth: GrowthSite, names: readonly Place[]): Shrinks {
  const { members = [], passedTo = [] } = growth.registers?.undone ?? {};
  const { sightings, holders, complete } = usesOf(view, distinctPlaces([...names, ...receiverPlaces(view, growth)]));
  const sites = sightings.flatMap((sighting) => {
    const call = sighting.path.length === 0 ? memberCall(view, sighting.expression, members) : undefined;
    if (call !== undefined) return undoesAnother(view, growth.node as CallLike, call) ? [] : [call];
    const taker = sighting.expression.parent;
    if (sighting.path.length === 0 && isCallLike(view.ts, taker) && passedTo.includes(nameOfCallee(view, taker) ?? '')) return [taker];
    return replaces(view, sighting.expression, holders, 'registration') ?? [];
  });
  return { sites, complete };
}

/** Everything that takes back what this registration adds to the location with these names. */
export function undoingsOf(view: ProgramView, growth: GrowthSite, names: readonly Place[]): Shrinks {
  const owner = byOwner(view, growth, names);
  const handle = byHandle(view, growth);
  return { sites: [...new Set([...owner.sites, ...handle.sites])], complete: owner.complete && handle.complete };
}
