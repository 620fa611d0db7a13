import { Node, type SourceFile } from 'ts-morph';

import { type ConfigList, configList } from './config-list.js';
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

function indentAt(text: string, line: number): string {
  return /^[\t ]*/u.exec(text.slice(line))?.[0] ?? '';
}

/** What stays on top of a file: line comments for its readers, and `'use strict'`. */
const heading = /^(?:\s*(?:\/\/.*|(['"])use strict\1;?)\r?\n)*/u;

/** The end of the last import: what is added belongs below it; 0 or the end of the heading where there is none. */
function importsEnd(file: SourceFile): number {
  const isImport = (node: Node): boolean => Node.isImportDeclaration(node) || (isCommonJs(file) && Node.isVariableStatement(node) && node.getText().includes('require('));
  return file.getStatements().findLast(isImport)?.getEnd() ?? heading.exec(file.getFullText())?.[0].length ?? 0;
}

/** A part written behind the last one: below it and whatever comment its line ends with, or on the same line. */
function withPart(rest: string, part: string, indent: string, { isEmpty, ownLines }: ConfigList): string {
  if (isEmpty) return part + rest;
  if (!ownLines) return `, ${part}${rest}`;
  const [end = '', comma = '', comment = ''] = /^(\s*,)?([\t ]*(?:\/\/.*|\/\*.*\*\/[\t ]*)?)(?=\r?\n)/u.exec(rest) ?? [];
  return `,${comment}\n${indent}${part}${comma === '' ? '' : ','}${rest.slice(end.length)}`;
}

/** The config with one more part and the imports for it, everything else as it was; undefined when its shape is not known. */
export function extendConfig(file: SourceFile, included: IncludedFiles): string | undefined {
  const list = configList(file);
  if (list === undefined) return undefined;
  const { lines, imports } = partOf(file, included);
  const text = file.getFullText();
  const indent = indentAt(text, list.line);
  const top = importsEnd(file);
  const between = text.slice(top, list.end);
  const isFirst = top === 0 || text.charAt(top - 1) === '\n';
  const head = isFirst ? `${imports.join('\n')}\n${/^\r?\n/u.test(between) ? '' : '\n'}` : `\n${imports.join('\n')}`;
  const unit = indent.includes('\t') ? '\t' : '  ';
  const part = lines.map((line) => line.replace(/^ {2}/u, unit)).join(`\n${indent}`);
  const extended = text.slice(0, top) + head + between + withPart(text.slice(list.end), part, indent, list);
  return text.includes('\r\n') ? extended.replace(/\r?\n/gu, '\r\n') : extended;
}
