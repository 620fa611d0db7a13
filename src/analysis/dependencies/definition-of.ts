/**
 * What an expression of a dependency's module evaluates to, as far as its shape tells: the function, class, literal or
 * module behind names, imports, `require`, members and wrappers. Assumes a variable holds the first thing stored in it
 * that can be read. Gives up what is computed, and what other packages export.
 */
import type ts from 'typescript';

import { fixedName, frameOf, isFunctionWithBody, isStaticMember, peel } from '../../typescript/syntax.js';
import { returnsIn } from '../facts/returns.js';

import { storesIn } from './file-stores.js';
import { type ExportTarget, exportsIn, isExportsObject, requiredModule } from './module-exports.js';
import { immediateCall, isKeptBinding, isModuleFrame } from './module-frame.js';
import type { PackageSource } from './package-source.js';
import { bindingAt } from './scope.js';

/** A function, class, object literal, `new` expression or module (its source file). */
export interface Definition {
  readonly node: ts.Node;
  /** The variable of a module through which it was reached. */
  readonly heldBy?: ts.Declaration | undefined;
  /** For a method: the variable of a module that holds the object it was taken from. */
  readonly receiver?: ts.Declaration | undefined;
  /** Whether it is what the instances of the class or constructor function inherit from. */
  readonly prototype?: true;
}

const deepest = 12;

function ownMembers(pkg: PackageSource, held: ts.Declaration | undefined, name: string, depth: number): Definition | undefined {
  if (held === undefined) return undefined;
  const { tsc } = pkg;
  for (const store of storesIn(tsc, held.getSourceFile()).members) {
    const object = peel(tsc, store.object);
    if (store.name === name && tsc.isIdentifier(object) && bindingAt(tsc, object) === held) return definitionOf(pkg, store.value, depth + 1);
  }
  return undefined;
}

/** `C.prototype.m = function …` and `C.prototype = { m: … }`. */
function prototypeMember(pkg: PackageSource, held: ts.Declaration | undefined, name: string, depth: number): Definition | undefined {
  if (held === undefined) return undefined;
  const { tsc } = pkg;
  for (const store of storesIn(tsc, held.getSourceFile()).members) {
    const object = peel(tsc, store.object);
    const owner = tsc.isPropertyAccessExpression(object) && object.name.text === 'prototype' ? peel(tsc, object.expression) : undefined;
    if (store.name === name && owner !== undefined && tsc.isIdentifier(owner) && bindingAt(tsc, owner) === held) return definitionOf(pkg, store.value, depth + 1);
  }
  const whole = ownMembers(pkg, held, 'prototype', depth + 1);
  return whole === undefined ? undefined : memberOf(pkg, whole, name, depth + 1);
}

function instanceMember(pkg: PackageSource, made: Definition, name: string, depth: number): Definition | undefined {
  const { tsc } = pkg;
  const { node, heldBy } = made;
  if (depth > deepest) return undefined;
  if (!tsc.isClassLike(node)) return prototypeMember(pkg, heldBy ?? (tsc.isFunctionDeclaration(node) ? node : undefined), name, depth);
  for (const member of node.members) {
    if (isStaticMember(tsc, member) || fixedName(tsc, member.name) !== name) continue;
    if (isFunctionWithBody(tsc, member)) return { node: member };
    if (tsc.isPropertyDeclaration(member) && member.initializer !== undefined) return definitionOf(pkg, member.initializer, depth + 1);
  }
  const base = node.heritageClauses?.[0]?.types[0]?.expression;
  const parent = base === undefined ? undefined : definitionOf(pkg, base, depth + 1);
  return parent === undefined ? undefined : instanceMember(pkg, parent, name, depth + 1);
}

function literalMember(pkg: PackageSource, literal: ts.ObjectLiteralExpression, name: string, depth: number): Definition | undefined {
  const { tsc } = pkg;
  for (const property of literal.properties) {
    if (tsc.isSpreadAssignment(property)) {
      const spread = definitionOf(pkg, property.expression, depth + 1);
      const found = spread === undefined ? undefined : memberOf(pkg, spread, name, depth + 1);
      if (found !== undefined) return found;
    } else if (fixedName(tsc, property.name) === name) {
      if (tsc.isPropertyAssignment(property)) return definitionOf(pkg, property.initializer, depth + 1);
      if (tsc.isShorthandPropertyAssignment(property)) return definitionOf(pkg, property.name, depth + 1);
      if (isFunctionWithBody(tsc, property)) return { node: property };
    }
  }
  return undefined;
}

function ofTarget(pkg: PackageSource, module: ts.SourceFile, target: ExportTarget, depth: number): Definition | undefined {
  if ('node' in target) return definitionOf(pkg, target.node, depth + 1);
  const other = pkg.imported(module, target.from);
  if (other === undefined) return undefined;
  return target.name === '*' ? { node: other } : exportOf(pkg, other, target.name, depth + 1);
}

