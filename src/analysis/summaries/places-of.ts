/**
 * Which locations an expression may denote. Computes access paths in the terms of the frame the expression stands in:
 * local aliases, destructuring, element reads, getters and the results of the project's functions are seen through,
 * the latter by lifting what they return. Assumes flow-insensitivity: any value a variable ever gets in its own
 * frame may be there. Gives up reassignment from other frames and paths longer than the limit.
 */
import type ts from 'typescript';

import { containerKindOf } from '../../typescript/container-kind.js';
import { containerMethodOf, iteratesElements } from '../../typescript/container-methods.js';
import { declarationAt, declarationsAt } from '../../typescript/declaration-of.js';
import { memoPerProgram, type ProgramView } from '../../typescript/program-view.js';
import { fixedName, frameOf, isFunctionWithBody, isStaticMember, peel } from '../../typescript/syntax.js';
import { returnsIn } from '../facts/returns.js';

import { calleesOf } from './callees-of.js';
import { dependencyPlaces } from './dependency-places.js';
import { invocationOf } from './invocation-of.js';
import { type Invocation, lift } from './lift.js';
import { distinctPlaces, elementStep, isAbsolute, type Place, within } from './place.js';
import { thisPlace } from './this-place.js';
import { valuesOf } from './values-of.js';

function fresh(node: ts.Expression): Place {
  return { base: { kind: 'fresh', node }, path: [] };
}

function resultPlaces(view: ProgramView, call: ts.CallExpression): readonly Place[] {
  const invocation = invocationOf(view, call);
  const results: Place[] = [];
  for (const callee of calleesOf(view, call)) {
    for (const returned of returnsIn(view.ts, callee)) {
      for (const place of placesOf(view, returned)) {
        const lifted = lift(view, place, callee, invocation, (e) => placesOf(view, e));
        if (lifted === 'local') results.push(fresh(call));
        else results.push(...lifted);
      }
    }
  }
  return results.length === 0 ? [fresh(call)] : results;
}

/** What a function out of sight gives: something new, unless the dependency's own code tells otherwise. */
function foreignPlaces(view: ProgramView, call: ts.CallExpression): readonly Place[] {
  const places = dependencyPlaces(view, call, (e) => placesOf(view, e));
  return places.length === 0 ? [fresh(call)] : places;
}

function callPlaces(view: ProgramView, call: ts.CallExpression): readonly Place[] {
  const { ts: tsc } = view;
  const callee = peel(tsc, call.expression);
  if (calleesOf(view, call).length > 0) return resultPlaces(view, call);
  if (!tsc.isPropertyAccessExpression(callee)) return foreignPlaces(view, call);
  const name = callee.name.text;
  const method = containerMethodOf(view, callee);
  if (method === 'element' && containerKindOf(view, callee.expression) === 'weak') return [fresh(call)];
  if (method === 'element') return placesOf(view, callee.expression).map((p) => within(p, [elementStep()]));
  if (method === 'same') return placesOf(view, callee.expression);
  const [first] = call.arguments;
  const assigns = name === 'assign' && callee.expression.getText() === 'Object';
  return assigns && first !== undefined ? placesOf(view, first) : foreignPlaces(view, call);
}

function getterPlaces(view: ProgramView, access: ts.Expression, receiver: ts.Expression, getter: ts.GetAccessorDeclaration): readonly Place[] {
  const invocation: Invocation = {
    frame: frameOf(view.ts, access),
    site: access,
    arguments: [],
    receiver,
    anchor: receiver,
  };
  return returnsIn(view.ts, getter)
    .flatMap((returned) => placesOf(view, returned))
    .flatMap((place) => {
      const lifted = lift(view, place, getter, invocation, (e) => placesOf(view, e));
      return lifted === 'local' ? [fresh(access)] : lifted;
    });
}

function isGlobalObject(view: ProgramView, node: ts.Expression): boolean {
  return view.ts.isIdentifier(node) && (node.text === 'globalThis' || node.text === 'global');
}

