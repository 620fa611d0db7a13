/**
 * Rows of the user's models that can never apply, because the library declares the class they name without the member.
 * Computes it from what the project's imports resolve to. Assumes that a class exported under a row's name is the class
 * meant. Gives up, and says nothing, where a row may be right after all: in a model of other versions than the installed one, on a
 * name that the imported modules don't export (another entry point may), and on a class with a base or an index signature that
 * is not known.
 */
import type ts from 'typescript';

import { modelsOfInstalled } from './installed-versions.js';
import { normalizedModule } from './model-index.js';
import { perProgram, type ProgramView } from './program-view.js';

/** One such row, by its place in `settings.leaks.models`. */
export interface UndeclaredMember {
  /** The first file of the project that imports the library: where it is told, once. */
  readonly file: string;
  readonly package: string;
  readonly on: string;
  readonly model: number;
  readonly row: number;
}

interface Imported {
  readonly file: string;
  readonly symbol: ts.Symbol;
}

function importsOf(view: ProgramView, modules: readonly string[]): readonly Imported[] {
  return view.files.flatMap((file) =>
    file.statements.flatMap((statement) => {
      const specifier = view.ts.isImportDeclaration(statement) || view.ts.isExportDeclaration(statement) ? statement.moduleSpecifier : undefined;
      if (specifier === undefined || !view.ts.isStringLiteral(specifier) || !modules.includes(normalizedModule(specifier.text))) return [];
      const symbol = view.checker.getSymbolAtLocation(specifier);
      return symbol === undefined ? [] : [{ file: file.fileName, symbol }];
    }),
  );
}

function exported(view: ProgramView, module: ts.Symbol, name: string): ts.Symbol | undefined {
  const symbol = view.checker.getExportsOfModule(module).find((candidate) => candidate.name === name);
  return symbol !== undefined && (symbol.flags & view.ts.SymbolFlags.Alias) !== 0 ? view.checker.getAliasedSymbol(symbol) : symbol;
}

function hasUnknownBase(view: ProgramView, type: ts.Type, depth = 0): boolean {
  const clauses = (type.getSymbol()?.declarations ?? []).flatMap((declaration) =>
    view.ts.isClassLike(declaration) || view.ts.isInterfaceDeclaration(declaration) ? (declaration.heritageClauses ?? []) : [],
  );
  const bases = clauses.flatMap((clause) => clause.types.map((base) => view.checker.getTypeAtLocation(base)));
  return depth > 9 || bases.some((base) => (base.flags & view.ts.TypeFlags.Any) !== 0 || hasUnknownBase(view, base, depth + 1));
}

/** Whether a class or interface is fully known and has no such member. */
function lacks(view: ProgramView, owner: ts.Symbol, member: string): boolean {
  if ((owner.flags & (view.ts.SymbolFlags.Class | view.ts.SymbolFlags.Interface)) === 0) return false;
  const type = view.checker.getDeclaredTypeOfSymbol(owner);
  if (view.checker.getPropertyOfType(type, member) !== undefined || view.checker.getIndexInfosOfType(type).length > 0) return false;
  return !hasUnknownBase(view, type);
}

/** The rows of `settings.leaks.models` that name a member which its class does not declare. */
export const undeclaredMembers = perProgram((view): readonly UndeclaredMember[] => {
  const { models = [] } = view.settings;
  const meant = modelsOfInstalled(view.ts, view.program, models);
  return models.flatMap((model, modelAt) => {
    if (!meant.includes(model)) return [];
    const imports = importsOf(view, [model.package, ...(model.aliases ?? [])].map(normalizedModule));
    const [first] = imports;
    return model.rows.flatMap(({ on }, rowAt) => {
      const [, ownerName, member] = /^([\w$]+)#([\w$]+)$/.exec(on) ?? [];
      if (first === undefined || ownerName === undefined || member === undefined || member === 'constructor') return [];
      const owners = [...new Set(imports.flatMap(({ symbol }) => exported(view, symbol, ownerName) ?? []))];
      if (owners.length === 0 || !owners.every((owner) => lacks(view, owner, member))) return [];
      return [{ file: first.file, package: model.package, on, model: modelAt, row: rowAt }];
    });
  });
});
