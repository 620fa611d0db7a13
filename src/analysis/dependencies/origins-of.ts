/**
 * Which locations an expression inside a dependency's function may denote, in terms of the function's callers. Computes
 * them through locals, destructuring, members, elements, imports and the results of the package's own functions. Assumes
 * any value a variable ever gets may be there. Gives up what closures of other functions hold.
 */
import { posix } from 'node:path';

import type ts from 'typescript';

import { type CallLike, fixedName, frameOf, isCallLike, isFunctionWithBody, isWithin, peel, thisFrameOf } from '../../typescript/syntax.js';

import { type Definition, definitionOf } from './definition-of.js';
import { anyElement, type DependencyPlace, type DependencySummary, isSameDependencyPlace, type KeptVariable } from './dependency-summary.js';
import { storesIn } from './file-stores.js';
import { literalKey } from './literal-key.js';
import { exportsIn, isExportsObject } from './module-exports.js';
import { immediateCall, isKeptBinding } from './module-frame.js';
import type { PackageSource } from './package-source.js';
import { bindingAt } from './scope.js';

/** A location, something made for this call, or nobody knows. */
export type Origin = DependencyPlace | 'fresh' | 'unknown';

/** One function as it is being read. */
export interface Reading {
  readonly pkg: PackageSource;
  readonly frame: ts.FunctionLikeDeclaration;
  /** What a function of the package does: asked for calls. */
  readonly summaryOf: (definition: Definition) => DependencySummary;
  /** Variables whose values are being read. */
  readonly active: Set<ts.Node>;
  /** How many more expressions may be looked at; what lies beyond is unknown. */
  budget: number;
  /** How many expressions inside each other are being looked at. */
  depth: number;
}

const longestPath = 4;
const deepestExpression = 200;
const mostOrigins = 8;

/** The origin one or more steps further in. */
export function stepInto(origin: Origin, steps: readonly string[]): Origin {
  if (typeof origin === 'string') return origin === 'fresh' && steps.length > 0 ? 'unknown' : origin;
  return { root: origin.root, steps: [...origin.steps, ...steps].slice(0, longestPath) };
}

function distinct(origins: readonly Origin[]): readonly Origin[] {
  const isSame = (a: Origin, b: Origin): boolean => a === b || (typeof a === 'object' && typeof b === 'object' && isSameDependencyPlace(a, b));
  return origins.filter((origin, i) => origins.findIndex((other) => isSame(origin, other)) === i).slice(0, mostOrigins);
}

/** A variable of a module as data; all of a module's exports count as one, at its beginning. */
export function keptVariable({ tsc, root }: PackageSource, declaration: ts.Node): KeptVariable {
  const file = declaration.getSourceFile();
  const named = declaration as Partial<ts.NamedDeclaration>;
  const at = named.name ?? declaration;
  const start = tsc.isSourceFile(declaration) ? 0 : at.getStart(file);
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const name = tsc.isSourceFile(declaration) ? 'exports' : (fixedName(tsc, named.name) ?? 'default');
  return { file: posix.relative(root, file.fileName), name, start, end: tsc.isSourceFile(declaration) ? 0 : at.end, line: line + 1, column: character };
}

function ofExport(reading: Reading, module: ts.SourceFile, name: string): readonly Origin[] {
  const target = exportsIn(reading.pkg.tsc, module).named.get(name);
  if (target !== undefined && 'node' in target) {
    const { node } = target;
    if (reading.pkg.tsc.isIdentifier(node)) return originsOf(reading, node);
    if (reading.pkg.tsc.isVariableDeclaration(node) || reading.pkg.tsc.isBindingElement(node)) return ofBinding(reading, node);
  }
  if (target !== undefined && 'from' in target && target.name !== '*') {
    const other = reading.pkg.imported(module, target.from);
    return other === undefined || reading.active.has(other) ? ['unknown'] : ofExport(reading, other, target.name);
  }
  return [{ root: keptVariable(reading.pkg, module), steps: [name] }];
}

function ofImport(reading: Reading, binding: ts.ImportSpecifier | ts.ImportClause): readonly Origin[] {
  const { tsc } = reading.pkg;
  const statement = tsc.isImportSpecifier(binding) ? binding.parent.parent.parent : binding.parent;
  const specifier = tsc.isImportDeclaration(statement) && tsc.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : undefined;
  const module = specifier === undefined ? undefined : reading.pkg.imported(binding.getSourceFile(), specifier);
  if (module === undefined) return ['unknown'];
  return ofExport(reading, module, tsc.isImportClause(binding) ? 'default' : (binding.propertyName ?? binding.name).text);
}

const iterating = new Set(['every', 'filter', 'find', 'findIndex', 'flatMap', 'forEach', 'map', 'reduce', 'some', 'sort']);

