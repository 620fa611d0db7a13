/**
 * What kind of container a place below a module's variable is. Computes it from the values that are ever put there:
 * literals, constructions, fields of the package's classes. Assumes names are not computed. A place nobody is seen to
 * fill is no container.
 */
import type ts from 'typescript';

import type { ContainerKind } from '../../typescript/container-kind.js';
import { fixedName, peel } from '../../typescript/syntax.js';
import { growthSitesIn } from '../facts/growth-sites.js';

import { definitionOf } from './definition-of.js';
import { anyElement } from './dependency-summary.js';
import { storesIn } from './file-stores.js';
import { isExportsObject } from './module-exports.js';
import type { PackageSource } from './package-source.js';
import { bindingAt } from './scope.js';

const constructed: ReadonlyMap<string, ContainerKind> = new Map<string, ContainerKind>([
  ['Array', 'array'],
  ['Map', 'map'],
  ['Object', 'object'],
  ['Set', 'set'],
  ['WeakMap', 'weak'],
  ['WeakSet', 'weak'],
]);

function kindOf({ tsc }: PackageSource, node: ts.Expression): ContainerKind | undefined {
  if (tsc.isArrayLiteralExpression(node)) return 'array';
  if (tsc.isObjectLiteralExpression(node)) return 'object';
  if (tsc.isStringLiteralLike(node) || tsc.isTemplateExpression(node)) return 'string';
  if (tsc.isNewExpression(node)) return tsc.isIdentifier(node.expression) ? constructed.get(node.expression.text) : undefined;
  return tsc.isCallExpression(node) && node.expression.getText() === 'Object.create' ? 'object' : undefined;
}

/** The values an expression may evaluate to: the sides of `||`, the end of a chain of assignments. */
function alternatives({ tsc }: PackageSource, value: ts.Expression): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  const pending = [value];
  for (let next = pending.pop(); next !== undefined && found.length < 16; next = pending.pop()) {
    const node = peel(tsc, next);
    if (tsc.isConditionalExpression(node)) pending.push(node.whenTrue, node.whenFalse);
    else if (tsc.isBinaryExpression(node) && node.operatorToken.kind === tsc.SyntaxKind.EqualsToken) pending.push(node.right);
    else if (tsc.isBinaryExpression(node)) pending.push(node.left, node.right);
    else found.push(node);
  }
  return found;
}

function ofInstance(pkg: PackageSource, created: ts.NewExpression, name: string): readonly ts.Expression[] {
  const { tsc } = pkg;
  const made = definitionOf(pkg, created.expression)?.node;
  if (made === undefined) return [];
  const fields = tsc.isClassLike(made) ? made.members.flatMap((m) => (tsc.isPropertyDeclaration(m) && fixedName(tsc, m.name) === name && m.initializer !== undefined ? [m.initializer] : [])) : [];
  const stored = storesIn(tsc, made.getSourceFile()).members.filter(
    (store) => store.name === name && store.object.kind === tsc.SyntaxKind.ThisKeyword && store.object.pos >= made.pos && store.object.end <= made.end,
  );
  return [...fields, ...stored.map(({ value }) => value)];
}

function fieldValues(pkg: PackageSource, value: ts.Expression, name: string): readonly ts.Expression[] {
  const { tsc } = pkg;
  if (tsc.isNewExpression(value)) return ofInstance(pkg, value, name);
  if (!tsc.isObjectLiteralExpression(value)) return [];
  return value.properties.flatMap((p) => (tsc.isPropertyAssignment(p) && fixedName(tsc, p.name) === name ? [p.initializer] : []));
}

/** The variable a chain of members begins with. */
function rootOf({ tsc }: PackageSource, expression: ts.Expression): ts.Node | undefined {
  let node = peel(tsc, expression);
  while (tsc.isPropertyAccessExpression(node) && !isExportsObject(tsc, node)) node = peel(tsc, node.expression);
  if (isExportsObject(tsc, node)) return node.getSourceFile();
  return tsc.isIdentifier(node) ? bindingAt(tsc, node) : undefined;
}

/** Everything ever stored at a place below a variable, one step at a time. */
function valuesAt(pkg: PackageSource, variable: ts.Node, steps: readonly string[]): readonly ts.Expression[] {
  const { tsc } = pkg;
  const file = variable.getSourceFile();
  const stores = storesIn(tsc, file);
  const initializer = tsc.isVariableDeclaration(variable) ? variable.initializer : tsc.isExpression(variable) ? variable : undefined;
  const assigned = stores.variables.get(variable as ts.Declaration)?.map(({ value }) => value) ?? [];
  let values = [...(initializer === undefined ? [] : [initializer]), ...assigned].flatMap((value) => alternatives(pkg, value));
  for (const step of steps) {
    const below = (container: ts.Expression): boolean => rootOf(pkg, container) === variable;
    const next =
      step === anyElement
        ? growthSitesIn(tsc, file).filter((site) => below(site.container)).flatMap((site) => site.values)
        : [...values.flatMap((value) => fieldValues(pkg, value, step)), ...stores.members.filter(({ name, object }) => name === step && below(object)).map(({ value }) => value)];
    values = next.flatMap((value) => alternatives(pkg, value));
  }
  return values;
}

/** The kinds of container that are put at a place below a module's variable. */
export function containersAt(pkg: PackageSource, variable: ts.Node, steps: readonly string[]): ReadonlySet<ContainerKind> {
  return new Set(valuesAt(pkg, variable, steps).flatMap((value) => kindOf(pkg, value) ?? []));
}
