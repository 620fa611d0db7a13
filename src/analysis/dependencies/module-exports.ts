/**
 * What a module exports, by shape: the forms of ES modules and those that CommonJS is written or compiled in. Computes
 * the expression or declaration behind each name and the modules that others are taken over from. Gives up exports that
 * are made by calls nobody can read.
 */
import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { fixedName, peel } from '../../typescript/syntax.js';
import { perFile } from '../facts/per-file.js';

import { storesIn } from './file-stores.js';

/** What stands behind an exported name: code here, or a name of another module (`*` for all of it). */
export type ExportTarget = { readonly node: ts.Node } | { readonly from: string; readonly name: string };

/** The exports of one module. */
export interface ModuleExports {
  readonly named: ReadonlyMap<string, ExportTarget>;
  /** Modules all of whose exports are passed on. */
  readonly stars: readonly string[];
  /** What `module.exports` is set to. */
  readonly assigned: readonly ts.Expression[];
}

/** The specifier of `require('…')`. */
export function requiredModule(tsc: Compiler, expression: ts.Expression): string | undefined {
  const node = peel(tsc, expression);
  if (!tsc.isCallExpression(node) || !tsc.isIdentifier(node.expression) || node.expression.text !== 'require') return undefined;
  const [specifier] = node.arguments;
  return specifier !== undefined && tsc.isStringLiteralLike(specifier) ? specifier.text : undefined;
}

/** Whether an expression is the CommonJS exports object: `exports` or `module.exports`. */
export function isExportsObject(tsc: Compiler, expression: ts.Expression): boolean {
  const node = peel(tsc, expression);
  if (tsc.isIdentifier(node)) return node.text === 'exports';
  return tsc.isPropertyAccessExpression(node) && node.name.text === 'exports' && tsc.isIdentifier(node.expression) && node.expression.text === 'module';
}

interface Draft {
  readonly named: Map<string, ExportTarget>;
  readonly stars: string[];
}

function takeExportDeclaration(tsc: Compiler, draft: Draft, statement: ts.ExportDeclaration): void {
  const from = statement.moduleSpecifier !== undefined && tsc.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : undefined;
  const clause = statement.exportClause;
  if (clause === undefined) {
    if (from !== undefined) draft.stars.push(from);
  } else if (tsc.isNamespaceExport(clause)) {
    if (from !== undefined) draft.named.set(clause.name.text, { from, name: '*' });
  } else {
    for (const specifier of clause.elements) {
      const local = specifier.propertyName ?? specifier.name;
      draft.named.set(specifier.name.text, from === undefined ? { node: local } : { from, name: local.text });
    }
  }
}

function takeBindings(tsc: Compiler, draft: Draft, name: ts.BindingName): void {
  if (tsc.isIdentifier(name)) draft.named.set(name.text, { node: name.parent });
  else for (const element of name.elements) if (!tsc.isOmittedExpression(element)) takeBindings(tsc, draft, element.name);
}

function takeStatement(tsc: Compiler, draft: Draft, statement: ts.Statement): void {
  if (tsc.isExportDeclaration(statement)) takeExportDeclaration(tsc, draft, statement);
  else if (tsc.isExportAssignment(statement)) draft.named.set('default', { node: statement.expression });
  else if (tsc.canHaveModifiers(statement) && tsc.getModifiers(statement)?.some((m) => m.kind === tsc.SyntaxKind.ExportKeyword) === true) {
    const byDefault = tsc.getModifiers(statement)?.some((m) => m.kind === tsc.SyntaxKind.DefaultKeyword) === true;
    if (tsc.isVariableStatement(statement)) for (const { name } of statement.declarationList.declarations) takeBindings(tsc, draft, name);
    else if (tsc.isFunctionDeclaration(statement) || tsc.isClassDeclaration(statement)) draft.named.set(byDefault ? 'default' : (statement.name?.text ?? 'default'), { node: statement });
  }
}

/** `Object.defineProperty(exports, 'f', { get: function () { return x.f; } })`, as compilers write a re-export. */
function takeDefinedProperty(tsc: Compiler, draft: Draft, call: ts.CallExpression): void {
  const [target, key, descriptor] = call.arguments;
  if (target === undefined || key === undefined || descriptor === undefined || !isExportsObject(tsc, target)) return;
  const name = fixedName(tsc, key);
  if (name === undefined || !tsc.isObjectLiteralExpression(descriptor)) return;
  for (const property of descriptor.properties) {
    const role = fixedName(tsc, property.name);
    if (role === 'value' && tsc.isPropertyAssignment(property)) draft.named.set(name, { node: property.initializer });
    const getter = tsc.isMethodDeclaration(property) ? property : tsc.isPropertyAssignment(property) ? property.initializer : undefined;
    if (role !== 'get' || getter === undefined || !(tsc.isMethodDeclaration(getter) || tsc.isFunctionExpression(getter) || tsc.isArrowFunction(getter))) continue;
    const { body } = getter;
    const [statement] = body !== undefined && tsc.isBlock(body) ? body.statements : [];
    const given = statement !== undefined && tsc.isReturnStatement(statement) ? statement.expression : body !== undefined && !tsc.isBlock(body) ? body : undefined;
    if (given !== undefined) draft.named.set(name, { node: given });
  }
}

/** `__exportStar(require('./x'), exports)`, under whatever name the compiler gave the function. */
function takeStarCall(tsc: Compiler, draft: Draft, call: ts.CallExpression): void {
  const [module, target] = call.arguments;
  const from = module === undefined ? undefined : requiredModule(tsc, module);
  const passesOn = target === undefined ? call.expression.getText().startsWith('__export') : isExportsObject(tsc, target);
  if (from !== undefined && passesOn) draft.stars.push(from);
}

/** What a module exports. */
export const exportsIn = perFile((tsc, file: ts.SourceFile): ModuleExports => {
  const draft: Draft = { named: new Map(), stars: [] };
  const assigned: ts.Expression[] = [];
  for (const { object, name, value } of storesIn(tsc, file).members) {
    if (isExportsObject(tsc, object)) {
      const empties = tsc.isVoidExpression(value) || (tsc.isBinaryExpression(value) && tsc.isVoidExpression(value.right));
      if (!empties) draft.named.set(name, { node: value });
    } else if (name === 'exports' && tsc.isIdentifier(object) && object.text === 'module') assigned.push(value);
  }
  const pending: ts.Node[] = [...file.statements];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (tsc.isStatement(node)) takeStatement(tsc, draft, node);
    if (tsc.isCallExpression(node)) {
      if (node.expression.getText() === 'Object.defineProperty') takeDefinedProperty(tsc, draft, node);
      else takeStarCall(tsc, draft, node);
    }
    tsc.forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  return { named: draft.named, stars: draft.stars, assigned };
});
