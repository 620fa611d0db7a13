/**
 * Other names of a location. Computes, for a place that leads through a field or a captured variable, what is stored
 * there when that is somebody else's container: an argument of the constructor or factory, a module's variable.
 * Assumes fields are written by name. Gives up what constructors are passed indirectly.
 */
import type ts from 'typescript';

import { containerMethodOf } from '../../typescript/container-methods.js';
import { memoPerProgram, type ProgramView } from '../../typescript/program-view.js';
import { fixedName, type Frame, frameOf, isCallLike, isFunctionWithBody, peel } from '../../typescript/syntax.js';
import { returnsIn } from '../facts/returns.js';
import { invocationOf } from '../summaries/invocation-of.js';
import { calleesOf, constructorOf, createdClass } from '../summaries/callees-of.js';
import { lift } from '../summaries/lift.js';
import { distinctPlaces, elementStep, isAbsolute, type Place, type Segment, within } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';
import { valuesOf } from '../summaries/values-of.js';

import { creationsOf } from './callers-of.js';

function lifted(view: ProgramView, place: Place, callee: Frame, call: ts.CallExpression | ts.NewExpression): readonly Place[] {
  const result = lift(view, place, callee, invocationOf(view, call), (e) => placesOf(view, e));
  return result === 'local' ? [] : result.filter((p) => p.base.kind !== 'unknown');
}

/** What a class's constructor stores in a field, in terms of the constructor. */
function storedByConstructor(view: ProgramView, declaration: ts.Declaration, constructor: ts.ConstructorDeclaration): readonly Place[] {
  if (view.ts.isParameter(declaration)) return [{ base: { kind: 'variable', declaration }, path: [] }];
  return valuesOf(view, declaration)
    .filter(({ value }) => frameOf(view.ts, value) === constructor)
    .flatMap(({ value }) => placesOf(view, value));
}

/** The elements of a copy are the elements of what was copied: `xs.filter(f)`, `Object.values(o)`, `Array.from(xs)`. */
function copiedElements(view: ProgramView, call: ts.CallExpression | ts.NewExpression): readonly Place[] {
  const { ts: tsc } = view;
  const callee = peel(tsc, call.expression);
  const [first] = call.arguments ?? [];
  if (!tsc.isPropertyAccessExpression(callee)) return [];
  const owner = callee.expression.getText();
  const name = callee.name.text;
  const lists = (owner === 'Object' && (name === 'values' || name === 'entries' || name === 'keys')) || (owner === 'Array' && name === 'from');
  const source = lists ? first : containerMethodOf(view, callee) === 'elements' ? callee.expression : undefined;
  return source === undefined ? [] : placesOf(view, source).map((p) => within(p, [elementStep()]));
}

function hasProperty(view: ProgramView, expression: ts.Expression, name: string): boolean {
  return view.checker.getTypeAtLocation(expression).getProperty(name) !== undefined;
}

/** Functions that return what functions return: deeper than this is not followed. */
const deepestReturn = 4;

/** One step into what an expression creates, as the frame of that expression names it. */
function stepInto(view: ProgramView, node: ts.Expression, step: Segment, depth = 0): readonly Place[] {
  const { ts: tsc } = view;
  if (isFunctionWithBody(tsc, node)) {
    if (step.kind === 'captured') return [{ base: { kind: 'variable', declaration: step.declaration }, path: [] }];
    return step.kind === 'captured-this' ? [{ base: { kind: 'this', frame: step.frame }, path: [] }] : [];
  }
  if (tsc.isObjectLiteralExpression(node)) {
    if (step.kind === 'captured') return [{ base: { kind: 'variable', declaration: step.declaration }, path: [] }];
    if (step.kind !== 'field') return [];
    const property = node.properties.find((p) => fixedName(tsc, p.name) === step.name);
    if (property === undefined) {
      return node.properties.flatMap((p) => (tsc.isSpreadAssignment(p) && hasProperty(view, p.expression, step.name) ? placesOf(view, p.expression).map((place) => within(place, [step])) : []));
    }
    if (tsc.isPropertyAssignment(property)) return placesOf(view, property.initializer);
    return tsc.isShorthandPropertyAssignment(property) ? placesOf(view, property.name) : [];
  }
  if (!isCallLike(tsc, node)) return [];
  if (step.kind === 'element') return copiedElements(view, node);
  const created = createdClass(view, node);
  if (created !== undefined) {
    const constructor = constructorOf(view, created);
    if (constructor === undefined || step.kind !== 'field' || step.declaration === undefined) return [];
    return storedByConstructor(view, step.declaration, constructor).flatMap((place) => lifted(view, place, constructor, node));
  }
  if (depth > deepestReturn) return [];
  return calleesOf(view, node).flatMap((callee) =>
    returnsIn(tsc, callee)
      .flatMap((returned) => placesOf(view, returned))
      .flatMap((place) => (place.base.kind === 'fresh' ? stepInto(view, peel(tsc, place.base.node), step, depth + 1) : [within(place, [step])]))
      .flatMap((place) => lifted(view, place, callee, node)),
  );
}

