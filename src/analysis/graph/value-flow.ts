/**
 * Where a value goes. Computes every expression that a value can be seen at, through variables, fields, parameters,
 * returns, destructuring, literals and element reads, together with the path that still separates that expression
 * from the tracked value. Assumes fields are one cell for all instances (may-alias). Gives up `any`-typed channels,
 * computed members and values that pass through a library.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { fixedName, type Frame, frameOf, isCallLike, isFunctionWithBody, peel, widest } from '../../typescript/syntax.js';
import { calleesOf } from '../summaries/callees-of.js';
import { elementStep, type Segment, sameSegment } from '../summaries/place.js';
import { referencesOf } from '../summaries/references.js';

/** The value is at the end of `path`, starting from what `expression` evaluates to. */
export interface Sighting {
  readonly expression: ts.Expression;
  readonly path: readonly Segment[];
}

/** Where a frame is called from: asked when a value is returned. */
export type CallSites = (frame: Frame) => readonly ts.Expression[];

/** All sightings of a value; `complete` is false when there were too many to follow. */
export interface Flow {
  readonly sightings: readonly Sighting[];
  readonly complete: boolean;
}

const mostSightings = 400;
const elementReaders = new Set(['at', 'find', 'findLast', 'get', 'pop', 'shift']);
const sameValue = new Set(['add', 'bind', 'reverse', 'set', 'sort']);
/** Methods whose result holds the same elements without being the receiver. */
const copiesOfElements = new Set(['concat', 'entries', 'filter', 'slice', 'toReversed', 'toSorted', 'values']);
const callbacksOverElements = new Set(['every', 'filter', 'find', 'flatMap', 'forEach', 'map', 'some']);

interface Walk {
  readonly view: ProgramView;
  readonly callSites: CallSites;
  readonly pending: Sighting[];
  readonly seenDeclarations: Map<ts.Declaration, (readonly Segment[])[]>;
}

function samePath(a: readonly Segment[], b: readonly Segment[]): boolean {
  return a.length === b.length && a.every((s, i) => sameSegment(s, b[i] ?? s));
}

function see(walk: Walk, expression: ts.Expression, path: readonly Segment[]): void {
  walk.pending.push({ expression: widest(walk.view.ts, expression), path });
}

function seeBinding(walk: Walk, name: ts.BindingName, path: readonly Segment[]): void {
  const { ts: tsc } = walk.view;
  if (tsc.isIdentifier(name)) {
    seeDeclaration(walk, name.parent as ts.Declaration, path);
    return;
  }
  const [step, ...rest] = path;
  if (step === undefined) return;
  for (const element of name.elements) {
    if (tsc.isOmittedExpression(element)) continue;
    if (element.dotDotDotToken !== undefined) seeBinding(walk, element.name, path);
    else if (tsc.isArrayBindingPattern(name) ? step.kind === 'element' : step.kind === 'field' && fixedName(tsc, element.propertyName ?? element.name) === step.name) {
      seeBinding(walk, element.name, rest);
    }
  }
}

function seeDeclaration(walk: Walk, declaration: ts.Declaration, path: readonly Segment[]): void {
  const { view } = walk;
  const paths = walk.seenDeclarations.get(declaration) ?? [];
  if (paths.some((p) => samePath(p, path)) || path.length > 5) return;
  walk.seenDeclarations.set(declaration, [...paths, path]);
  for (const reference of referencesOf(view, declaration)) {
    if (view.ts.isBindingElement(reference)) seeBinding(walk, reference.name, path);
    else see(walk, reference, path);
  }
}

function seeParameter(walk: Walk, frame: Frame, index: number, path: readonly Segment[]): void {
  const { ts: tsc } = walk.view;
  if (tsc.isSourceFile(frame) || tsc.isPropertyDeclaration(frame)) return;
  const parameters = frame.parameters.filter((p) => p.name.getText() !== 'this');
  const last = parameters.at(-1);
  const parameter = parameters[index] ?? (last?.dotDotDotToken === undefined ? undefined : last);
  if (parameter === undefined) return;
  const inside = parameter.dotDotDotToken === undefined ? path : [elementStep(), ...path];
  if (tsc.isIdentifier(parameter.name)) seeDeclaration(walk, parameter, inside);
  else seeBinding(walk, parameter.name, inside);
}

function seeArgument(walk: Walk, call: ts.CallExpression | ts.NewExpression, index: number, path: readonly Segment[]): void {
  for (const callee of calleesOf(walk.view, call)) seeParameter(walk, callee, index, path);
}

function seeMember(walk: Walk, access: ts.PropertyAccessExpression, path: readonly Segment[]): void {
  const { ts: tsc } = walk.view;
  const name = access.name.text;
  const [step, ...rest] = path;
  const outer = widest(tsc, access);
  const call = tsc.isCallExpression(outer.parent) && outer.parent.expression === outer ? outer.parent : undefined;
  if (call !== undefined) {
    if (sameValue.has(name)) see(walk, call, path);
    if (step?.kind !== 'element') return;
    if (copiesOfElements.has(name)) see(walk, call, path);
    if (elementReaders.has(name)) see(walk, call, rest);
    const [callback] = call.arguments;
    if (callbacksOverElements.has(name) && callback !== undefined) {
      const frame = peel(tsc, callback);
      if (isFunctionWithBody(tsc, frame)) seeParameter(walk, frame, 0, rest);
    }
  } else if (step?.kind === 'field' && step.name === name) {
    see(walk, access, rest);
  }
}

