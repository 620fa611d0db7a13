/**
 * Whether a place that some code uses outlives the turns of the loop that runs the code. Computes it by walking up the
 * callers, renaming the place at each call, until it hangs off something that exists once, is captured by what a
 * long-lived loop runs, or dies. Assumes that arguments a library supplies belong to the turn. What cannot be renamed is
 * unknown, and an unknown place is never certain to outlive anything.
 */
import type ts from 'typescript';

import { perProgram, type ProgramView } from '../../typescript/program-view.js';
import { type CallLike, classOf, type Frame, frameOf, isCallLike, isWithin } from '../../typescript/syntax.js';
import { lift } from '../summaries/lift.js';
import { frameOfVariable, isAbsolute, isLostInClosure, type Place, samePlace } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';

import { aliasesOf, slotAliasesOf } from './aliases-of.js';
import { type CallContext, contextAbove, noContext, sameContext } from './call-context.js';
import { continuesTurn, type Edge, startsTurn } from './edge.js';
import { endsWithCall } from './ends-with-call.js';
import { injectedLifetimeOf } from './injected-lifetime.js';
import { injectedAs } from './injected-place.js';
import { lastingRow, servedByConnection } from './lasting.js';
import { liveCallersOf } from './live-callers-of.js';
import { isLeftToCallers, isOffered } from './offered-instance.js';
import { instanceLifetimeOf, isOnceGuarded, type Recurrence, recurrenceOf, runsAtStart, runsInLoop, statementsAround } from './recurrence.js';
import { isShutOut } from './shut-out.js';
import { roundsAround, roundsReaching } from './waiting-rounds.js';

/** Why a place outlives a loop. */
export type Longevity =
  /** It hangs off a module, a class or the global object. */
  | 'absolute'
  /** A callback that the loop runs keeps it. */
  | 'captured'
  /** It lasts as long as a connection that serves many turns. */
  | 'connection'
  /** It is a local of code that loops for ever. */
  | 'endless'
  /** It hangs off an instance that exists outside any turn. */
  | 'instance'
  /** It sets itself again for ever, so that each start stays. */
  | 'restarted';

/** A place proved or suspected to outlive the loop that leads to it. */
export interface Residence {
  /** The place in the terms where it was decided. */
  readonly place: Place;
  readonly longevity: Longevity;
  readonly recurrence: Recurrence;
  /** Whether every step was certain. */
  readonly certain: boolean;
}

interface State {
  readonly frame: Frame;
  readonly site: ts.Node;
  readonly place: Place;
  readonly path: readonly Edge[];
  readonly context: CallContext;
  readonly certain: boolean;
}

const mostStates = 300;

/** What the site does to the place. */
export type Use =
  /** It assigns a slot anew. */
  | 'assign'
  /** It changes a container. */
  | 'change'
  /** It adds a reaction to a promise, which keeps it until it settles. */
  | 'react'
  /** It adds to the registry of a library's object, whose own life the library knows. */
  | 'register';

interface Search {
  readonly view: ProgramView;
  readonly use: Use;
  readonly pending: State[];
  readonly found: Residence[];
  /** The states already decided, by the site they are at. */
  readonly seen: Map<ts.Node, State[]>;
}

function join(path: readonly Edge[], recurrence: Recurrence): Recurrence {
  return { ...recurrence, path: [...recurrence.path, ...path] };
}

function settle(search: Search, state: State, place: Place, longevity: Longevity): void {
  const recurrence = recurrenceOf(search.view, state.frame, state.context, state.site);
  const statement = statementsAround(search.view, state.site, state.frame);
  if (statement !== undefined) {
    search.found.push({ place, longevity, certain: state.certain, recurrence: { evidence: 'loop', entry: undefined, statement, path: state.path } });
  } else if (recurrence !== undefined && (recurrence.evidence !== 'offered' || isOffered(search.view, recurrence))) {
    search.found.push({ place, longevity, certain: state.certain && recurrence.evidence !== 'unknown', recurrence: join(state.path, recurrence) });
  } else if (search.use === 'react') {
    const rounds = roundsReaching(search.view, state.site, state.path);
    if (rounds !== undefined) search.found.push({ place, longevity, certain: state.certain, recurrence: rounds });
  }
}