function throughCreation(view: ProgramView, place: Place): readonly Place[] {
  const [step, ...rest] = place.path;
  if (step === undefined) return [];
  const { base } = place;
  if (base.kind === 'fresh') return stepInto(view, peel(view.ts, base.node), step).map((p) => within(p, rest));
  if (base.kind !== 'variable') return [];
  const home = frameOf(view.ts, base.declaration);
  return valuesOf(view, base.declaration)
    .filter(({ value }) => frameOf(view.ts, value) === home)
    .flatMap(({ value }) => placesOf(view, value))
    .flatMap((p) => (p.base.kind === 'fresh' && p.path.length === 0 ? stepInto(view, peel(view.ts, p.base.node), step) : []))
    .map((p) => within(p, rest));
}

/** A place and what its creation was given, some steps back. */
function createdFrom(view: ProgramView, place: Place, steps: number): readonly Place[] {
  return steps === 0 ? [place] : [place, ...throughCreation(view, place).flatMap((p) => createdFrom(view, p, steps - 1))];
}

/** What exists once in the process among what is stored in a field. */
const directlyIn = memoPerProgram<ts.Declaration, readonly Place[]>(
  () => [],
  (view, field) => valuesOf(view, field).flatMap(({ value }) => placesOf(view, value)).filter((place) => isAbsolute(view, place)),
);

/** What exists once in the process among what a field's constructor is given to store there. */
const givenTo = memoPerProgram<ts.Declaration, readonly Place[]>(
  () => [],
  (view, field) => {
    const owner = view.ts.isParameter(field) ? field.parent.parent : field.parent;
    const constructor = view.ts.isClassLike(owner) ? constructorOf(view, owner) : undefined;
    if (constructor === undefined || !view.ts.isClassLike(owner)) return [];
    const given = storedByConstructor(view, field, constructor).flatMap((stored) =>
      creationsOf(view, owner).flatMap((edge) => {
        const result = lift(view, stored, constructor, edge, (e) => placesOf(view, e));
        return result === 'local' ? [] : result.flatMap((place) => createdFrom(view, place, 2));
      }),
    );
    return distinctPlaces(given.filter((place) => isAbsolute(view, place)));
  },
);

/** Process-wide containers that any instance's field may stand for. */
function throughFields(view: ProgramView, { base, path }: Place): readonly Place[] {
  return path.flatMap((step, i): readonly Place[] => {
    if (step.kind !== 'field' || step.declaration === undefined) return [];
    const given = i > 0 || base.kind !== 'this' ? [] : givenTo(view, step.declaration);
    return [...directlyIn(view, step.declaration), ...given].map((place) => within(place, path.slice(i + 1)));
  });
}

/** The place and everything else it may be an alias of, itself first. */
export function aliasesOf(view: ProgramView, place: Place): readonly Place[] {
  let all: readonly Place[] = [place];
  let frontier: readonly Place[] = [place];
  for (let round = 0; round < 3 && frontier.length > 0; round += 1) {
    const known = all;
    const found = frontier.flatMap((p) => [...throughCreation(view, p), ...throughFields(view, p)]);
    all = distinctPlaces([...known, ...found]).slice(0, 12);
    frontier = all.slice(known.length);
  }
  return all;
}

/** The names of a slot that is assigned anew: its holder may have others, but what it held before is not the slot. */
export function slotAliasesOf(view: ProgramView, slot: Place): readonly Place[] {
  const last = slot.path.at(-1);
  if (last === undefined) return [slot];
  return aliasesOf(view, { base: slot.base, path: slot.path.slice(0, -1) }).map((holder) => within(holder, [last]));
}
