import { Node, type SourceFile } from 'ts-morph';

/** What a config file can name, and the lines that have to be written above it for that. */
export interface Imports {
  readonly leaks: string;
  readonly parser: string;
  readonly lines: readonly string[];
}

/** How a file is written: its quotes, its line ends, its semicolons. */
export interface Spelling {
  readonly quote: string;
  readonly semicolon: string;
}

/** The habits of a file, by its imports. */
export function spellingOf(file: SourceFile): Spelling {
  const text = file.getFullText();
  const [first] = /(?<=(?:from|require\()\s*)['"]/u.exec(text) ?? [];
  const statements = file.getStatements();
  const bare = statements.length > 0 && statements.every((statement) => !statement.getText().endsWith(';'));
  return { quote: first ?? "'", semicolon: bare ? '' : ';' };
}

/** Whether a config is a CommonJS module: by what it does. */
export function isCommonJs(file: SourceFile): boolean {
  return file.getExportAssignments().length === 0 && file.getFullText().includes('module.exports');
}

function isTaken(file: SourceFile, name: string): boolean {
  return file.getDescendants().some((node) => Node.isIdentifier(node) && node.getText() === name);
}

function free(file: SourceFile, names: readonly string[]): string {
  return names.find((name) => !isTaken(file, name)) ?? `${names.at(-1) ?? 'name'}2`;
}

/** The name under which a file already has a package, as a whole. */
function nameOfImport(file: SourceFile, specifier: string): string | undefined {
  const declaration = file.getImportDeclaration(specifier);
  const required = file.getVariableDeclarations().find((one) => one.getInitializer()?.getText().replaceAll('"', "'") === `require('${specifier}')`);
  return declaration?.getDefaultImport()?.getText() ?? declaration?.getNamespaceImport()?.getText() ?? required?.getName();
}

/** The names for the plugin and, where it is wanted, the parser. */
export function importsFor(file: SourceFile, withParser: boolean): Imports {
  const { quote, semicolon } = spellingOf(file);
  const commonJs = isCommonJs(file);
  const leaks = free(file, ['leaks', 'leaksPlugin']);
  const umbrella = nameOfImport(file, 'typescript-eslint');
  const known = nameOfImport(file, '@typescript-eslint/parser') ?? (umbrella === undefined ? undefined : `${umbrella}.parser`);
  const parser = known ?? free(file, ['parser', 'tsParser', 'typescriptParser']);
  const lines: string[] = [];
  if (withParser && known === undefined) {
    const specifier = `${quote}@typescript-eslint/parser${quote}`;
    lines.push(commonJs ? `const ${parser} = require(${specifier})${semicolon}` : `import * as ${parser} from ${specifier}${semicolon}`);
  }
  const specifier = `${quote}eslint-plugin-leaks${quote}`;
  lines.push(commonJs ? `const ${leaks} = require(${specifier}).default${semicolon}` : `import ${leaks} from ${specifier}${semicolon}`);
  return { leaks, parser, lines };
}
