import type { Site } from '../terms/finding.js';

/** One line of source, and the part of it that is meant. */
export interface FrameLine {
  readonly number: number;
  readonly text: string;
  /** Columns from 0, the end exclusive; undefined for lines of context. */
  readonly mark: readonly [number, number] | undefined;
}

/** The lines of a site with some context before and after; tabs are shown as two spaces. */
export function codeFrame(text: string, site: Site, context: number): readonly FrameLine[] {
  const lines = text.split(/\r?\n/u);
  const first = Math.max(1, site.line - context);
  const last = Math.min(lines.length, site.line + context);
  return lines.slice(first - 1, last).map((raw, i): FrameLine => {
    const number = first + i;
    if (number !== site.line) return { number, text: raw.replaceAll('\t', '  '), mark: undefined };
    const width = (columns: number): number => raw.slice(0, columns).replaceAll('\t', '  ').length;
    const end = Math.min(raw.length, site.column + Math.max(1, site.end - site.start));
    return { number, text: raw.replaceAll('\t', '  '), mark: [width(site.column), Math.max(width(end), width(site.column) + 1)] };
  });
}