function accessPlaces(view: ProgramView, access: ts.PropertyAccessExpression): readonly Place[] {
  const { ts: tsc } = view;
  const object = peel(tsc, access.expression);
  if (isGlobalObject(view, object)) return [{ base: { kind: 'global', name: access.name.text }, path: [] }];
  const declarations = declarationsAt(view, access.name);
  const getter = declarations.find((d) => tsc.isGetAccessorDeclaration(d) && d.body !== undefined);
  if (getter !== undefined && tsc.isGetAccessorDeclaration(getter)) return getterPlaces(view, access, access.expression, getter);
  const declaration = declarationAt(view, access.name);
  if (declaration !== undefined && isModuleMember(view, declaration)) return variablePlaces(view, declaration);
  if (declaration !== undefined && tsc.isClassElement(declaration) && isStaticMember(tsc, declaration) && tsc.isClassLike(declaration.parent)) {
    return [{ base: { kind: 'variable', declaration: declaration.parent }, path: [{ kind: 'field', name: access.name.text, declaration }] }];
  }
  return placesOf(view, access.expression).map((p) => within(p, [{ kind: 'field', name: access.name.text, declaration }]));
}

function isModuleMember(view: ProgramView, declaration: ts.Declaration): boolean {
  const { ts: tsc } = view;
  return tsc.isVariableDeclaration(declaration) || tsc.isFunctionDeclaration(declaration) || tsc.isClassDeclaration(declaration) || tsc.isBindingElement(declaration);
}

function elementAccessPlaces(view: ProgramView, access: ts.ElementAccessExpression): readonly Place[] {
  const { ts: tsc } = view;
  const object = peel(tsc, access.expression);
  const key = peel(tsc, access.argumentExpression);
  const name = tsc.isStringLiteralLike(key) ? key.text : undefined;
  if (isGlobalObject(view, object)) return [{ base: { kind: 'global', name: name ?? '[…]' }, path: [] }];
  const step = name === undefined ? elementStep() : ({ kind: 'field', name, declaration: declarationAt(view, key) } as const);
  return placesOf(view, access.expression).map((p) => within(p, [step]));
}

/** The container whose elements a callback's first parameter runs through: `xs` in `xs.forEach((x) => …)`. */
function iteratedBy(view: ProgramView, parameter: ts.ParameterDeclaration): readonly Place[] | undefined {
  const { ts: tsc } = view;
  const callback = parameter.parent;
  const call = callback.parent as ts.Node | undefined;
  if (call === undefined || callback.parameters[0] !== parameter || !tsc.isCallExpression(call) || !tsc.isExpression(callback) || call.arguments[0] !== callback) return undefined;
  const callee = call.expression;
  return tsc.isPropertyAccessExpression(callee) && iteratesElements(view, callee) ? placesOf(view, callee.expression) : undefined;
}

/** The places of a destructured variable: the pattern's source, one step in. */
function bindingPlaces(view: ProgramView, element: ts.BindingElement): readonly Place[] {
  const { ts: tsc } = view;
  const pattern = element.parent;
  const owner = pattern.parent;
  const sources = tsc.isBindingElement(owner)
    ? bindingPlaces(view, owner)
    : variablePlaces(view, owner);
  if (element.dotDotDotToken !== undefined) return sources;
  const name = fixedName(tsc, element.propertyName ?? element.name);
  if (tsc.isArrayBindingPattern(pattern) || name === undefined) {
    // `for (const [key, value] of map)` and `map.forEach(([key, value]) => …)`: the pair is the element already.
    const ofEntries = tsc.isParameter(owner) ? iteratedBy(view, owner) !== undefined : tsc.isVariableDeclaration(owner) && tsc.isForOfStatement(owner.parent.parent);
    return ofEntries ? sources : sources.map((p) => within(p, [elementStep()]));
  }
  const declarations = view.checker.getTypeAtLocation(pattern).getProperty(name)?.declarations ?? [];
  const getter = declarations.find((d) => tsc.isGetAccessorDeclaration(d));
  const receiver = tsc.isVariableDeclaration(owner) ? owner.initializer : undefined;
  if (getter !== undefined && receiver !== undefined) return getterPlaces(view, receiver, receiver, getter);
  const [declaration] = declarations;
  return sources.map((p) => within(p, [{ kind: 'field', name, declaration }]));
}

