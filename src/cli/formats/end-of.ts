import type { Site } from '../../terms/finding.js';

/** Where a site ends: line from 1, column from 0. */
export function endOf(text: string, { start, end, line, column }: Site): { readonly line: number; readonly column: number } {
  const lines = text.slice(start, end).split('\n');
  const last = lines.at(-1) ?? '';
  return lines.length === 1 ? { line, column: column + last.length } : { line: line + lines.length - 1, column: last.length };
}