/** What a module exports under a name; for a CommonJS module `default` is all of its exports. */
export function exportOf(pkg: PackageSource, module: ts.SourceFile, name: string, depth = 0): Definition | undefined {
  if (depth > deepest) return undefined;
  const { named, stars, assigned } = exportsIn(pkg.tsc, module);
  const target = named.get(name);
  const direct = target === undefined ? undefined : ofTarget(pkg, module, target, depth);
  if (direct !== undefined) return direct;
  for (const value of assigned) {
    const whole = definitionOf(pkg, value, depth + 1);
    const member = whole === undefined ? undefined : memberOf(pkg, whole, name, depth + 1);
    if (member !== undefined) return member;
  }
  for (const from of stars) {
    const other = pkg.imported(module, from);
    const found = other === undefined || name === 'default' ? undefined : exportOf(pkg, other, name, depth + 1);
    if (found !== undefined) return found;
  }
  if (name !== 'default') return undefined;
  return assigned.map((value) => definitionOf(pkg, value, depth + 1)).find((whole) => whole !== undefined) ?? { node: module };
}

/** A member of what a definition stands for. */
export function memberOf(pkg: PackageSource, definition: Definition, name: string, depth = 0): Definition | undefined {
  const { tsc } = pkg;
  const { node, heldBy } = definition;
  if (depth > deepest) return undefined;
  if (definition.prototype === true) return instanceMember(pkg, { node, heldBy }, name, depth + 1);
  if (tsc.isSourceFile(node)) return exportOf(pkg, node, name, depth + 1);
  if (tsc.isObjectLiteralExpression(node)) return asMethodOf(literalMember(pkg, node, name, depth) ?? ownMembers(pkg, heldBy, name, depth), heldBy);
  if (tsc.isNewExpression(node)) {
    const made = definitionOf(pkg, node.expression, depth + 1);
    return made === undefined ? undefined : asMethodOf(instanceMember(pkg, made, name, depth + 1), heldBy);
  }
  if (name === 'prototype') return { node, heldBy, prototype: true };
  if (tsc.isClassLike(node)) {
    const own = node.members.find((member) => isStaticMember(tsc, member) && fixedName(tsc, member.name) === name);
    if (own !== undefined && isFunctionWithBody(tsc, own)) return { node: own, receiver: heldBy };
    if (own !== undefined && tsc.isPropertyDeclaration(own) && own.initializer !== undefined) return asMethodOf(definitionOf(pkg, own.initializer, depth + 1), heldBy);
  }
  return asMethodOf(ownMembers(pkg, heldBy ?? (tsc.isFunctionDeclaration(node) ? node : undefined), name, depth), heldBy);
}

/** What holds the object is what a method's `this` is. */
function asMethodOf(found: Definition | undefined, receiver: ts.Declaration | undefined): Definition | undefined {
  return found === undefined || receiver === undefined || !('body' in found.node) ? found : { ...found, receiver };
}

/** What a declaration's variable, function, class or import holds. */
function ofBinding(pkg: PackageSource, binding: ts.Declaration, depth: number): Definition | undefined {
  const { tsc } = pkg;
  if (isFunctionWithBody(tsc, binding) || tsc.isClassLike(binding)) return { node: binding, heldBy: binding };
  const file = binding.getSourceFile();
  if (tsc.isImportSpecifier(binding) || tsc.isImportClause(binding) || tsc.isNamespaceImport(binding)) {
    const statement = tsc.isImportSpecifier(binding) ? binding.parent.parent.parent : tsc.isNamespaceImport(binding) ? binding.parent.parent : binding.parent;
    const specifier = tsc.isImportDeclaration(statement) && tsc.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : undefined;
    const module = specifier === undefined ? undefined : pkg.imported(file, specifier);
    if (module === undefined || tsc.isNamespaceImport(binding)) return module === undefined ? undefined : { node: module };
    return exportOf(pkg, module, tsc.isImportClause(binding) ? 'default' : (binding.propertyName ?? binding.name).text, depth + 1);
  }
  if (tsc.isBindingElement(binding)) {
    const owner = binding.parent.parent;
    const name = fixedName(tsc, binding.propertyName ?? binding.name);
    const whole = tsc.isVariableDeclaration(owner) && owner.initializer !== undefined ? definitionOf(pkg, owner.initializer, depth + 1) : undefined;
    return whole === undefined || name === undefined ? undefined : memberOf(pkg, whole, name, depth + 1);
  }
  if (tsc.isParameter(binding)) return ofModuleParameter(pkg, binding, depth);
  const initializer = tsc.isVariableDeclaration(binding) ? binding.initializer : undefined;
  const values = [...(initializer === undefined ? [] : [initializer]), ...(storesIn(tsc, file).variables.get(binding) ?? []).map(({ value }) => value)];
  const kept = isKeptBinding(tsc, binding);
  for (const value of values) {
    const found = definitionOf(pkg, value, depth + 1);
    if (found === undefined) continue;
    // A named function or class keeps its own name: what compilers wrap a class in assigns its members by it.
    return kept && !tsc.isSourceFile(found.node) ? { ...found, heldBy: found.heldBy ?? binding } : found;
  }
  return undefined;
}

