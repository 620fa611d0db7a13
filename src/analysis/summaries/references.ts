/**
 * Who mentions a declaration. Computes the expressions in the project's own code whose name resolves to it, imports and
 * re-exports followed, and the destructuring patterns that take it out of an object. Assumes that names written in the
 * source are the only access. Gives up `obj[name]`, `eval` and reflection.
 */
import type ts from 'typescript';

import { declarationsAt } from '../../typescript/declaration-of.js';
import { packageOfFile } from '../../typescript/origin-of.js';
import { memoPerProgram, perProgram, type ProgramView } from '../../typescript/program-view.js';
import { fixedName, isValueUse, widest } from '../../typescript/syntax.js';
import { namesIn } from '../facts/name-index.js';
import type { Name } from '../facts/node-index.js';

import { canSee } from './sight.js';

/** One mention: the widest expression with the value, or the binding element that receives it. */
export type Reference = ts.BindingElement | ts.Expression;

const filesByName = perProgram((view) => {
  const index = new Map<string, ts.SourceFile[]>();
  for (const file of view.files) {
    for (const name of namesIn(view.ts, file).keys()) {
      const files = index.get(name);
      if (files === undefined) index.set(name, [file]);
      else files.push(file);
    }
  }
  return index;
});

function isExportedWithin(view: ProgramView, declaration: ts.Declaration): boolean {
  const { ts: tsc } = view;
  const file = declaration.getSourceFile();
  if (!tsc.isExternalModule(file)) return true;
  let node: ts.Node = declaration;
  while (tsc.isBindingElement(node) || tsc.isObjectBindingPattern(node) || tsc.isArrayBindingPattern(node)) node = node.parent;
  const name = fixedName(tsc, tsc.getNameOfDeclaration(declaration));
  if ((tsc.getCombinedModifierFlags(declaration) & tsc.ModifierFlags.Export) !== 0) return true;
  return (namesIn(tsc, file).get(name ?? '') ?? []).some((id) => tsc.isExportSpecifier(id.parent) || tsc.isExportAssignment(id.parent));
}

function isMember(view: ProgramView, declaration: ts.Declaration): boolean {
  const { ts: tsc } = view;
  return (
    tsc.isClassElement(declaration) ||
    tsc.isTypeElement(declaration) ||
    tsc.isObjectLiteralElement(declaration) ||
    (tsc.isParameter(declaration) && tsc.isParameterPropertyDeclaration(declaration, declaration.parent)) ||
    tsc.isBinaryExpression(declaration) ||
    tsc.isPropertyAccessExpression(declaration)
  );
}

/** Whether a declaration's name does not leave its file: locals, private members, what a module does not export. */
function isConfined(view: ProgramView, declaration: ts.Declaration): boolean {
  const { ts: tsc } = view;
  const hidden =
    (tsc.getCombinedModifierFlags(declaration) & tsc.ModifierFlags.Private) !== 0 ||
    (declaration as ts.NamedDeclaration).name?.kind === tsc.SyntaxKind.PrivateIdentifier;
  return hidden || (!isMember(view, declaration) && (!tsc.isSourceFile(enclosingStatementList(view, declaration)) || !isExportedWithin(view, declaration)));
}

function enclosingStatementList(view: ProgramView, declaration: ts.Declaration): ts.Node {
  let node: ts.Node = declaration.parent;
  while (!view.ts.isBlock(node) && !view.ts.isSourceFile(node) && !view.ts.isFunctionLike(node) && !view.ts.isModuleBlock(node)) node = node.parent;
  return node;
}

function asReference(view: ProgramView, id: Name): Reference | undefined {
  const { ts: tsc } = view;
  const parent = id.parent;
  if (tsc.isPropertyAccessExpression(parent) && parent.name === id) return widest(tsc, parent);
  if (tsc.isBindingElement(parent)) {
    if ((parent.propertyName ?? parent.name) === id && tsc.isObjectBindingPattern(parent.parent)) return parent;
    return parent.initializer === id ? widest(tsc, id) : undefined;
  }
  if (!tsc.isIdentifier(id)) return undefined;
  if (tsc.isShorthandPropertyAssignment(parent)) return id;
  return isValueUse(tsc, id) ? widest(tsc, id) : undefined;
}

/** What a name stands for where it is written: its declarations, or those of the property that a pattern takes out. */
function mentioned(view: ProgramView, id: Name): readonly ts.Declaration[] {
  const { ts: tsc, checker } = view;
  const parent = id.parent;
  if (tsc.isBindingElement(parent) && tsc.isObjectBindingPattern(parent.parent) && (parent.propertyName ?? parent.name) === id) {
    return checker.getTypeAtLocation(parent.parent).getProperty(id.text)?.declarations ?? [];
  }
  return declarationsAt(view, id);
}

/** The name in the source by which a declaration is found; `default` exports are found by what importers call them. */
function searchName(view: ProgramView, declaration: ts.Declaration): string | undefined {
  return fixedName(view.ts, view.ts.getNameOfDeclaration(declaration));
}

