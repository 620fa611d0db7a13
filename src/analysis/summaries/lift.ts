/**
 * A callee's place as its caller names it. Computes the substitution of arguments, receiver and captured environment
 * at one call. Assumes a closure called from inside the function that made its variables sees that same activation.
 * Gives up spread arguments.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf, isStaticMember, isWithin } from '../../typescript/syntax.js';

import { frameOfVariable, isAbsolute, type Place, type Segment, within } from './place.js';

/** One way in which a frame comes to run. */
export interface Invocation {
  /** The frame that makes it run. */
  readonly frame: Frame;
  /** The expression that makes it run. */
  readonly site: ts.Node;
  /** The caller's expressions by parameter position; undefined where a library supplies the argument. */
  readonly arguments: readonly ts.Expression[] | undefined;
  /** What `this` is: the receiver of a method call, the `new` expression of a constructor. */
  readonly receiver: ts.Expression | undefined;
  /** The value through which the function was reached: itself, or the object that holds it. */
  readonly anchor: ts.Expression | undefined;
}

/** How places are read in the caller; given by whoever composes, to keep this step free of recursion. */
export type ReadPlaces = (expression: ts.Expression) => readonly Place[];

/** The fate of a callee's place at a call: its names in the caller, or that it dies with the callee's activation. */
export type Lifted = 'local' | readonly Place[];

function parameterOf(view: ProgramView, declaration: ts.Declaration): { parameter: ts.ParameterDeclaration; steps: readonly Segment[] } | undefined {
  const { ts: tsc } = view;
  const steps: Segment[] = [];
  let node: ts.Node = declaration;
  while (tsc.isBindingElement(node) || tsc.isObjectBindingPattern(node) || tsc.isArrayBindingPattern(node)) {
    if (tsc.isBindingElement(node) && node.dotDotDotToken === undefined) {
      const name = node.propertyName ?? node.name;
      const inObject = tsc.isObjectBindingPattern(node.parent) && tsc.isIdentifier(name);
      steps.unshift(inObject ? { kind: 'field', name: name.text, declaration: undefined } : { kind: 'element' });
    }
    node = node.parent;
  }
  return tsc.isParameter(node) ? { parameter: node, steps } : undefined;
}

function liftParameter(view: ProgramView, place: Place, declaration: ts.Declaration, call: Invocation, read: ReadPlaces): Lifted | undefined {
  const found = parameterOf(view, declaration);
  if (found === undefined) return undefined;
  const { parameter, steps } = found;
  const unknown: Place = { base: { kind: 'unknown', node: call.site }, path: [] };
  if (call.arguments === undefined) return [unknown];
  const owner = parameter.parent;
  const thisOffset = owner.parameters[0]?.name.getText() === 'this' ? 1 : 0;
  const index = owner.parameters.indexOf(parameter) - thisOffset;
  const given = parameter.dotDotDotToken === undefined ? call.arguments.slice(index, index + 1) : call.arguments.slice(index);
  const path = parameter.dotDotDotToken === undefined ? [...steps, ...place.path] : place.path.slice(1);
  if (given.length === 0) {
    const byDefault = parameter.initializer === undefined ? [unknown] : read(parameter.initializer).filter((p) => isAbsolute(view, p));
    return byDefault.length === 0 ? 'local' : byDefault.map((p) => within(p, path));
  }
  return given.flatMap((argument) => (view.ts.isSpreadElement(argument) ? [unknown] : read(argument).map((p) => within(p, path))));
}

function throughAnchor(place: Place, step: Segment, call: Invocation, read: ReadPlaces): readonly Place[] {
  if (call.anchor === undefined) return [{ base: { kind: 'unknown', node: call.site }, path: place.path }];
  return read(call.anchor).map((p) => within(p, [step, ...place.path]));
}

/** Renames a place of `callee` into the terms of the frame that makes it run. */
export function lift(view: ProgramView, place: Place, callee: Frame, call: Invocation, read: ReadPlaces): Lifted {
  const { base } = place;
  if (isAbsolute(view, place) || base.kind === 'global' || base.kind === 'kept' || base.kind === 'unknown') return [place];
  const unknown: Place = { base: { kind: 'unknown', node: call.site }, path: place.path };
  if (base.kind === 'fresh') return frameOf(view.ts, base.node) === callee ? 'local' : [place];
  if (base.kind === 'variable') {
    const home = frameOfVariable(view, base.declaration);
    if (home === callee) return liftParameter(view, place, base.declaration, call, read) ?? 'local';
    if (!isWithin(callee, home)) return [unknown];
    if (isWithin(call.frame, home)) return [place];
    return throughAnchor(place, { kind: 'captured', declaration: base.declaration }, call, read);
  }
  const owner = base.frame;
  if (owner === callee) {
    if (call.receiver === undefined) return [unknown];
    if (view.ts.isClassLike(owner.parent) && isStaticMember(view.ts, owner)) return [{ base: { kind: 'variable', declaration: owner.parent }, path: place.path }];
    return read(call.receiver).map((p) => within(p, place.path));
  }
  if (!isWithin(callee, owner)) return [unknown];
  if (isWithin(call.frame, owner)) return [place];
  return throughAnchor(place, { kind: 'captured-this', frame: owner }, call, read);
}