/** Whether the call runs its function arguments before it returns, with elements of its receiver. */
export function iterates({ tsc }: PackageSource, call: ts.Node): call is ts.CallExpression & { expression: ts.PropertyAccessExpression } {
  return tsc.isCallExpression(call) && tsc.isPropertyAccessExpression(call.expression) && iterating.has(call.expression.name.text);
}

function ofInnerParameter(reading: Reading, parameter: ts.ParameterDeclaration): readonly Origin[] {
  const owner = parameter.parent;
  const index = owner.parameters.indexOf(parameter);
  const given = immediateCall(reading.pkg.tsc, owner)?.arguments[index];
  if (given !== undefined) return originsOf(reading, given);
  const call = owner.parent;
  if (index > 0 || !iterates(reading.pkg, call)) return ['unknown'];
  return originsOf(reading, call.expression.expression).map((origin) => stepInto(origin, [anyElement]));
}

function ofPattern(reading: Reading, element: ts.BindingElement): readonly Origin[] {
  const { tsc } = reading.pkg;
  const owner = element.parent.parent;
  const whole = tsc.isBindingElement(owner) ? ofPattern(reading, owner) : ofBinding(reading, owner);
  if (element.dotDotDotToken !== undefined) return ['unknown'];
  const name = tsc.isObjectBindingPattern(element.parent) ? fixedName(tsc, element.propertyName ?? element.name) : undefined;
  return whole.map((origin) => stepInto(origin, [name ?? anyElement]));
}

function valuesOf(reading: Reading, binding: ts.Declaration): readonly ts.Expression[] {
  const { tsc } = reading.pkg;
  const initializer = tsc.isVariableDeclaration(binding) ? binding.initializer : undefined;
  const stored = (storesIn(tsc, binding.getSourceFile()).variables.get(binding) ?? []).filter(({ updates }) => !updates).map(({ value }) => value);
  return initializer === undefined ? stored : [initializer, ...stored];
}

function ofValues(reading: Reading, binding: ts.Declaration): readonly Origin[] {
  if (reading.active.has(binding)) return [];
  reading.active.add(binding);
  const found = valuesOf(reading, binding).flatMap((value) => originsOf(reading, value));
  reading.active.delete(binding);
  return found;
}

/** A variable of a module stands for itself, unless it is another name of a variable's part. */
function ofKept(reading: Reading, binding: ts.Declaration): readonly Origin[] {
  const itself: Origin = { root: keptVariable(reading.pkg, binding), steps: [] };
  if (!reading.pkg.tsc.isVariableDeclaration(binding) || valuesOf(reading, binding).length !== 1) return [itself];
  const values = ofValues(reading, binding);
  return values.length > 0 && values.every((origin) => typeof origin === 'object' && typeof origin.root === 'object') ? values : [itself];
}

function ofBinding(reading: Reading, binding: ts.Declaration): readonly Origin[] {
  const { pkg, frame } = reading;
  const { tsc } = pkg;
  if (tsc.isImportSpecifier(binding) || tsc.isImportClause(binding)) return ofImport(reading, binding);
  if (tsc.isBindingElement(binding)) return ofPattern(reading, binding);
  const home = frameOf(tsc, binding);
  if (tsc.isParameter(binding)) {
    if (home !== frame) return ofInnerParameter(reading, binding);
    const root = frame.parameters.indexOf(binding);
    return [{ root, steps: binding.dotDotDotToken === undefined ? [] : [anyElement] }];
  }
  if (isKeptBinding(tsc, binding)) return ofKept(reading, binding);
  if (!isWithin(home, frame)) return ['unknown'];
  if (isFunctionWithBody(tsc, binding) || tsc.isClassLike(binding)) return ['fresh'];
  const loop = binding.parent.parent as ts.Node | undefined;
  if (loop !== undefined && tsc.isForOfStatement(loop)) return originsOf(reading, loop.expression).map((origin) => stepInto(origin, [anyElement]));
  if (loop !== undefined && tsc.isForInStatement(loop)) return ['unknown'];
  const values = ofValues(reading, binding);
  return values.length === 0 ? ['fresh'] : values;
}

/** What a place of a called function is in the caller. */
export function originsAtCall(reading: Reading, call: CallLike, place: DependencyPlace): readonly Origin[] {
  const { tsc } = reading.pkg;
  const { root, steps } = place;
  if (typeof root === 'object') return [place];
  const into = (origin: Origin): Origin => stepInto(origin, steps);
  if (root === 'this') {
    if (call.expression.kind === tsc.SyntaxKind.SuperKeyword) return [{ root: 'this', steps }];
    if (tsc.isNewExpression(call)) return ['fresh'];
    const callee = peel(tsc, call.expression);
    if (tsc.isPropertyAccessExpression(callee)) return originsOf(reading, callee.expression).map(into);
    return ['unknown'];
  }
  const given = call.arguments ?? [];
  const argument = given[root];
  if (given.slice(0, root + 1).some((value) => tsc.isSpreadElement(value))) return ['unknown'];
  return argument === undefined ? [] : originsOf(reading, argument).map(into);
}