function seeObjectMember(walk: Walk, property: ts.ObjectLiteralElementLike, path: readonly Segment[]): void {
  const { view } = walk;
  const { ts: tsc } = view;
  const name = fixedName(tsc, property.name);
  const literal = property.parent as ts.Expression;
  if (name === undefined) {
    see(walk, literal, [elementStep(), ...path]);
    return;
  }
  const contextual = tsc.isObjectLiteralExpression(literal) ? view.checker.getContextualType(literal)?.getProperty(name) : undefined;
  seeDeclaration(walk, property, path);
  for (const declaration of contextual?.declarations ?? []) if (declaration !== property) seeDeclaration(walk, declaration, path);
  see(walk, literal, [{ kind: 'field', name, declaration: property }, ...path]);
}

function seeAssigned(walk: Walk, target: ts.Expression, path: readonly Segment[]): void {
  const { view } = walk;
  const { ts: tsc } = view;
  const peeled = peel(tsc, target);
  const name = tsc.isPropertyAccessExpression(peeled) ? peeled.name : tsc.isIdentifier(peeled) ? peeled : undefined;
  if (name !== undefined) {
    const declaration = declarationAt(view, name);
    if (declaration !== undefined) seeDeclaration(walk, declaration, path);
  } else if (tsc.isElementAccessExpression(peeled)) {
    see(walk, peeled.expression, [elementStep(), ...path]);
  }
}

function follow(walk: Walk, { expression, path }: Sighting): void {
  const { view } = walk;
  const { ts: tsc } = view;
  const { SyntaxKind } = tsc;
  const { parent } = expression;
  const [step, ...rest] = path;
  if (tsc.isPropertyAccessExpression(parent) && parent.expression === expression) seeMember(walk, parent, path);
  else if (tsc.isElementAccessExpression(parent) && parent.expression === expression) {
    if (step?.kind === 'element' || step?.kind === 'field') see(walk, parent, rest);
  } else if (isCallLike(tsc, parent)) {
    const index = parent.arguments?.indexOf(expression) ?? -1;
    if (index >= 0) seeArgument(walk, parent, index, path);
  } else if (tsc.isVariableDeclaration(parent)) seeBinding(walk, parent.name, path);
  else if (tsc.isForOfStatement(parent) && parent.expression === expression) {
    const list = parent.initializer;
    const declaration = tsc.isVariableDeclarationList(list) ? list.declarations[0] : undefined;
    if (step?.kind === 'element' && declaration !== undefined) {
      if (tsc.isArrayBindingPattern(declaration.name)) for (const e of declaration.name.elements) if (tsc.isBindingElement(e)) seeBinding(walk, e.name, rest);
      if (!tsc.isArrayBindingPattern(declaration.name)) seeBinding(walk, declaration.name, rest);
    }
  } else if (tsc.isBinaryExpression(parent)) {
    const operator = parent.operatorToken.kind;
    const assigns = operator === SyntaxKind.EqualsToken || operator === SyntaxKind.QuestionQuestionEqualsToken || operator === SyntaxKind.BarBarEqualsToken;
    if (assigns && parent.right === expression) seeAssigned(walk, parent.left, path);
    const same = operator === SyntaxKind.QuestionQuestionToken || operator === SyntaxKind.BarBarToken || operator === SyntaxKind.AmpersandAmpersandToken || operator === SyntaxKind.CommaToken;
    if (assigns || same) see(walk, parent, path);
  } else if (tsc.isConditionalExpression(parent) && parent.condition !== expression) see(walk, parent, path);
  else if (tsc.isPropertyAssignment(parent) || tsc.isShorthandPropertyAssignment(parent)) seeObjectMember(walk, parent, path);
  else if (tsc.isPropertyDeclaration(parent)) seeDeclaration(walk, parent, path);
  else if (tsc.isExportAssignment(parent)) seeDeclaration(walk, parent, path);
  else if (tsc.isArrayLiteralExpression(parent)) see(walk, parent, [elementStep(), ...path]);
  else if (tsc.isSpreadElement(parent) && tsc.isArrayLiteralExpression(parent.parent)) {
    if (step?.kind === 'element') see(walk, parent.parent, path);
  }
  else if (tsc.isReturnStatement(parent) || (tsc.isArrowFunction(parent) && parent.body === expression)) {
    const frame = tsc.isArrowFunction(parent) ? parent : frameOf(tsc, parent);
    for (const site of walk.callSites(frame)) see(walk, site, path);
  }
}

/** Follows the values of these expressions and declarations forward; sightings come in the order they were found. */
export function flowFrom(view: ProgramView, start: { expressions?: readonly Sighting[]; declarations?: readonly (readonly [ts.Declaration, readonly Segment[]])[] }, callSites: CallSites): Flow {
  const walk: Walk = { view, callSites, pending: [], seenDeclarations: new Map() };
  for (const { expression, path } of start.expressions ?? []) see(walk, expression, path);
  for (const [declaration, path] of start.declarations ?? []) seeDeclaration(walk, declaration, path);
  const sightings: Sighting[] = [];
  const seen = new Map<ts.Expression, (readonly Segment[])[]>();
  for (let next = walk.pending.shift(); next !== undefined; next = walk.pending.shift()) {
    const { expression, path } = next;
    const paths = seen.get(expression) ?? [];
    if (paths.some((p) => samePath(p, path)) || path.length > 5) continue;
    seen.set(expression, [...paths, path]);
    sightings.push(next);
    if (sightings.length > mostSightings) return { sightings, complete: false };
    follow(walk, next);
  }
  return { sightings, complete: true };
}
