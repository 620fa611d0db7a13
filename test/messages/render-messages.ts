// Prints reports the way a terminal shows them: the line of source, carets under what is reported, the message.

import type { PlacedReport } from '../fixture-programs/lint-program.js';

/** Each report as three lines and a blank one. */
export function renderMessages(reports: readonly PlacedReport[], sourceOf: (file: string) => string): string {
  return reports
    .map(({ file, line, column, endLine, endColumn, rule, message }) => {
      const text = (sourceOf(file).split('\n')[line - 1] ?? '').replace(/\s*\/\/ [a-z-]+: .*$/, '');
      const end = endLine === line ? endColumn : text.length + 1;
      return `${file}:${String(line)} ${rule}\n${text}\n${' '.repeat(column - 1)}${'^'.repeat(Math.max(1, end - column))}\n${message}\n`;
    })
    .join('\n');
}
