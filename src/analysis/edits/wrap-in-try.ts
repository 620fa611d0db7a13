/**
 * Putting statements of a block into `try { … } finally { … }`. Computes the edits: the lines move in by one step, what is
 * released stands in the `finally` block, and a `try` that is all there is to protect gets the `finally` block itself.
 * Assumes that its caller knows that the code means the same there.
 */
import type ts from 'typescript';

import type { Edit } from '../../terms/finding.js';
import type { Compiler } from '../../typescript/compiler.js';

import { indentAt, indentStep, lineEnd, lineStart, linesOf, literalLines, newlineOf, nextLine, type Span } from './source-lines.js';

/** What to protect, and by what. */
export interface Protection {
  readonly block: ts.Block;
  /** Statements of the block that follow one another. */
  readonly statements: readonly ts.Statement[];
  /** Statements among or inside them that go. */
  readonly removed: readonly ts.Statement[];
  /** The lines of the `finally` block, without indentation. */
  readonly release: readonly string[];
}

/** Leaving out lines, and a blank line above that would be one of two or the last of a block. */
function withoutLines(text: string, { start, end }: Span, closes: boolean): Edit {
  const before = lineStart(text, Math.max(start - 1, 0));
  const blankBefore = start > 0 && text.slice(before, start).trim() === '';
  const next = text.slice(end, lineEnd(text, end)).trim();
  return { start: blankBefore && (closes || next === '' || next.startsWith('}')) ? before : start, end, text: '' };
}

/** Moving lines in by a step, except what is literal text and what goes. */
export function movedIn(tsc: Compiler, statements: readonly ts.Statement[], { start, end }: Span, step: string, gone: readonly Span[]): readonly Edit[] {
  const [first] = statements;
  if (first === undefined) return [];
  const { text } = first.getSourceFile();
  const fixed = new Set(statements.flatMap((statement) => [...literalLines(tsc, statement)]));
  const edits: Edit[] = [];
  for (let at = start; at < end; at = nextLine(text, at)) {
    const isGone = gone.some((span) => at >= span.start && at < span.end);
    if (!isGone && !fixed.has(at) && text.slice(at, lineEnd(text, at)).trim() !== '') edits.push({ start: at, end: at, text: step });
  }
  return edits;
}

/** The edits; undefined where statements share their lines with other code. */
export function wrapInTry(tsc: Compiler, { block, statements, removed, release }: Protection): readonly Edit[] | undefined {
  const { text } = block.getSourceFile();
  const newline = newlineOf(text);
  const lines = statements.map((statement) => linesOf(tsc, statement));
  const gone = removed.map((statement) => linesOf(tsc, statement));
  const first = lines[0];
  const last = lines.at(-1);
  const [head] = statements;
  if (head === undefined || first === undefined || last === undefined || lines.includes(undefined)) return undefined;
  const goneLines = gone.filter((span) => span !== undefined);
  if (goneLines.length < gone.length) return undefined;
  const step = indentStep(block);
  const indent = indentAt(text, head.getStart());
  const handler = `finally {${newline}${release.map((line) => (line === '' ? '' : `${indent}${step}${line}`)).join(newline)}${newline}${indent}}`;
  const cuts = goneLines.map((span) => withoutLines(text, span, span.end === last.end));
  const kept = statements.filter((statement) => !removed.includes(statement));
  const [only] = kept;
  if (kept.length === 1 && only !== undefined && tsc.isTryStatement(only) && only.finallyBlock === undefined) {
    return [...cuts, { start: only.end, end: only.end, text: ` ${handler}` }];
  }
  return [
    { start: first.start, end: first.start, text: `${indent}try {${newline}` },
    ...movedIn(tsc, statements, { start: first.start, end: last.end }, step, cuts),
    ...cuts,
    { start: last.end, end: last.end, text: `${indent}} ${handler}${newline}` },
  ];
}
