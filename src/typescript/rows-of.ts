import type ts from 'typescript';

import type { ModelRow } from '../models/schema.js';

import { declarationsAt } from './declaration-of.js';
import { normalizedModule } from './model-index.js';
import { originOf, packageOfFile } from './origin-of.js';
import { perProgram, type ProgramView } from './program-view.js';
import { type CallLike, peel } from './syntax.js';
import { writtenType } from './written-member.js';
import { basesOf, type Nominal } from './written-type.js';

/** Rows of one kind. */
export type RowOf<K extends ModelRow['kind']> = Extract<ModelRow, { kind: K }>;

function ofKind<K extends ModelRow['kind']>(rows: readonly ModelRow[] | undefined, kind: K): readonly RowOf<K>[] {
  return (rows ?? []).filter((row): row is RowOf<K> => row.kind === kind);
}

/** What the models say, in rows of one kind, of a declaration itself. */
export function rowsOfDeclaration<K extends ModelRow['kind']>(view: ProgramView, declaration: ts.Declaration, kind: K): readonly RowOf<K>[] {
  const origin = originOf(view, declaration);
  if (origin === undefined) return [];
  return ofKind(view.models.get(origin.module)?.byMember.get(origin.member), kind);
}

/** Rows of one kind for a member of a type, found at the type itself or at its bases. */
export function rowsOfType<K extends ModelRow['kind']>(view: ProgramView, type: ts.Type, member: string, kind: K, depth = 0): readonly RowOf<K>[] {
  if (type.isUnionOrIntersection()) return type.types.flatMap((part) => rowsOfType(view, part, member, kind, depth));
  for (const declaration of type.getSymbol()?.declarations ?? []) {
    const origin = originOf(view, declaration);
    if (origin === undefined) continue;
    const rows = ofKind(view.models.get(origin.module)?.byMember.get(`${origin.member}#${member}`), kind);
    if (rows.length > 0) return rows;
  }
  if (depth > 6) return [];
  const bases = type.isClassOrInterface() ? view.checker.getBaseTypes(type) : (baseOfReference(view, type) ?? []);
  for (const base of bases) {
    const rows = rowsOfType(view, base, member, kind, depth + 1);
    if (rows.length > 0) return rows;
  }
  return [];
}

/** The same for a type that declarations write down; undefined where a base is out of their reach. */
function rowsOfWritten<K extends ModelRow['kind']>(view: ProgramView, type: Nominal, member: string | undefined, kind: K, depth = 0): readonly RowOf<K>[] | undefined {
  for (const declaration of type.symbol.declarations ?? []) {
    const origin = originOf(view, declaration);
    const name = member === undefined || origin === undefined ? origin?.member : `${origin.member}#${member}`;
    const rows = origin === undefined || name === undefined ? [] : ofKind(view.models.get(origin.module)?.byMember.get(name), kind);
    if (rows.length > 0) return rows;
  }
  if (depth > 6) return [];
  for (const base of basesOf(view, type)) {
    const rows = base === undefined ? undefined : rowsOfWritten(view, base, member, kind, depth + 1);
    if (rows === undefined || rows.length > 0) return rows;
  }
  return [];
}

/** Rows of one kind for a type that declarations write down, itself first, then its bases; undefined says nothing. */
export function rowsOfWrittenType<K extends ModelRow['kind']>(view: ProgramView, type: Nominal | undefined, kind: K): readonly RowOf<K>[] | undefined {
  return type === undefined ? undefined : rowsOfWritten(view, type, undefined, kind);
}

/** Rows of one kind for a member of the value of an expression. */
function rowsOfReceiver<K extends ModelRow['kind']>(view: ProgramView, receiver: ts.Expression, member: string, kind: K): readonly RowOf<K>[] {
  const written = writtenType(view, receiver);
  const rows = written === undefined ? undefined : rowsOfWritten(view, written, member, kind);
  return rows ?? rowsOfType(view, view.checker.getTypeAtLocation(receiver), member, kind);
}

function baseOfReference(view: ProgramView, type: ts.Type): readonly ts.BaseType[] | undefined {
  const target = (type as Partial<ts.TypeReference>).target;
  return target !== undefined && target !== type && target.isClassOrInterface() ? view.checker.getBaseTypes(target) : undefined;
}

/** The names of methods that some model speaks of: the class of any other receiver need not be known. */
const membersWithRows = perProgram((view): ReadonlySet<string> => {
  const members = [...view.models.values()].flatMap((library) => [...library.byMember.keys()]);
  return new Set(members.flatMap((member) => (member.includes('#') ? [member.slice(member.indexOf('#') + 1)] : [])));
});

