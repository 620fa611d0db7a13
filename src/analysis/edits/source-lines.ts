/**
 * The lines of a file, for changes that keep its layout. Computes where lines and statements begin and end, comments that
 * belong to a statement included. Assumes that a comment right above a statement, or behind it on its line, speaks of it.
 * Gives up statements that share a line with other code.
 */
import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';

/** A stretch of text by its offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the line of an offset begins. */
export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line of an offset ends, before what breaks it. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

/** Where the line after that of an offset begins. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** What a file breaks its lines with. */
export function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** What the line of an offset begins with. */
export function indentAt(text: string, at: number): string {
  const start = lineStart(text, at);
  return /^[\t ]*/u.exec(text.slice(start, lineEnd(text, start)))?.[0] ?? '';
}

/** By how much the statements of a block are indented against the block. */
export function indentStep(block: ts.Block): string {
  const { text } = block.getSourceFile();
  const outer = indentAt(text, block.end - 1);
  const [first] = block.statements;
  const inner = first === undefined ? '' : indentAt(text, first.getStart());
  return inner.length > outer.length && inner.startsWith(outer) ? inner.slice(outer.length) : '  ';
}

/** Where a statement begins with the comments right above it. */
function startWithComments(tsc: Compiler, statement: ts.Node): number {
  const { text } = statement.getSourceFile();
  let start = statement.getStart();
  for (const { pos, end } of (tsc.getLeadingCommentRanges(text, statement.pos) ?? []).toReversed()) {
    const between = text.slice(end, start);
    if (between.split('\n').length > 2 || text.slice(lineStart(text, pos), pos).trim() !== '') break;
    start = pos;
  }
  return start;
}

/** The whole lines of a statement with its comments; undefined when other code is on them. */
export function linesOf(tsc: Compiler, statement: ts.Node): Span | undefined {
  const { text } = statement.getSourceFile();
  const start = statement.getStart();
  const last = tsc.getTrailingCommentRanges(text, statement.end)?.at(-1)?.end ?? statement.end;
  const alone = text.slice(lineStart(text, start), start).trim() === '' && text.slice(last, lineEnd(text, last)).trim() === '';
  return alone ? { start: lineStart(text, startWithComments(tsc, statement)), end: nextLine(text, last) } : undefined;
}

/** Whether comments go with a statement. */
export function hasComments(tsc: Compiler, statement: ts.Node): boolean {
  const { text } = statement.getSourceFile();
  return startWithComments(tsc, statement) !== statement.getStart() || tsc.getTrailingCommentRanges(text, statement.end) !== undefined;
}

/** Beginnings of lines that are part of a literal, whose text a new indentation would change. */
export function literalLines(tsc: Compiler, node: ts.Node): ReadonlySet<number> {
  const { text } = node.getSourceFile();
  const found = new Set<number>();
  const visit = (inner: ts.Node): void => {
    if (tsc.isLiteralExpression(inner) || tsc.isTemplateHead(inner) || tsc.isTemplateMiddleOrTemplateTail(inner) || tsc.isJsxText(inner)) {
      for (let at = text.indexOf('\n', inner.getStart()); at >= 0 && at < inner.end; at = text.indexOf('\n', at + 1)) found.add(at + 1);
    }
    tsc.forEachChild(inner, visit);
  };
  visit(node);
  return found;
}

/** Whether the code writes semicolons, as far as this statement tells. */
export function terminatorOf(statement: ts.Node): string {
  return statement.getText().endsWith(';') ? ';' : '';
}

/** The quote that a file writes its strings in. */
export function quoteOf(tsc: Compiler, file: ts.SourceFile): string {
  const specifier = file.statements.find((statement) => tsc.isImportDeclaration(statement))?.moduleSpecifier;
  return specifier?.getText().startsWith('"') === true ? '"' : "'";
}
