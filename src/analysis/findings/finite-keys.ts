/**
 * Whether the keys of a store come from a fixed set, so that later stores overwrite. Computes it from the key's type,
 * from arithmetic that wraps, from what all callers pass and from start-up data. Assumes process-wide data that only
 * modules write is finite. Gives up keys that are finite only in practice.
 */
import type ts from 'typescript';

import { declarationAt, declarationsAt } from '../../typescript/declaration-of.js';
import { isFiniteType } from '../../typescript/finite-type.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfDeclaration } from '../../typescript/rows-of.js';
import { classOf, type Frame, frameOf, peel } from '../../typescript/syntax.js';
import { aliasesOf } from '../graph/aliases-of.js';
import { callersOf } from '../graph/callers-of.js';
import { instanceLifetimeOf, runsInLoop } from '../graph/recurrence.js';
import { lift } from '../summaries/lift.js';
import { elementStep, isAbsolute, type Place, samePlace, within } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';
import { initializerOf, valuesOf } from '../summaries/values-of.js';

import { convertedValue } from './converted-value.js';
import { fillingOf } from './filled-at-start.js';
import { happensAtStart, isConstantSince, isFieldOfStartUpInstance, isSetUpAtStart } from './made-at-start.js';
import { isMadeInPlace } from './made-in-place.js';
import { literalBehind, memberOfLiteral } from './written-option.js';

/** A field, so many steps in, of the things in a collection that only start-up code fills. */
function isPartOfStartUpData(view: ProgramView, { base, path }: Place): boolean {
  const element = path.findIndex((step) => step.kind === 'element');
  return element >= 0 && isConstantSince(view, path.slice(element + 1)) && fillingOf(view, { base, path: path.slice(0, element) }) === 'seen at start';
}

function isStartUpData(view: ProgramView, place: Place): boolean {
  if (isPartOfStartUpData(view, place) || isFieldOfStartUpInstance(view, place) || isSetUpAtStart(view, place)) return true;
  if (!isConstantSince(view, place.path)) return false;
  if (place.base.kind === 'this') {
    const owner = classOf(view.ts, place.base.frame);
    return place.path.length > 0 && owner !== undefined && instanceLifetimeOf(view, owner) === 'process';
  }
  if (place.base.kind !== 'variable' || !isAbsolute(view, place)) return false;
  const { declaration } = place.base;
  return valuesOf(view, declaration).every(({ at }) => at === declaration || !runsInLoop(view, frameOf(view.ts, at)));
}

function isParameterFinite(view: ProgramView, declaration: ts.ParameterDeclaration, depth: number): boolean {
  const frame = declaration.parent as Frame;
  const edges = callersOf(view, frame);
  const index = declaration.parent.parameters.indexOf(declaration);
  return (
    edges.length > 0 &&
    edges.every((edge) => {
      if (happensAtStart(view, edge)) return true;
      const argument = edge.arguments?.[index] ?? (edge.arguments === undefined ? undefined : declaration.initializer);
      return argument !== undefined && !view.ts.isSpreadElement(argument) && isFinite(view, argument, depth + 1);
    })
  );
}

/** Whether every value an expression takes comes from a fixed, small set. */
export function isFinite(view: ProgramView, key: ts.Expression, depth = 0): boolean {
  const { ts: tsc } = view;
  if (depth > 5) return false;
  const node = peel(tsc, key);
  if (tsc.isStringLiteralLike(node) || tsc.isNumericLiteral(node)) return true;
  // What it is bound to makes each one another.
  if (isMadeInPlace(view, node)) return false;
  if (tsc.isTemplateExpression(node)) return node.templateSpans.every((span) => isFinite(view, span.expression, depth + 1));
  if (tsc.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    if (operator === tsc.SyntaxKind.PercentToken || operator === tsc.SyntaxKind.AmpersandToken) return true;
    if (operator === tsc.SyntaxKind.PlusToken || operator === tsc.SyntaxKind.QuestionQuestionToken || operator === tsc.SyntaxKind.BarBarToken) {
      return isFinite(view, node.left, depth + 1) && isFinite(view, node.right, depth + 1);
    }
  }
  if (tsc.isConditionalExpression(node)) return isFinite(view, node.whenTrue, depth + 1) && isFinite(view, node.whenFalse, depth + 1);
  const converted = convertedValue(view, node);
  if (converted !== undefined && isFinite(view, converted, depth + 1)) return true;
  if (isCalendarPart(view, node) || isKnownAsFinite(view, node) || isFiniteType(view, view.checker.getTypeAtLocation(node))) return true;
  if (tsc.isPropertyAccessExpression(node) && node.name.text === 'name' && isFunctionType(view, node.expression)) return true;
  if (tsc.isPropertyAccessExpression(node) && isFixedEntry(view, node.expression, depth)) return true;
  if (tsc.isPropertyAccessExpression(node) && isConstantField(view, node.name) && isFieldHandedIn(view, node.expression, node.name.text, depth)) return true;
  if (tsc.isIdentifier(node)) {
    const declaration = declarationAt(view, node);
    if (declaration !== undefined && tsc.isParameter(declaration)) return isParameterFinite(view, declaration, depth);
    const constant = declaration !== undefined && (tsc.getCombinedNodeFlags(declaration) & tsc.NodeFlags.Const) !== 0;
    const initializer = declaration === undefined ? undefined : initializerOf(view, declaration);
    if (constant && initializer !== undefined && isFinite(view, initializer, depth + 1)) return true;
  }
  const places = placesOf(view, node);
  return places.length > 0 && places.every((place) => isStartUpData(view, place) || aliasesOf(view, place).some((alias) => isElementOfFixed(view, alias, depth)));
}