/** The argument that a function which runs as the module loads is called with. */
function ofModuleParameter(pkg: PackageSource, parameter: ts.ParameterDeclaration, depth: number): Definition | undefined {
  const { tsc } = pkg;
  const owner = parameter.parent;
  const call = immediateCall(tsc, owner);
  const given = call?.arguments[owner.parameters.indexOf(parameter)];
  return given === undefined ? undefined : definitionOf(pkg, given, depth + 1);
}

function ofCall(pkg: PackageSource, call: ts.CallExpression, depth: number): Definition | undefined {
  const { tsc } = pkg;
  const [first] = call.arguments;
  const callee = call.expression.getText();
  if (/^Object\.(?:assign|freeze|seal)$/u.test(callee)) return first === undefined ? undefined : definitionOf(pkg, first, depth + 1);
  // Compilers wrap `require` to tell a default export from all of a module's exports.
  const whole = first !== undefined && call.arguments.length <= 2 ? definitionOf(pkg, first, depth + 1) : undefined;
  if (whole !== undefined && tsc.isSourceFile(whole.node)) return whole;
  const made = definitionOf(pkg, call.expression, depth + 1)?.node;
  if (made === undefined || !isFunctionWithBody(tsc, made) || !isModuleFrame(tsc, frameOf(tsc, call))) return undefined;
  return returnsIn(tsc, made).map((value) => definitionOf(pkg, value, depth + 1)).find((found) => found !== undefined);
}

const answers = new WeakMap<PackageSource, Map<ts.Node, Definition | undefined>>();

/** What an expression or declaration stands for; undefined when its shape does not tell. */
export function definitionOf(pkg: PackageSource, expression: ts.Node, depth = 0): Definition | undefined {
  if (depth > 0) return compute(pkg, expression, depth);
  const known = answers.get(pkg) ?? new Map<ts.Node, Definition | undefined>();
  answers.set(pkg, known);
  if (!known.has(expression)) known.set(expression, compute(pkg, expression, 0));
  return known.get(expression);
}

function compute(pkg: PackageSource, expression: ts.Node, depth: number): Definition | undefined {
  const { tsc } = pkg;
  if (depth > deepest) return undefined;
  if (isFunctionWithBody(tsc, expression) || tsc.isClassLike(expression) || tsc.isVariableDeclaration(expression) || tsc.isBindingElement(expression)) {
    return isFunctionWithBody(tsc, expression) || tsc.isClassLike(expression) ? { node: expression } : ofBinding(pkg, expression, depth + 1);
  }
  const node = peel(tsc, expression as ts.Expression);
  if (node !== expression && (isFunctionWithBody(tsc, node) || tsc.isClassLike(node))) return { node };
  if (tsc.isObjectLiteralExpression(node) || tsc.isNewExpression(node)) return { node };
  if (tsc.isIdentifier(node)) {
    const binding = bindingAt(tsc, node);
    if (binding !== undefined) return ofBinding(pkg, binding, depth + 1);
    return isExportsObject(tsc, node) ? { node: node.getSourceFile() } : undefined;
  }
  if (isExportsObject(tsc, node)) return { node: node.getSourceFile() };
  if (tsc.isPropertyAccessExpression(node)) {
    const object = definitionOf(pkg, node.expression, depth + 1);
    return object === undefined ? undefined : memberOf(pkg, object, node.name.text, depth + 1);
  }
  if (tsc.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    const { AmpersandAmpersandToken, BarBarToken, CommaToken, EqualsToken, QuestionQuestionToken } = tsc.SyntaxKind;
    if (operator === CommaToken || operator === EqualsToken || operator === AmpersandAmpersandToken) return definitionOf(pkg, node.right, depth + 1);
    if (operator === BarBarToken || operator === QuestionQuestionToken) return definitionOf(pkg, node.left, depth + 1) ?? definitionOf(pkg, node.right, depth + 1);
  }
  if (tsc.isConditionalExpression(node)) return definitionOf(pkg, node.whenTrue, depth + 1) ?? definitionOf(pkg, node.whenFalse, depth + 1);
  if (!tsc.isCallExpression(node)) return undefined;
  const specifier = requiredModule(tsc, node);
  if (specifier === undefined) return ofCall(pkg, node, depth);
  const module = pkg.imported(node.getSourceFile(), specifier);
  return module === undefined ? undefined : { node: module };
}

/** The function behind a definition: a class's constructor, what `module.exports` is set to; undefined for anything else. */
export function functionOf(pkg: PackageSource, { node }: Definition): ts.FunctionLikeDeclaration | undefined {
  const { tsc } = pkg;
  if (tsc.isSourceFile(node)) {
    const whole = exportOf(pkg, node, 'default');
    return whole === undefined || whole.node === node ? undefined : functionOf(pkg, whole);
  }
  if (tsc.isClassLike(node)) return node.members.find((member): member is ts.ConstructorDeclaration => tsc.isConstructorDeclaration(member) && member.body !== undefined);
  return isFunctionWithBody(tsc, node) ? node : undefined;
}
