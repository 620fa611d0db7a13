import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { isValueUse, widest } from '../../typescript/syntax.js';

import { namesIn } from './name-index.js';
import { perFile } from './per-file.js';

function isBare(tsc: Compiler, specifier: ts.Node | undefined): boolean {
  return specifier !== undefined && tsc.isStringLiteralLike(specifier) && !/^(?:\.|\/|node:)/u.test(specifier.text);
}

function requiresBare(tsc: Compiler, initializer: ts.Expression | undefined): boolean {
  return initializer !== undefined && tsc.isCallExpression(initializer) && initializer.expression.getText() === 'require' && isBare(tsc, initializer.arguments[0]);
}

function boundNames(tsc: Compiler, name: ts.BindingName): readonly string[] {
  return tsc.isIdentifier(name) ? [name.text] : name.elements.flatMap((element) => (tsc.isOmittedExpression(element) ? [] : boundNames(tsc, element.name)));
}

function namesFrom(tsc: Compiler, statement: ts.Statement): readonly string[] {
  if (tsc.isImportEqualsDeclaration(statement)) return tsc.isExternalModuleReference(statement.moduleReference) && isBare(tsc, statement.moduleReference.expression) ? [statement.name.text] : [];
  if (tsc.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name, initializer }) => (requiresBare(tsc, initializer) ? boundNames(tsc, name) : []));
  if (!tsc.isImportDeclaration(statement) || !isBare(tsc, statement.moduleSpecifier)) return [];
  const clause = statement.importClause;
  const bindings = clause?.namedBindings;
  const named = bindings === undefined ? [] : tsc.isNamespaceImport(bindings) ? [bindings.name.text] : bindings.elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name }) => name.text);
  return [...(clause?.name === undefined ? [] : [clause.name.text]), ...named];
}

/** The call that a name begins the callee of: `f(…)`, `ns.f(…)`. */
function callAt(tsc: Compiler, id: ts.Identifier): ts.CallExpression | undefined {
  let callee = widest(tsc, id);
  while (tsc.isPropertyAccessExpression(callee.parent) && callee.parent.expression === callee) callee = widest(tsc, callee.parent);
  const { parent } = callee;
  return tsc.isCallExpression(parent) && parent.expression === callee ? parent : undefined;
}

/** The calls of what a file imports from outside the project, by the look of the specifier, in source order. */
export const importedCallsIn = perFile((tsc, file: ts.SourceFile): readonly ts.CallExpression[] => {
  const imported = new Set(file.statements.flatMap((statement) => namesFrom(tsc, statement)));
  const calls = [...imported].flatMap((name) => (namesIn(tsc, file).get(name) ?? []).flatMap((id) => (tsc.isIdentifier(id) && isValueUse(tsc, id) ? (callAt(tsc, id) ?? []) : [])));
  return [...new Set(calls)].sort((a, b) => a.pos - b.pos || a.end - b.end);
});