/** The expression that keeps a loop going, or undefined when the process itself does. */
function ownerOf(edge: Edge): ts.Expression | undefined {
  const owner = edge.row?.owner;
  if (owner === undefined || owner === 'process' || owner === 'result') return undefined;
  const call = edge.site as CallLike;
  if (owner !== 'receiver') return call.arguments?.[owner.argument];
  return 'expression' in call.expression ? (call.expression as ts.PropertyAccessExpression).expression : undefined;
}

/**
 * Whether a loop started at this edge goes on for as long as the process: a server's does, and any other when it was
 * started outside turns, or is kept going by something that outlives them. Undefined when nothing shows who starts it.
 */
function goesOn(search: Search, edge: Edge): boolean | undefined {
  const { view } = search;
  const owner = ownerOf(edge);
  const outlives = (): boolean =>
    owner !== undefined && placesOf(view, owner).some((place) => residencesOf(view, { frame: edge.frame, site: edge.site, place }).length > 0);
  if (runsInLoop(view, edge.frame)) return isOnceGuarded(view, edge.site) || outlives();
  if (runsAtStart(view, edge.frame) || edge.pace === 'connection' || edge.pace === 'request' || edge.pace === 'exported') return true;
  if (owner === undefined) return undefined;
  return placesOf(view, owner).some((place) => isAbsolute(view, place) || isKeptInstance(view, place)) ? true : undefined;
}

function isKeptInstance(view: ProgramView, { base }: Place): boolean {
  const owner = base.kind === 'this' ? classOf(view.ts, base.frame) : undefined;
  return owner !== undefined && instanceLifetimeOf(view, owner) === 'process';
}

function isLocal(view: ProgramView, frame: Frame, place: Place): boolean {
  const { base } = place;
  if (base.kind === 'fresh') return frameOf(view.ts, base.node) === frame;
  return base.kind === 'variable' && frameOfVariable(view, base.declaration) === frame && !isParameterLike(view, base.declaration);
}

function isParameterLike(view: ProgramView, declaration: ts.Declaration): boolean {
  let node: ts.Node = declaration;
  while (view.ts.isBindingElement(node) || view.ts.isBindingName(node)) node = node.parent;
  return view.ts.isParameter(node);
}

/** A local that was made before an endless statement around the site grows with its rounds. */
function settleLoopStatement(search: Search, state: State, place: Place): boolean {
  const { view } = search;
  const around = statementsAround(view, state.site, state.frame);
  const endless = around !== undefined && endsWithCall(view, around, state.frame) ? undefined : around;
  // A promise that stays pending gains a reaction in each round that goes on, however many there are.
  const waiting = endless === undefined && search.use === 'react' ? roundsAround(view, state.site, state.frame, state.path) : undefined;
  const recurrence: Recurrence | undefined = endless === undefined ? waiting : { evidence: 'loop', entry: undefined, statement: endless, path: state.path };
  if (recurrence?.statement === undefined) return false;
  const { base } = place;
  const origin = base.kind === 'variable' ? base.declaration : base.kind === 'fresh' ? base.node : undefined;
  if (origin !== undefined && isWithin(origin, recurrence.statement.loop)) return false;
  if (base.kind === 'unknown') return false;
  search.found.push({ place, longevity: base.kind === 'this' ? 'instance' : 'endless', certain: state.certain, recurrence });
  return true;
}

/** What a turn's start means for a place of the frame it runs: `true` when the place is seen to outlive it. */
function settleTurn(search: Search, state: State, place: Place, edge: Edge): boolean {
  const { view } = search;
  const isEntry = !isCallLike(view.ts, edge.site);
  // An instance that turns create may be found again in something that outlives them, but not as the turn's own `this`.
  const owner = place.base.kind === 'this' ? classOf(view.ts, place.base.frame) : undefined;
  if (owner !== undefined && instanceLifetimeOf(view, owner) === 'turn') return false;
  // A turn that runs a constructor makes the instance.
  if (owner !== undefined && view.ts.isConstructorDeclaration(state.frame) && classOf(view.ts, state.frame) === owner) return false;
  const lasts = isOfConnection(search, edge) || (isEntry ? !runsInLoop(view, edge.frame) : goesOn(search, edge));
  if (lasts !== true) return false;
  const unbound = place.base.kind === 'this' && place.base.frame === state.frame && edge.receiver === undefined;
  const evidence = edge.pace === 'exported' ? 'exported' : 'loop';
  search.found.push({ place, longevity: 'captured', certain: state.certain && !unbound, recurrence: { evidence, entry: edge, statement: undefined, path: state.path } });
  return true;
}