/** Local names under which a module's default export, or a renamed import, appears elsewhere. */
export const renamedImports = perProgram((view) => {
  const { ts: tsc } = view;
  const renames = new Map<ts.Declaration, Map<ts.SourceFile, Set<string>>>();
  for (const file of view.files) {
    for (const statement of file.statements) {
      const clause = tsc.isImportDeclaration(statement) ? statement.importClause : undefined;
      const names: ts.Identifier[] = [];
      if (clause?.name !== undefined) names.push(clause.name);
      if (clause?.namedBindings !== undefined && tsc.isNamedImports(clause.namedBindings)) {
        for (const specifier of clause.namedBindings.elements) if (specifier.propertyName !== undefined) names.push(specifier.name);
      }
      for (const name of names) {
        for (const declaration of declarationsAt(view, name)) {
          const byFile = renames.get(declaration) ?? new Map<ts.SourceFile, Set<string>>();
          renames.set(declaration, byFile.set(file, (byFile.get(file) ?? new Set<string>()).add(name.text)));
        }
      }
    }
  }
  return renames;
});

/** Whether the project itself declares it: what a library declares is mentioned everywhere and tells nothing. */
function isOwn(view: ProgramView, declaration: ts.Declaration): boolean {
  const file = declaration.getSourceFile();
  return packageOfFile(file.fileName) === undefined && !view.program.isSourceFileDefaultLibrary(file);
}

type References = ReadonlyMap<ts.Declaration, readonly Reference[]>;

/** Shared by the many files whose mentions of a name mean nothing of the project's. */
const none: References = new Map();

/** Whether the shape of the code around a mention makes it worth asking what it means. */
type Wanted = (view: ProgramView, reference: Reference) => boolean;

function isAny(): boolean {
  return true;
}

function isTarget(view: ProgramView, reference: Reference): boolean {
  const { ts: tsc } = view;
  const { parent } = reference;
  if (tsc.isPrefixUnaryExpression(parent) || tsc.isPostfixUnaryExpression(parent)) return true;
  if (!tsc.isBinaryExpression(parent) || parent.left !== reference) return false;
  const { kind } = parent.operatorToken;
  return kind >= tsc.SyntaxKind.FirstAssignment && kind <= tsc.SyntaxKind.LastAssignment;
}

/** The references written under one name in a file, by what they mean. */
function referencesUnder(view: ProgramView, file: ts.SourceFile, name: string, isWanted: Wanted): References {
  let found: Map<ts.Declaration, Reference[]> | undefined;
  for (const id of namesIn(view.ts, file).get(name) ?? []) {
    const reference = asReference(view, id);
    if (reference === undefined || !isWanted(view, reference)) continue;
    for (const declaration of mentioned(view, id)) {
      const known = found?.get(declaration);
      if (known === undefined) (found ??= new Map()).set(declaration, [reference]);
      else if (known.at(-1) !== reference) known.push(reference);
    }
  }
  return found ?? none;
}

/** The files that write a declaration's name and can mean it. */
function filesNaming(view: ProgramView, declaration: ts.Declaration, name: string): readonly ts.SourceFile[] {
  const own = declaration.getSourceFile();
  const files = filesByName(view).get(name) ?? [];
  return isConfined(view, declaration) ? files.filter((file) => file === own) : files.filter((file) => canSee(view, file, own));
}

/**
 * A question about the mentions of declarations, in program order: all whose shape is wanted. A narrow shape is far cheaper
 * than all mentions, since only what is wanted is resolved; declarations of one name share the answers.
 */
export function referenceQuestion(isWanted: Wanted): (view: ProgramView, declaration: ts.Declaration) => readonly Reference[] {
  const answers = perProgram(() => new Map<ts.SourceFile, Map<string, References>>());
  const referencesIn = (view: ProgramView, file: ts.SourceFile, name: string): References => {
    const ofFile = answers(view).get(file) ?? new Map<string, References>();
    const known = ofFile.get(name);
    if (known !== undefined) return known;
    const references = referencesUnder(view, file, name, isWanted);
    answers(view).set(file, ofFile.set(name, references));
    return references;
  };
  return memoPerProgram<ts.Declaration, readonly Reference[]>(
    () => [],
    (view, declaration) => {
      if (!isOwn(view, declaration)) return [];
      const name = searchName(view, declaration);
      const found = name === undefined ? [] : filesNaming(view, declaration, name).flatMap((file) => referencesIn(view, file, name).get(declaration) ?? []);
      if (isMember(view, declaration)) return found;
      for (const [file, names] of renamedImports(view).get(declaration) ?? []) {
        for (const rename of names) if (rename !== name) found.push(...(referencesIn(view, file, rename).get(declaration) ?? []));
      }
      return found;
    },
  );
}

const allReferences = referenceQuestion(isAny);

/** Every mention of a declaration of the project, in program order. */
export function referencesOf(view: ProgramView, declaration: ts.Declaration): readonly Reference[] {
  return allReferences(view, declaration);
}

/** The mentions of a declaration that store into it. */
export const storesTo = referenceQuestion(isTarget);