const elementOf = new Set(['at', 'find', 'findLast', 'get', 'pop', 'shift']);
const sameAs = new Set(['add', 'reverse', 'set', 'sort']);
const copies = new Set(['concat', 'entries', 'filter', 'flatMap', 'join', 'keys', 'map', 'slice', 'toString', 'values']);

function ofCall(reading: Reading, call: ts.CallExpression): readonly Origin[] {
  const { pkg } = reading;
  const definition = definitionOf(pkg, call.expression);
  if (definition !== undefined) {
    const returned = reading.summaryOf(definition).effects.flatMap((effect) => (effect.kind === 'return' ? [effect.of] : []));
    if (returned.length > 0) return returned.flatMap((of): readonly Origin[] => (typeof of === 'string' ? [of] : originsAtCall(reading, call, of)));
    return ['unknown'];
  }
  const callee = peel(pkg.tsc, call.expression);
  const [first] = call.arguments;
  if (!pkg.tsc.isPropertyAccessExpression(callee)) return ['unknown'];
  const owner = callee.expression.getText();
  if (owner === 'Object') return callee.name.text === 'assign' && first !== undefined ? originsOf(reading, first) : ['fresh'];
  const method = callee.name.text;
  if (elementOf.has(method)) return originsOf(reading, callee.expression).map((origin) => stepInto(origin, [anyElement]));
  if (sameAs.has(method)) return originsOf(reading, callee.expression);
  return copies.has(method) || owner === 'Array' || owner === 'JSON' ? ['fresh'] : ['unknown'];
}

function compute(reading: Reading, node: ts.Expression): readonly Origin[] {
  const { pkg, frame } = reading;
  const { tsc } = pkg;
  const { SyntaxKind } = tsc;
  if (tsc.isIdentifier(node)) {
    const binding = bindingAt(tsc, node);
    if (binding !== undefined) return ofBinding(reading, binding);
    return isExportsObject(tsc, node) ? [{ root: keptVariable(pkg, node.getSourceFile()), steps: [] }] : ['unknown'];
  }
  if (node.kind === SyntaxKind.ThisKeyword) return thisFrameOf(tsc, frameOf(tsc, node)) === frame ? [{ root: 'this', steps: [] }] : ['unknown'];
  if (tsc.isPropertyAccessExpression(node)) {
    if (isExportsObject(tsc, node)) return [{ root: keptVariable(pkg, node.getSourceFile()), steps: [] }];
    const object = definitionOf(pkg, node.expression)?.node;
    if (object !== undefined && tsc.isSourceFile(object)) return ofExport(reading, object, node.name.text);
    return originsOf(reading, node.expression).map((origin) => stepInto(origin, [node.name.text]));
  }
  if (tsc.isElementAccessExpression(node)) return originsOf(reading, node.expression).map((origin) => stepInto(origin, [literalKey(tsc, node) ?? anyElement]));
  if (tsc.isCallExpression(node)) return ofCall(reading, node);
  if (tsc.isConditionalExpression(node)) return [...originsOf(reading, node.whenTrue), ...originsOf(reading, node.whenFalse)];
  if (tsc.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    if (operator === SyntaxKind.BarBarToken || operator === SyntaxKind.QuestionQuestionToken) return [...originsOf(reading, node.left), ...originsOf(reading, node.right)];
    if (operator === SyntaxKind.CommaToken || operator === SyntaxKind.AmpersandAmpersandToken || operator === SyntaxKind.EqualsToken) {
      const right = originsOf(reading, node.right);
      // `cache[k] = {}` hands out what is now in the cache.
      return operator === SyntaxKind.EqualsToken && right.includes('fresh') ? [...originsOf(reading, node.left), ...right.filter((origin) => origin !== 'fresh')] : right;
    }
    return ['fresh'];
  }
  const creates = isCallLike(tsc, node) || tsc.isObjectLiteralExpression(node) || tsc.isArrayLiteralExpression(node) || tsc.isLiteralExpression(node) || tsc.isTemplateExpression(node) || isFunctionWithBody(tsc, node) || tsc.isClassExpression(node) || tsc.isPrefixUnaryExpression(node) || tsc.isPostfixUnaryExpression(node) || tsc.isTypeOfExpression(node) || tsc.isVoidExpression(node) || node.kind === SyntaxKind.TrueKeyword || node.kind === SyntaxKind.FalseKeyword || node.kind === SyntaxKind.NullKeyword;
  return creates ? ['fresh'] : ['unknown'];
}

/** The locations an expression of the function may denote, without repetition. */
export function originsOf(reading: Reading, expression: ts.Expression): readonly Origin[] {
  reading.budget -= 1;
  if (reading.budget < 0 || reading.depth > deepestExpression) return ['unknown'];
  reading.depth += 1;
  const origins = distinct(compute(reading, peel(reading.pkg.tsc, expression)));
  reading.depth -= 1;
  return origins;
}