function climb(search: Search, state: State, place: Place): void {
  const { view } = search;
  const own = place.base.kind === 'variable' && frameOfVariable(view, place.base.declaration) === state.frame;
  for (const edge of liveCallersOf(view, state.frame)) {
    const context = contextAbove(state.context, state.frame, edge);
    if (context === undefined || isShutOut(view, state.site, edge) || (!startsTurn(edge) && isOnceGuarded(view, edge.site))) continue;
    const begins = startsTurn(edge) || edge.pace === 'exported';
    if (begins && (own || settleTurn(search, state, place, edge))) continue;
    if (!continuesTurn(edge) && !startsTurn(edge)) continue;
    const renamed = lift(view, place, state.frame, edge, (e) => placesOf(view, e));
    if (renamed === 'local') continue;
    for (const next of renamed) {
      // What a closure keeps so far away is anybody's: a queue of jobs would lead into everybody's queues.
      if (isLostInClosure(next)) continue;
      search.pending.push({ frame: edge.frame, site: edge.site, place: next, path: [edge, ...state.path], context, certain: state.certain && edge.pace !== 'unknown' });
    }
  }
}

/** Whether a promise of a connection's own code outlives the turns that the connection brings. */
function isOfConnection(search: Search, edge: Edge): boolean {
  if (search.use !== 'react' || (edge.pace !== 'message' && edge.pace !== 'event')) return false;
  return recurrenceOf(search.view, edge.frame)?.entry?.pace === 'connection';
}

function settleLasting(search: Search, state: State, place: Place): boolean {
  const row = search.use === 'register' || search.use === 'react' ? lastingRow(search.view, place) : undefined;
  if (row === undefined) return false;
  const recurrence = recurrenceOf(search.view, state.frame, state.context);
  const pace = recurrence?.entry?.pace;
  if (row.lifetime === 'process' || (pace !== undefined && servedByConnection.has(pace))) settle(search, state, place, row.lifetime === 'process' ? 'absolute' : 'connection');
  return true;
}

function decide(search: Search, state: State, place: Place): void {
  const { view } = search;
  if (settleLasting(search, state, place) || place.base.kind === 'unknown') return;
  // What is assigned anew belongs to whoever holds the slot, not to what was injected into it.
  const injected = injectedAs(view, search.use === 'assign' ? { base: place.base, path: place.path.slice(0, -1) } : place);
  if (injected !== undefined || isAbsolute(view, place)) {
    if (injected !== 'passes') settle(search, state, place, injected === undefined ? 'absolute' : 'instance');
    return;
  }
  if (settleLoopStatement(search, state, place) || isLocal(view, state.frame, place)) return;
  const owner = place.base.kind === 'this' ? classOf(view.ts, place.base.frame) : undefined;
  const lifetime = owner === undefined ? undefined : instanceLifetimeOf(view, owner);
  if (owner !== undefined && injectedLifetimeOf(view, owner) === 'turn') return;
  // An instance that is a container itself is kept by a name that its callers know.
  if (lifetime === 'process' && place.path.length > 0) {
    settle(search, state, place, 'instance');
    return;
  }
  // Nothing shows how long instances are kept that code outside the program creates.
  if (owner !== undefined && place.path.length > 0 && isLeftToCallers(view, owner)) settle(search, { ...state, certain: false }, place, 'instance');
  climb(search, state, place);
}

function explore(search: Search): void {
  let decided = 0;
  for (const state of search.pending) {
    if (decided > mostStates) return;
    const there = search.seen.get(state.site) ?? [];
    if (there.some((other) => other.frame === state.frame && samePlace(other.place, state.place) && sameContext(other.context, state.context))) continue;
    search.seen.set(state.site, [...there, state]);
    decided += 1;
    const names = search.use === 'assign' ? slotAliasesOf(search.view, state.place) : aliasesOf(search.view, state.place);
    for (const place of names) decide(search, state, place);
  }
}

const running = perProgram(() => new Set<ts.Node>());

/** Every way in which a place, used at a site of a frame, outlives a loop that runs the site; nearest first. */
export function residencesOf(view: ProgramView, at: { frame: Frame; site: ts.Node; place: Place }, use: Use = 'change'): readonly Residence[] {
  const active = running(view);
  if (active.has(at.site)) return [];
  active.add(at.site);
  const search: Search = { view, use, found: [], seen: new Map(), pending: [{ frame: at.frame, site: at.site, place: at.place, path: [], context: noContext, certain: true }] };
  explore(search);
  active.delete(at.site);
  return search.found;
}