const variablePlaces = memoPerProgram<ts.Declaration, readonly Place[]>(
  (declaration) => [{ base: { kind: 'variable', declaration }, path: [] }],
  (view, declaration) => {
    const { ts: tsc } = view;
    const itself: Place = { base: { kind: 'variable', declaration }, path: [] };
    if (tsc.isBindingElement(declaration)) return bindingPlaces(view, declaration);
    if (tsc.isParameter(declaration)) return iteratedBy(view, declaration)?.map((p) => within(p, [elementStep()])) ?? [itself];
    if (!tsc.isVariableDeclaration(declaration)) return [itself];
    const loop = declaration.parent.parent;
    if (tsc.isForOfStatement(loop) || tsc.isForInStatement(loop)) return placesOf(view, loop.expression).map((p) => within(p, [elementStep()]));
    const home = frameOf(tsc, declaration);
    const places: Place[] = [];
    for (const { value } of valuesOf(view, declaration)) {
      for (const place of placesOf(view, value)) {
        const alias = (place.base.kind !== 'fresh' || place.path.length > 0) && place.base.kind !== 'unknown';
        const readable = frameOf(tsc, value) === home || isAbsolute(view, place);
        places.push(alias && readable ? place : itself);
      }
    }
    return places.length === 0 ? [itself] : distinctPlaces(places);
  },
);

function compute(view: ProgramView, node: ts.Expression): readonly Place[] {
  const { ts: tsc } = view;
  const { SyntaxKind } = tsc;
  if (tsc.isIdentifier(node)) {
    const declaration = declarationAt(view, node);
    return declaration === undefined ? [{ base: { kind: 'unknown', node }, path: [] }] : variablePlaces(view, declaration);
  }
  if (node.kind === SyntaxKind.ThisKeyword || node.kind === SyntaxKind.SuperKeyword) return [thisPlace(view, node)];
  if (tsc.isPropertyAccessExpression(node)) return accessPlaces(view, node);
  if (tsc.isElementAccessExpression(node)) return elementAccessPlaces(view, node);
  if (tsc.isCallExpression(node)) return callPlaces(view, node);
  if (tsc.isConditionalExpression(node)) return [...placesOf(view, node.whenTrue), ...placesOf(view, node.whenFalse)];
  if (tsc.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    if (operator === SyntaxKind.QuestionQuestionToken || operator === SyntaxKind.BarBarToken) return [...placesOf(view, node.left), ...placesOf(view, node.right)];
    if (operator === SyntaxKind.AmpersandAmpersandToken || operator === SyntaxKind.CommaToken) return placesOf(view, node.right);
    const assigns = operator === SyntaxKind.EqualsToken || operator === SyntaxKind.QuestionQuestionEqualsToken || operator === SyntaxKind.BarBarEqualsToken;
    if (assigns) return placesOf(view, node.left);
  }
  const creates =
    tsc.isNewExpression(node) ||
    tsc.isArrayLiteralExpression(node) ||
    tsc.isObjectLiteralExpression(node) ||
    tsc.isClassExpression(node) ||
    isFunctionWithBody(tsc, node) ||
    tsc.isLiteralExpression(node) ||
    tsc.isTemplateExpression(node) ||
    tsc.isBinaryExpression(node);
  return creates ? [fresh(node)] : [{ base: { kind: 'unknown', node }, path: [] }];
}

const placesOfNode = memoPerProgram<ts.Expression, readonly Place[]>(
  () => [],
  (view, node) => distinctPlaces(compute(view, node)).slice(0, 8),
);

/** The locations an expression may denote, without repetition, at most eight. */
export function placesOf(view: ProgramView, expression: ts.Expression): readonly Place[] {
  return placesOfNode(view, peel(view.ts, expression));
}

/**
 * The locations an assignment to an expression writes: the variable or field itself, whatever its value is an alias of.
 */
export function slotsOf(view: ProgramView, target: ts.Expression): readonly Place[] {
  const node = peel(view.ts, target);
  if (!view.ts.isIdentifier(node)) return placesOf(view, node);
  const declaration = declarationAt(view, node);
  return declaration === undefined ? [] : [{ base: { kind: 'variable', declaration }, path: [] }];
}
