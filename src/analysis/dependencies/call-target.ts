/**
 * Which function of which package a call names. Computes the module specifier and the members from how the file imports
 * what it calls; for methods and what the project passes on, from where the declaration lies in the package. Assumes the
 * declarations describe the code beside them. Gives up calls of what only a variable holds.
 */
import { isBuiltin } from 'node:module';

import type ts from 'typescript';

import { declarationsAt } from '../../typescript/declaration-of.js';
import { packageOfFile } from '../../typescript/origin-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { fixedName, isStaticMember, peel } from '../../typescript/syntax.js';

import { requiredModule } from './module-exports.js';

/** A member of what a package's module exports. */
export interface CallTarget {
  readonly package: string;
  /** `.` or `./sub/path`, or the path of the module's own declarations, without their ending. */
  readonly module: { readonly subpath: string } | { readonly declarations: string };
  /** The names that lead from the module to the function, the export first. */
  readonly members: readonly string[];
}

function packageOfSpecifier(specifier: string): { readonly name: string; readonly subpath: string } | undefined {
  if (isBuiltin(specifier) || !/^(?:@[^/]+\/)?[\w][^/]*(?:\/|$)/u.test(specifier)) return undefined;
  const parts = specifier.split('/');
  const name = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  const rest = specifier.slice(name.length + 1);
  return { name, subpath: rest === '' ? '.' : `./${rest}` };
}

/** The specifier of the import that declares a name, and the export it stands for. */
function importOf(view: ProgramView, root: ts.Expression): { readonly specifier: string; readonly exported: readonly string[] } | undefined {
  const { ts: tsc } = view;
  const required = requiredModule(tsc, root);
  if (required !== undefined) return { specifier: required, exported: [] };
  const declaration = tsc.isIdentifier(root) ? view.checker.getSymbolAtLocation(root)?.declarations?.[0] : undefined;
  if (declaration === undefined) return undefined;
  if (tsc.isImportSpecifier(declaration) || tsc.isImportClause(declaration) || tsc.isNamespaceImport(declaration)) {
    const statement = tsc.isImportSpecifier(declaration) ? declaration.parent.parent.parent : tsc.isNamespaceImport(declaration) ? declaration.parent.parent : declaration.parent;
    if (!tsc.isImportDeclaration(statement) || !tsc.isStringLiteral(statement.moduleSpecifier)) return undefined;
    const exported = tsc.isImportSpecifier(declaration) ? [(declaration.propertyName ?? declaration.name).text] : tsc.isImportClause(declaration) ? ['default'] : [];
    return { specifier: statement.moduleSpecifier.text, exported };
  }
  if (tsc.isImportEqualsDeclaration(declaration) && tsc.isExternalModuleReference(declaration.moduleReference)) {
    const { expression } = declaration.moduleReference;
    return tsc.isStringLiteral(expression) ? { specifier: expression.text, exported: [] } : undefined;
  }
  if (tsc.isVariableDeclaration(declaration) && declaration.initializer !== undefined) {
    const specifier = requiredModule(tsc, declaration.initializer);
    return specifier === undefined ? undefined : { specifier, exported: [] };
  }
  if (!tsc.isBindingElement(declaration) || !tsc.isVariableDeclaration(declaration.parent.parent)) return undefined;
  const { initializer } = declaration.parent.parent;
  const specifier = initializer === undefined ? undefined : requiredModule(tsc, initializer);
  const name = fixedName(tsc, declaration.propertyName ?? declaration.name);
  return specifier === undefined || name === undefined ? undefined : { specifier, exported: [name] };
}

/** The package that the name a call begins with is imported from; the cheap question, which asks nothing about types. */
export function importedPackageOf(view: ProgramView, call: ts.CallExpression): string | undefined {
  return byImport(view, call)?.package;
}

function byImport(view: ProgramView, call: ts.CallExpression): CallTarget | undefined {
  const { ts: tsc } = view;
  const names: string[] = [];
  let root = peel(tsc, call.expression);
  for (; tsc.isPropertyAccessExpression(root); root = peel(tsc, root.expression)) names.unshift(root.name.text);
  const imported = importOf(view, root);
  const from = imported === undefined ? undefined : packageOfSpecifier(imported.specifier);
  return imported === undefined || from === undefined ? undefined : { package: from.name, module: { subpath: from.subpath }, members: [...imported.exported, ...names] };
}

/** How the declarations name what a declaration declares, as seen from the module. */
function membersTo(view: ProgramView, declaration: ts.Declaration): readonly string[] | undefined {
  const { ts: tsc } = view;
  const byDefault = tsc.canHaveModifiers(declaration) && tsc.getModifiers(declaration)?.some((m) => m.kind === tsc.SyntaxKind.DefaultKeyword) === true;
  const name = fixedName(tsc, tsc.getNameOfDeclaration(declaration));
  if (tsc.isClassElement(declaration) && tsc.isClassLike(declaration.parent) && name !== undefined) {
    const owner = membersTo(view, declaration.parent);
    return owner === undefined ? undefined : [...owner, ...(isStaticMember(tsc, declaration) ? [] : ['prototype']), name];
  }
  const outermost = tsc.isFunctionDeclaration(declaration) || tsc.isClassDeclaration(declaration) || (tsc.isVariableDeclaration(declaration) && tsc.isVariableStatement(declaration.parent.parent));
  if (!outermost) return undefined;
  return byDefault ? ['default'] : name === undefined ? undefined : [name];
}

function byDeclaration(view: ProgramView, declarations: readonly ts.Declaration[]): CallTarget | undefined {
  for (const declaration of declarations) {
    const { fileName } = declaration.getSourceFile();
    const name = packageOfFile(fileName);
    const members = name === undefined ? undefined : membersTo(view, declaration);
    if (name !== undefined && members !== undefined) return { package: name, module: { declarations: fileName.replace(/\.d\.([cm]?)ts$/u, '') }, members };
  }
  return undefined;
}

/** What a call calls, when that is a function of an installed package. */
export function callTargetOf(view: ProgramView, call: ts.CallExpression): CallTarget | undefined {
  const { ts: tsc } = view;
  const callee = peel(tsc, call.expression);
  const name = tsc.isPropertyAccessExpression(callee) ? callee.name : callee;
  const declarations = tsc.isIdentifier(name) || tsc.isPrivateIdentifier(name) ? declarationsAt(view, name) : [];
  const foreign = declarations.filter((declaration) => declaration.getSourceFile().isDeclarationFile && !view.program.isSourceFileDefaultLibrary(declaration.getSourceFile()));
  if (foreign.length < declarations.length) return undefined;
  return byImport(view, call) ?? byDeclaration(view, foreign);
}
