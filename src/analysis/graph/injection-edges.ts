/**
 * What makes injected code run although no call shows it. Computes when a container creates instances of a class, or
 * calls a factory: at start for what it keeps, in each request for what lives that long, and for the rest wherever a
 * consumer asks for one. Assumes that a container is asked for everything it knows.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf, isFunctionWithBody } from '../../typescript/syntax.js';

import { type Binding, bindingsMaking } from './bindings.js';
import type { Edge, Pace } from './edge.js';
import { keptOf, lifetimeOfMade } from './injected-lifetime.js';
import { type Consumer, type Injection, injectionsGiving } from './injections.js';

function paced(view: ProgramView, made: Consumer, pace: Pace): Edge {
  const site = view.ts.isClassLike(made) ? (made.name ?? made) : made;
  return { frame: frameOf(view.ts, made), site, arguments: undefined, receiver: undefined, anchor: undefined, pace, row: undefined };
}

/** The expression that holds what was asked for, where it was asked for. */
function receiverOf(view: ProgramView, { at, name }: Injection): ts.Expression | undefined {
  if (name !== undefined || view.ts.isPropertyDeclaration(at)) return undefined;
  if (view.ts.isExpression(at)) return at;
  return view.ts.isIdentifier(at.name) ? at.name : undefined;
}

function asked(view: ProgramView, injection: Injection): Edge {
  const receiver = receiverOf(view, injection);
  return { frame: injection.frame, site: injection.at, arguments: undefined, receiver, anchor: receiver, pace: 'call', row: undefined };
}

/** What is kept where it was registered is made once each time that happens: containers may be made in turns too. */
function registered(view: ProgramView, { site }: Binding): Edge {
  return { frame: frameOf(view.ts, site), site, arguments: undefined, receiver: undefined, anchor: undefined, pace: 'call', row: undefined };
}

function runsOf(view: ProgramView, made: Consumer): readonly Edge[] {
  const kept = keptOf(view, made);
  if (kept === undefined) return [];
  const lifetime = lifetimeOfMade(view, made);
  if (lifetime === 'turn') return [paced(view, made, 'request')];
  if (lifetime === 'process') {
    const registrations = bindingsMaking(view, made).filter(({ row }) => row.by === 'call');
    return registrations.length === 0 ? [paced(view, made, 'start')] : registrations.map((binding) => registered(view, binding));
  }
  return kept.keep === 'consumer' ? injectionsGiving(view, made).map((injection) => asked(view, injection)) : [];
}

/** The creations of a class's instances by injection. */
export function injectedCreations(view: ProgramView, declaration: ts.ClassLikeDeclaration): readonly Edge[] {
  return runsOf(view, declaration);
}

/** The runs of a function that is registered to make what is injected. */
export function injectedRuns(view: ProgramView, frame: Frame): readonly Edge[] {
  return isFunctionWithBody(view.ts, frame) ? runsOf(view, frame) : [];
}