/** The module a value was made by, read from imports alone: `app` in `const app = express()` comes from `express`. */
function moduleBehind(view: ProgramView, expression: ts.Expression, depth = 0): string | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  if (depth > 5) return undefined;
  if (tsc.isCallExpression(node)) {
    const [specifier] = node.arguments;
    if (tsc.isIdentifier(node.expression) && node.expression.text === 'require' && specifier !== undefined && tsc.isStringLiteralLike(specifier)) {
      return normalizedModule(specifier.text);
    }
    return moduleBehind(view, node.expression, depth + 1);
  }
  if (tsc.isNewExpression(node) || tsc.isPropertyAccessExpression(node)) return moduleBehind(view, node.expression, depth + 1);
  if (!tsc.isIdentifier(node)) return undefined;
  const symbol = view.checker.getSymbolAtLocation(node);
  const declaration = symbol?.declarations?.[0];
  if (declaration === undefined) return undefined;
  if (tsc.isVariableDeclaration(declaration) && declaration.initializer !== undefined) return moduleBehind(view, declaration.initializer, depth + 1);
  let around: ts.Node = declaration;
  while (!tsc.isImportDeclaration(around) && !tsc.isSourceFile(around)) around = around.parent;
  return tsc.isImportDeclaration(around) && tsc.isStringLiteral(around.moduleSpecifier) ? normalizedModule(around.moduleSpecifier.text) : undefined;
}

function rowsByProvenance<K extends ModelRow['kind']>(view: ProgramView, callee: ts.Expression, kind: K): readonly RowOf<K>[] {
  const name = view.ts.isPropertyAccessExpression(callee) ? callee.name.text : view.ts.isIdentifier(callee) ? callee.text : undefined;
  const module = name === undefined ? undefined : moduleBehind(view, callee);
  return name === undefined || module === undefined ? [] : ofKind(view.models.get(module)?.byName.get(name), kind);
}

/** What is known of a callee that has no body in the project. */
export interface LibraryCallee<K extends ModelRow['kind']> {
  readonly rows: readonly RowOf<K>[];
  /** Declared by the language itself, whose callbacks run at once or in the same turn. */
  readonly language: boolean;
}

/**
 * The rows of one kind for what a call calls: by the member's own declaration, by the receiver's class and its bases,
 * and without types by the import the receiver was made from.
 */
export function rowsOfCall<K extends ModelRow['kind']>(view: ProgramView, call: CallLike, kind: K): LibraryCallee<K> {
  const { ts: tsc } = view;
  const callee = peel(tsc, call.expression);
  const name = tsc.isPropertyAccessExpression(callee) ? callee.name : callee;
  const declarations = tsc.isIdentifier(name) || tsc.isPrivateIdentifier(name) ? declarationsAt(view, name) : [];
  if (declarations.length === 0) return { rows: rowsByProvenance(view, callee, kind), language: false };
  for (const declaration of declarations) {
    const rows = rowsOfDeclaration(view, declaration, kind);
    if (rows.length > 0) return { rows, language: false };
  }
  if (tsc.isPropertyAccessExpression(callee) && membersWithRows(view).has(callee.name.text)) {
    const rows = rowsOfReceiver(view, callee.expression, callee.name.text, kind);
    if (rows.length > 0) return { rows, language: false };
  }
  // `Pool: typeof index.Pool` lists a class under a name of its own.
  if (tsc.isNewExpression(call) && declarations.some((declaration) => tsc.isPropertySignature(declaration))) {
    const made = view.checker.getTypeAtLocation(call).getSymbol()?.declarations ?? [];
    const rows = made.flatMap((declaration) => rowsOfDeclaration(view, declaration, kind));
    if (rows.length > 0) return { rows, language: false };
  }
  // `export { lookup as io }` hands a function out under a name that its declaration does not have.
  if (tsc.isIdentifier(callee) && declarations.every((declaration) => tsc.isFunctionDeclaration(declaration) && declaration.name?.text !== callee.text && isForeign(declaration))) {
    return { rows: rowsByProvenance(view, callee, kind), language: false };
  }
  const language = declarations.some((d) => view.program.isSourceFileDefaultLibrary(d.getSourceFile()));
  return { rows: [], language };
}

/** Whether a declaration is in a dependency or the language rather than in the project. */
export function isForeign(declaration: ts.Declaration): boolean {
  const file = declaration.getSourceFile();
  return file.isDeclarationFile || packageOfFile(file.fileName) !== undefined;
}

/** Rows of one kind for a type as written or inferred: its alias first, then its class or interface and their bases. */
export function rowsOfTypeItself<K extends ModelRow['kind']>(view: ProgramView, type: ts.Type, kind: K, depth = 0): readonly RowOf<K>[] {
  const named = [...(type.aliasSymbol?.declarations ?? []), ...(type.getSymbol()?.declarations ?? [])];
  for (const declaration of named) {
    const rows = rowsOfDeclaration(view, declaration, kind);
    if (rows.length > 0) return rows;
  }
  if (depth > 5) return [];
  if (type.isUnionOrIntersection()) return type.types.flatMap((part) => rowsOfTypeItself(view, part, kind, depth + 1));
  const bases = type.isClassOrInterface() ? view.checker.getBaseTypes(type) : (baseOfReference(view, type) ?? []);
  return bases.flatMap((base) => rowsOfTypeItself(view, base, kind, depth + 1));
}
