import { builtinModules } from 'node:module';
import type typescript from 'typescript';

import type { LoadedProgram } from './load-program.js';

const packageName = /^(?:@[^/]+\/)?[^/]+/u;

/** `@types/koa__router` for `@koa/router`. */
function typesPackage(name: string): string {
  return `@types/${name.replace(/^@/u, '').replace('/', '__')}`;
}

/** What a package's imports are told by: the name, without the path inside it; undefined for files. */
function packageOf(specifier: string): string | undefined {
  if (/^(?:[./#~]|@\/)/u.test(specifier)) return undefined;
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return 'node';
  return packageName.exec(specifier)?.[0];
}

/** The texts by which a file imports something it names. */
function specifiersIn({ ts }: LoadedProgram, file: typescript.SourceFile): readonly typescript.StringLiteralLike[] {
  const found: typescript.StringLiteralLike[] = [];
  const visit = (node: typescript.Node): void => {
    const required = ts.isCallExpression(node) && node.expression.getText(file) === 'require' ? node.arguments[0] : undefined;
    const imported = ts.isImportDeclaration(node) && node.importClause !== undefined ? node.moduleSpecifier : required;
    if (imported !== undefined && ts.isStringLiteralLike(imported)) found.push(imported);
    if (required === undefined) ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** One sentence about the packages that these files import and whose types the program does not have. */
export function missingTypes(loaded: LoadedProgram, files: readonly string[]): readonly string[] {
  const checker = loaded.program.getTypeChecker();
  const missing = new Set<string>();
  for (const fileName of files) {
    const file = loaded.program.getSourceFile(fileName);
    for (const specifier of file === undefined ? [] : specifiersIn(loaded, file)) {
      const name = packageOf(specifier.text);
      if (name !== undefined && !missing.has(name) && checker.getSymbolAtLocation(specifier) === undefined) missing.add(name);
    }
  }
  if (missing.size === 0) return [];
  const names = [...missing].sort();
  const [they, them] = names.length === 1 ? ['it runs', 'its'] : ['they run', 'their'];
  return [`No types for ${names.join(', ')}, so that loops ${they} may stay unseen. Install ${them} types: npm install --save-dev ${names.map(typesPackage).join(' ')}`];
}
