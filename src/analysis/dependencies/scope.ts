/**
 * What a name means in a file that no checker has seen. Computes the declarations of each scope by shape and finds the
 * nearest one around a use. Assumes strict scoping: functions in blocks belong to the block. Gives up `with` and `eval`.
 */
import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { around } from '../../typescript/syntax.js';
import { perFile } from '../facts/per-file.js';

type Names = Map<string, ts.Declaration>;

function isFunctionScope(tsc: Compiler, node: ts.Node): boolean {
  return tsc.isFunctionLike(node) || tsc.isSourceFile(node) || tsc.isClassStaticBlockDeclaration(node);
}

function isBlockScope(tsc: Compiler, node: ts.Node): boolean {
  return tsc.isBlock(node) || tsc.isForStatement(node) || tsc.isForInStatement(node) || tsc.isForOfStatement(node) || tsc.isCatchClause(node) || tsc.isCaseBlock(node) || isFunctionScope(tsc, node);
}

function scopeAround(tsc: Compiler, node: ts.Node, isScope: (tsc: Compiler, node: ts.Node) => boolean): ts.Node {
  for (const current of around(node)) if (isScope(tsc, current)) return current;
  return node.getSourceFile();
}

/** The scope that a declaration's name is known in; undefined for what declares no name of its own. */
function scopeOf(tsc: Compiler, declaration: ts.Node): ts.Node | undefined {
  if (tsc.isVariableDeclaration(declaration)) {
    const list = declaration.parent;
    const blockScoped = tsc.isCatchClause(list) || (list.flags & tsc.NodeFlags.BlockScoped) !== 0;
    return scopeAround(tsc, declaration, blockScoped ? isBlockScope : isFunctionScope);
  }
  if (tsc.isBindingElement(declaration)) {
    let owner: ts.Node = declaration;
    while (tsc.isBindingElement(owner) || tsc.isObjectBindingPattern(owner) || tsc.isArrayBindingPattern(owner)) owner = owner.parent;
    return scopeOf(tsc, owner);
  }
  if (tsc.isParameter(declaration)) return declaration.parent;
  if (tsc.isFunctionExpression(declaration) || tsc.isClassExpression(declaration)) return declaration;
  if (tsc.isFunctionDeclaration(declaration) || tsc.isClassDeclaration(declaration)) return scopeAround(tsc, declaration, isBlockScope);
  const imports = tsc.isImportSpecifier(declaration) || tsc.isImportClause(declaration) || tsc.isNamespaceImport(declaration);
  return imports ? declaration.getSourceFile() : undefined;
}

const scopesIn = perFile((tsc, file: ts.SourceFile): ReadonlyMap<ts.Node, Names> => {
  const scopes = new Map<ts.Node, Names>();
  const pending: ts.Node[] = [file];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    tsc.forEachChild(node, (child) => {
      pending.push(child);
    });
    const name = (node as Partial<ts.NamedDeclaration>).name;
    const scope = name !== undefined && tsc.isIdentifier(name) ? scopeOf(tsc, node) : undefined;
    if (scope === undefined || name === undefined) continue;
    const names: Names = scopes.get(scope) ?? new Map<string, ts.Declaration>();
    scopes.set(scope, names);
    const text = (name as ts.Identifier).text;
    const known = names.get(text);
    // `var x` twice is one variable; the walk goes backwards, so the earlier declaration comes last.
    if (known === undefined || known.pos > node.pos) names.set(text, node as ts.Declaration);
  }
  return scopes;
});

/** The declaration that a name written here stands for; undefined for globals. */
export function bindingAt(tsc: Compiler, id: ts.Identifier): ts.Declaration | undefined {
  const scopes = scopesIn(tsc, id.getSourceFile());
  for (const scope of around(id)) {
    const found = scopes.get(scope)?.get(id.text);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The declaration of a name of the module itself. */
export function moduleBinding(tsc: Compiler, file: ts.SourceFile, name: string): ts.Declaration | undefined {
  return scopesIn(tsc, file).get(file)?.get(name);
}
