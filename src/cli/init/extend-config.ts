import { Node, type SourceFile } from 'ts-morph';

import { configList } from './config-list.js';
import { importsFor, isCommonJs, spellingOf } from './imports.js';
import type { IncludedFiles } from './included-files.js';

const typed = /\bprojectService\b|\bproject\s*:/u;

function listOf(texts: readonly string[], quote: string): string {
  return `[${texts.map((text) => `${quote}${text}${quote}`).join(', ')}]`;
}

/** The part to add: the preset, for the files that a tsconfig includes, with types where the config has none yet. */
function partOf(file: SourceFile, included: IncludedFiles): { readonly lines: readonly string[]; readonly imports: readonly string[] } {
  const withParser = !typed.test(file.getFullText());
  const { quote } = spellingOf(file);
  const { leaks, parser, lines: imports } = importsFor(file, withParser);
  const named = parser === 'parser' ? 'parser' : `parser: ${parser}`;
  return {
    imports,
    lines: [
      '{',
      `  ...${leaks}.configs.recommended,`,
      `  files: ${listOf(included.files, quote)},`,
      ...(included.ignores.length > 0 ? [`  ignores: ${listOf(included.ignores, quote)},`] : []),
      ...(withParser ? [`  languageOptions: { ${named}, parserOptions: { projectService: true } },`] : []),
      '}',
    ],
  };
}

function indentAt(node: Node): string {
  return /^[\t ]*/u.exec(node.getSourceFile().getFullText().slice(node.getStartLinePos()))?.[0] ?? '';
}

/** The end of the last import: what is added belongs below it. */
function importsEnd(file: SourceFile): number {
  const isImport = (node: Node): boolean => Node.isImportDeclaration(node) || (isCommonJs(file) && Node.isVariableStatement(node) && node.getText().includes('require('));
  return file.getStatements().findLast(isImport)?.getEnd() ?? 0;
}

/** The config with one more part and the imports for it, everything else as it was; undefined when its shape is not known. */
export function extendConfig(file: SourceFile, included: IncludedFiles): string | undefined {
  const list = configList(file);
  if (list === undefined) return undefined;
  const { lines, imports } = partOf(file, included);
  const { around, last, end } = list;
  const ownLine = last !== undefined && last.getStartLineNumber() > around.getStartLineNumber();
  const indent = last !== undefined && ownLine ? indentAt(last) : indentAt(around);
  const part = lines.join(`\n${indent}`);
  const text = file.getFullText();
  const separator = last === undefined ? '' : ownLine ? `,\n${indent}` : ', ';
  const top = importsEnd(file);
  const head = text.slice(0, top) + (top === 0 ? `${imports.join('\n')}\n` : `\n${imports.join('\n')}`);
  const extended = head + text.slice(top, end) + separator + part + text.slice(end);
  return text.includes('\r\n') ? extended.replace(/\r?\n/gu, '\r\n') : extended;
}
