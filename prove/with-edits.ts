// Makes the change that a suggestion is.

import type { Suggestion } from '../src/terms/finding.js';

/** A text with a suggestion's edits made. Fails where they overlap. */
export function withEdits(text: string, { title, edits }: Suggestion): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: put } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at) throw new Error(`edits overlap: ${title}`);
    result += text.slice(at, start) + put;
    at = end;
  }
  return result + text.slice(at);
}