function isConstantField(view: ProgramView, name: ts.MemberName): boolean {
  return declarationsAt(view, name).every((declaration) => valuesOf(view, declaration).every(({ at }) => at === declaration || !runsInLoop(view, frameOf(view.ts, at))));
}

/** `job.queue` when every caller hands in an object that is written out with a fixed `queue`: `record({ queue: this.name })`. */
function isFieldHandedIn(view: ProgramView, holder: ts.Expression, name: string, depth: number): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, holder);
  const parameter = tsc.isIdentifier(node) ? declarationAt(view, node) : undefined;
  if (depth > 5 || parameter === undefined || !tsc.isParameter(parameter) || !placesOf(view, node).every((place) => place.base.kind === 'variable' && place.base.declaration === parameter)) return false;
  const index = parameter.parent.parameters.indexOf(parameter);
  const edges = callersOf(view, parameter.parent as Frame);
  return (
    edges.length > 0 &&
    edges.every(({ arguments: given, pace }) => {
      const argument = pace === 'call' && given?.slice(0, index + 1).every((one) => !tsc.isSpreadElement(one)) === true ? given[index] : undefined;
      const literal = argument === undefined ? undefined : literalBehind(view, argument);
      if (argument === undefined || literal === undefined) return argument !== undefined && isFieldHandedIn(view, argument, name, depth + 1);
      const value = memberOfLiteral(view, literal, name);
      return typeof value !== 'string' && isFinite(view, value, depth + 1);
    })
  );
}

function isWrittenOut(view: ProgramView, expression: ts.Expression | undefined): boolean {
  const node = expression === undefined ? undefined : peel(view.ts, expression);
  if (node === undefined) return false;
  return view.ts.isArrayLiteralExpression(node) ? node.elements.length > 0 : view.ts.isObjectLiteralExpression(node) && node.properties.length > 0;
}

/** An element or key of a literal that is written out, here or by every caller. */
function isElementOfFixed(view: ProgramView, place: Place, depth: number): boolean {
  const { base } = place;
  if (depth > 5 || !place.path.some((step) => step.kind === 'element')) return false;
  if (base.kind === 'fresh') return isWrittenOut(view, base.node);
  if (base.kind !== 'variable') return false;
  if (!view.ts.isParameter(base.declaration)) return isWrittenOut(view, initializerOf(view, base.declaration));
  const frame = base.declaration.parent as Frame;
  const edges = callersOf(view, frame);
  return (
    edges.length > 0 &&
    edges.every((edge) => {
      const lifted = lift(view, place, frame, edge, (e) => placesOf(view, e));
      return lifted !== 'local' && lifted.length > 0 && lifted.every((p) => isElementOfFixed(view, p, depth + 1));
    })
  );
}

/** `rooms.get('staff')`: one thing for each fixed key, so that its fields are as few as the keys. */
function isFixedEntry(view: ProgramView, expression: ts.Expression, depth: number): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  if (tsc.isIdentifier(node)) {
    const declaration = declarationAt(view, node);
    const initializer = declaration === undefined ? undefined : initializerOf(view, declaration);
    return initializer !== undefined && !tsc.isIdentifier(peel(tsc, initializer)) && isFixedEntry(view, initializer, depth + 1);
  }
  if (!tsc.isCallExpression(node) || !tsc.isPropertyAccessExpression(node.expression) || node.expression.name.text !== 'get') return false;
  const [key] = node.arguments;
  return key !== undefined && isFinite(view, key, depth + 1);
}

const calendarParts = /^get(?:UTC)?(?:Date|Day|Hours|Milliseconds|Minutes|Month|Seconds)$/u;

/** `now.getHours()`: parts of a date that come round again. */
function isCalendarPart(view: ProgramView, node: ts.Expression): boolean {
  if (!view.ts.isCallExpression(node) || !view.ts.isPropertyAccessExpression(node.expression)) return false;
  const { name } = node.expression;
  return calendarParts.test(name.text) && declarationsAt(view, name).some((d) => view.program.isSourceFileDefaultLibrary(d.getSourceFile()));
}

/** A member, or what hangs off one, whose values a library's model knows to be few. */
function isKnownAsFinite(view: ProgramView, node: ts.Expression): boolean {
  if (!view.ts.isPropertyAccessExpression(node)) return false;
  if (declarationsAt(view, node.name).some((declaration) => rowsOfDeclaration(view, declaration, 'finite').length > 0)) return true;
  return isKnownAsFinite(view, peel(view.ts, node.expression));
}

function isFunctionType(view: ProgramView, expression: ts.Expression): boolean {
  const type = view.checker.getTypeAtLocation(expression);
  return type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0 || type.getSymbol()?.name === 'Function';
}

/** Whether a key was read from the container it is stored into, so that the entry is there already. */
export function isOwnKey(view: ProgramView, key: ts.Expression, container: ts.Expression): boolean {
  const own = placesOf(view, container).map((place) => within(place, [elementStep()]));
  return placesOf(view, key).some((place) => aliasesOf(view, place).some((alias) => own.some((p) => samePlace(p, alias))));
}
