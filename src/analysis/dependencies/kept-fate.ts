/**
 * What a package does to one of its variables, wherever in the package. Computes the places below the variable that any
 * function takes from. Assumes a variable that no export names or returns is only touched by its own module. Gives up
 * variables that leave sight, and packages with too much code to read.
 */
import type ts from 'typescript';

import { frameOf, isFunctionWithBody, peel } from '../../typescript/syntax.js';

import { declarationOfKept } from './declaration-of-kept.js';
import { definitionOf } from './definition-of.js';
import { type DependencyPlace, isSameKept, type KeptFate, type KeptVariable } from './dependency-summary.js';
import { entryModuleOf } from './entry-module.js';
import { exportsIn } from './module-exports.js';
import { isModuleFrame } from './module-frame.js';
import type { PackageSource } from './package-source.js';
import { bindingAt } from './scope.js';
import { summarizeFunction } from './summarize-function.js';

const mostModules = 40;
const mostFunctions = 400;

function descendants({ tsc }: PackageSource, from: ts.Node, isWanted: (node: ts.Node) => boolean): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const pending: ts.Node[] = [from];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isWanted(node)) found.push(node);
    tsc.forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  return found;
}

/** The functions that others can call: those of the module itself, not those that functions make. */
function functionsOf(pkg: PackageSource, module: ts.SourceFile): readonly ts.Node[] {
  const { tsc } = pkg;
  return descendants(pkg, module, (node) => isFunctionWithBody(tsc, node) && !isModuleFrame(tsc, node) && isModuleFrame(tsc, frameOf(tsc, node)));
}

function specifiersIn(pkg: PackageSource, module: ts.SourceFile): readonly string[] {
  const { tsc } = pkg;
  const literals = descendants(pkg, module, (node) => {
    if (!tsc.isStringLiteral(node) || !node.text.startsWith('.')) return false;
    const { parent } = node;
    return tsc.isImportDeclaration(parent) || tsc.isExportDeclaration(parent) || (tsc.isCallExpression(parent) && parent.expression.getText() === 'require');
  });
  return literals.map((literal) => (literal as ts.StringLiteral).text);
}

/** All modules that the package's main module leads to, the given one included; undefined when they are too many. */
function modulesAround(pkg: PackageSource, module: ts.SourceFile): readonly ts.SourceFile[] | undefined {
  const entry = entryModuleOf(pkg, '.');
  const main = entry === undefined ? undefined : pkg.moduleAt(entry);
  const found = new Set([module, ...(main === undefined ? [] : [main])]);
  for (const next of found) {
    if (found.size > mostModules) return undefined;
    for (const specifier of specifiersIn(pkg, next)) {
      const other = pkg.imported(next, specifier);
      if (other !== undefined) found.add(other);
    }
  }
  return [...found];
}

/** Whether code that runs as the module loads gives the variable away: exports it, stores it or passes it on. */
function isGivenAway(pkg: PackageSource, variable: ts.Node): boolean {
  const { tsc } = pkg;
  const module = variable.getSourceFile();
  if (tsc.isSourceFile(variable)) return false;
  const target = [...exportsIn(tsc, module).named.values()].some((one) => 'node' in one && (one.node === variable || (tsc.isIdentifier(one.node) && bindingAt(tsc, one.node) === variable)));
  return (
    target ||
    descendants(pkg, module, (node) => {
      if (!tsc.isIdentifier(node) || bindingAt(tsc, node) !== variable || !isModuleFrame(tsc, frameOf(tsc, node))) return false;
      const { parent } = node;
      if (tsc.isCallExpression(parent)) return parent.arguments.includes(node);
      return (tsc.isBinaryExpression(parent) && parent.right === node) || tsc.isShorthandPropertyAssignment(parent) || (tsc.isPropertyAssignment(parent) && parent.initializer === node);
    }).length > 0
  );
}

/** What becomes of a variable of the package. */
export function keptFateOf(pkg: PackageSource, kept: KeptVariable): KeptFate {
  const variable = declarationOfKept(pkg, kept);
  if (variable === undefined) return { shrunk: [], complete: false };
  const module = variable.getSourceFile();
  const held = pkg.tsc.isExpression(variable) ? peel(pkg.tsc, variable) : definitionOf(pkg, variable)?.node;
  const isInstance = held !== undefined && pkg.tsc.isNewExpression(held);
  const below = (at: DependencyPlace): readonly string[] | undefined =>
    (typeof at.root === 'object' && isSameKept(at.root, kept)) || (at.root === 'this' && isInstance) ? at.steps : undefined;
  const shrunk: (readonly string[])[] = [];
  let complete = !isGivenAway(pkg, variable);
  let functions = 0;
  /** Reads all functions of some modules; says whether one of them hands the variable out. */
  const read = (modules: readonly ts.SourceFile[]): boolean => {
    let leaves = false;
    for (const node of modules.flatMap((one) => functionsOf(pkg, one))) {
      functions += 1;
      if (functions > mostFunctions) break;
      for (const effect of summarizeFunction(pkg, { node }).effects) {
        const steps = effect.kind === 'shrink' ? below(effect.at) : undefined;
        if (steps !== undefined) shrunk.push(steps);
        if (effect.kind === 'hand' && below(effect.at) !== undefined) complete = false;
        if (effect.kind === 'return' && typeof effect.of === 'object') leaves ||= below(effect.of) !== undefined;
      }
    }
    return leaves;
  };
  if (read([module])) {
    const others = modulesAround(pkg, module)?.filter((one) => one !== module);
    if (others === undefined) complete = false;
    else read(others);
  }
  const distinct = [...new Set(shrunk.map((steps) => JSON.stringify(steps)))].map((text) => JSON.parse(text) as readonly string[]);
  return { shrunk: distinct, complete: complete && functions <= mostFunctions };
}
