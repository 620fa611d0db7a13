/**
 * Where a value goes. Computes every expression that a value can be seen at, through variables, fields, parameters,
 * returns, destructuring, literals and element reads, together with the path that still separates that expression
 * from the tracked value. Assumes fields are one cell for all instances (may-alias). Gives up `any`-typed channels,
 * computed members and values that pass through a library.
 */
import type ts from 'typescript';

import { containerMethodOf, iteratesElements } from '../../typescript/container-methods.js';
import { contextualMember } from '../../typescript/contextual-member.js';
import { declarationAt, declarationsAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { fixedName, type Frame, frameOf, isCallLike, isFunctionWithBody, isWithin, peel, widest } from '../../typescript/syntax.js';
import { calleesOf } from '../summaries/callees-of.js';
import { elementStep, type Segment } from '../summaries/place.js';
import { racedElements } from '../summaries/raced-elements.js';
import { referencesOf } from '../summaries/references.js';

import { chainAt, crossed } from './crossing.js';
import { sameVisit, type Sighting } from './sighting.js';

/** What a step of the walk hands on. */
type Context = Pick<Sighting, 'entered' | 'left'>;

/** Where a frame is called from: asked when a value is returned. */
export type CallSites = (frame: Frame) => readonly ts.Expression[];

/** All sightings of a value; `complete` is false when there were too many to follow. */
export interface Flow {
  readonly sightings: readonly Sighting[];
  readonly complete: boolean;
}

const mostSightings = 600;

interface Walk {
  readonly view: ProgramView;
  readonly callSites: CallSites;
  readonly pending: Sighting[];
  readonly seenDeclarations: Map<ts.Declaration, Omit<Sighting, 'expression'>[]>;
}

function see(walk: Walk, expression: ts.Expression, path: readonly Segment[], context: Context): void {
  walk.pending.push({ expression: widest(walk.view.ts, expression), path, entered: context.entered, left: context.left });
}

function seeBinding(walk: Walk, name: ts.BindingName, path: readonly Segment[], context: Context): void {
  const { ts: tsc } = walk.view;
  if (tsc.isIdentifier(name)) {
    seeDeclaration(walk, name.parent as ts.Declaration, path, context);
    return;
  }
  const [step, ...rest] = path;
  if (step === undefined) return;
  for (const element of name.elements) {
    if (tsc.isOmittedExpression(element)) continue;
    if (element.dotDotDotToken !== undefined) seeBinding(walk, element.name, path, context);
    else if (tsc.isArrayBindingPattern(name) ? step.kind === 'element' : step.kind === 'field' && fixedName(tsc, element.propertyName ?? element.name) === step.name) {
      seeBinding(walk, element.name, rest, context);
    }
  }
}

function seeDeclaration(walk: Walk, declaration: ts.Declaration, path: readonly Segment[], context: Context): void {
  const { view } = walk;
  const kept: Context = { entered: chainAt(declaration, context.entered), left: context.left };
  const visit = { path, ...kept };
  const visits = walk.seenDeclarations.get(declaration) ?? [];
  if (visits.some((v) => sameVisit(v, visit)) || path.length > 5) return;
  walk.seenDeclarations.set(declaration, [...visits, visit]);
  for (const reference of referencesOf(view, declaration)) {
    if (view.ts.isBindingElement(reference)) seeBinding(walk, reference.name, path, kept);
    else see(walk, reference, path, kept);
  }
}

function seeParameter(walk: Walk, frame: Frame, index: number, path: readonly Segment[], context: Context): void {
  const { ts: tsc } = walk.view;
  if (tsc.isSourceFile(frame) || tsc.isPropertyDeclaration(frame)) return;
  const parameters = frame.parameters.filter((p) => p.name.getText() !== 'this');
  const last = parameters.at(-1);
  const parameter = parameters[index] ?? (last?.dotDotDotToken === undefined ? undefined : last);
  if (parameter === undefined) return;
  const inside = parameter.dotDotDotToken === undefined ? path : [elementStep(), ...path];
  if (tsc.isIdentifier(parameter.name)) seeDeclaration(walk, parameter, inside, context);
  else seeBinding(walk, parameter.name, inside, context);
}

function seeArgument(walk: Walk, call: ts.CallExpression | ts.NewExpression, index: number, path: readonly Segment[], context: Context): void {
  for (const callee of calleesOf(walk.view, call)) {
    seeParameter(walk, callee, index, path, { entered: crossed(callee, call, context.entered), left: context.left });
  }
}

/** `promise.then(callback)`: what the promise brings is the callback's. */
function givesWhatItAwaits(view: ProgramView, access: ts.PropertyAccessExpression): boolean {
  return access.name.text === 'then' && declarationsAt(view, access.name).some((declaration) => view.program.isSourceFileDefaultLibrary(declaration.getSourceFile()));
}

function seeMember(walk: Walk, access: ts.PropertyAccessExpression, path: readonly Segment[], context: Context): void {
  const { ts: tsc } = walk.view;
  const [step, ...rest] = path;
  const outer = widest(tsc, access);
  const call = tsc.isCallExpression(outer.parent) && outer.parent.expression === outer ? outer.parent : undefined;
  if (call === undefined) {
    if (step?.kind === 'field' && step.name === access.name.text) see(walk, access, rest, context);
    return;
  }
  const method = containerMethodOf(walk.view, access);
  if (method === 'same') see(walk, call, path, context);
  const [callback] = call.arguments;
  const frame = callback === undefined ? undefined : peel(tsc, callback);
  if (frame !== undefined && isFunctionWithBody(tsc, frame) && givesWhatItAwaits(walk.view, access)) seeParameter(walk, frame, 0, path, context);
  if (step?.kind !== 'element') return;
  if (method === 'elements') see(walk, call, path, context);
  if (method === 'element') see(walk, call, rest, context);
  if (frame !== undefined && isFunctionWithBody(tsc, frame) && iteratesElements(walk.view, access)) seeParameter(walk, frame, 0, rest, context);
}

function seeObjectMember(walk: Walk, property: ts.PropertyAssignment | ts.ShorthandPropertyAssignment, path: readonly Segment[], context: Context): void {
  const { view } = walk;
  const { ts: tsc } = view;
  const name = fixedName(tsc, property.name);
  const literal = property.parent;
  if (name === undefined) {
    see(walk, literal, [elementStep(), ...path], context);
    return;
  }
  const contextual = contextualMember(view, literal, property.name);
  seeDeclaration(walk, property, path, context);
  for (const declaration of contextual?.declarations ?? []) if (declaration !== property) seeDeclaration(walk, declaration, path, context);
  see(walk, literal, [{ kind: 'field', name, declaration: property }, ...path], context);
}

function seeAssigned(walk: Walk, target: ts.Expression, path: readonly Segment[], context: Context): void {
  const { view } = walk;
  const { ts: tsc } = view;
  const peeled = peel(tsc, target);
  const name = tsc.isPropertyAccessExpression(peeled) ? peeled.name : tsc.isIdentifier(peeled) ? peeled : undefined;
  if (name !== undefined) {
    const declaration = declarationAt(view, name);
    if (declaration !== undefined) seeDeclaration(walk, declaration, path, context);
  } else if (tsc.isElementAccessExpression(peeled)) {
    see(walk, peeled.expression, [elementStep(), ...path], context);
  }
}

/** A value that came in through a call leaves through the same call; one made inside leaves through any. */
function seeReturned(walk: Walk, frame: Frame, { path, entered, left }: Sighting): void {
  if (entered?.frame === frame) {
    if (walk.view.ts.isExpression(entered.call)) see(walk, entered.call, path, { entered: entered.outer, left });
    return;
  }
  for (const site of walk.callSites(frame)) {
    const still = entered !== undefined && isWithin(site, entered.frame) ? entered : undefined;
    see(walk, site, path, { entered: still, left: crossed(frame, site, left) });
  }
}

function follow(walk: Walk, sighting: Sighting): void {
  const { expression, path } = sighting;
  const context: Context = sighting;
  const { view } = walk;
  const { ts: tsc } = view;
  const { SyntaxKind } = tsc;
  const { parent } = expression;
  const [step, ...rest] = path;
  if (tsc.isPropertyAccessExpression(parent) && parent.expression === expression) seeMember(walk, parent, path, context);
  else if (tsc.isElementAccessExpression(parent) && parent.expression === expression) {
    if (step?.kind === 'element' || step?.kind === 'field') see(walk, parent, rest, context);
  } else if (isCallLike(tsc, parent)) {
    const index = parent.arguments?.indexOf(expression) ?? -1;
    if (index >= 0) seeArgument(walk, parent, index, path, context);
    if (index === 0 && step?.kind === 'element' && tsc.isCallExpression(parent) && racedElements(view, parent) !== undefined) see(walk, parent, rest, context);
  } else if (tsc.isVariableDeclaration(parent)) seeBinding(walk, parent.name, path, context);
  else if (tsc.isForOfStatement(parent) && parent.expression === expression) {
    const list = parent.initializer;
    const declaration = tsc.isVariableDeclarationList(list) ? list.declarations[0] : undefined;
    if (step?.kind === 'element' && declaration !== undefined) {
      if (tsc.isArrayBindingPattern(declaration.name)) for (const e of declaration.name.elements) if (tsc.isBindingElement(e)) seeBinding(walk, e.name, rest, context);
      if (!tsc.isArrayBindingPattern(declaration.name)) seeBinding(walk, declaration.name, rest, context);
    }
  } else if (tsc.isBinaryExpression(parent)) {
    const operator = parent.operatorToken.kind;
    const assigns = operator === SyntaxKind.EqualsToken || operator === SyntaxKind.QuestionQuestionEqualsToken || operator === SyntaxKind.BarBarEqualsToken;
    if (assigns && parent.right === expression) seeAssigned(walk, parent.left, path, context);
    const same = operator === SyntaxKind.QuestionQuestionToken || operator === SyntaxKind.BarBarToken || operator === SyntaxKind.AmpersandAmpersandToken || operator === SyntaxKind.CommaToken;
    if (assigns || same) see(walk, parent, path, context);
  } else if (tsc.isConditionalExpression(parent) && parent.condition !== expression) see(walk, parent, path, context);
  else if (tsc.isPropertyAssignment(parent) || tsc.isShorthandPropertyAssignment(parent)) seeObjectMember(walk, parent, path, context);
  // The members of what is spread are those of the literal too.
  else if (tsc.isSpreadAssignment(parent)) {
    if (step?.kind === 'field') see(walk, parent.parent, path, context);
  } else if (tsc.isPropertyDeclaration(parent)) seeDeclaration(walk, parent, path, context);
  else if (tsc.isExportAssignment(parent)) seeDeclaration(walk, parent, path, context);
  else if (tsc.isArrayLiteralExpression(parent)) see(walk, parent, [elementStep(), ...path], context);
  else if (tsc.isSpreadElement(parent) && tsc.isArrayLiteralExpression(parent.parent)) {
    if (step?.kind === 'element') see(walk, parent.parent, path, context);
  }
  else if (tsc.isReturnStatement(parent) || (tsc.isArrowFunction(parent) && parent.body === expression)) {
    const frame = tsc.isArrowFunction(parent) ? parent : frameOf(tsc, parent);
    seeReturned(walk, frame, sighting);
  }
}

/** Follows the values of these expressions and declarations forward; sightings come in the order they were found. */
export function flowFrom(view: ProgramView, start: { expressions?: readonly Sighting[]; declarations?: readonly (readonly [ts.Declaration, readonly Segment[]])[] }, callSites: CallSites): Flow {
  const walk: Walk = { view, callSites, pending: [], seenDeclarations: new Map() };
  for (const { expression, path } of start.expressions ?? []) see(walk, expression, path, {});
  for (const [declaration, path] of start.declarations ?? []) seeDeclaration(walk, declaration, path, {});
  const sightings: Sighting[] = [];
  const seen = new Map<ts.Expression, Sighting[]>();
  for (let next = walk.pending.shift(); next !== undefined; next = walk.pending.shift()) {
    const current = next;
    const visits = seen.get(current.expression) ?? [];
    if (visits.some((v) => sameVisit(v, current)) || current.path.length > 5) continue;
    seen.set(current.expression, [...visits, current]);
    sightings.push(next);
    if (sightings.length > mostSightings) return { sightings, complete: false };
    follow(walk, next);
  }
  return { sightings, complete: true };
}
