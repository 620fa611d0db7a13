import type ts from 'typescript';

const longest = 50;

/** Source text as a message quotes it: on one line, and cut when it is long. */
export function quoted(node: ts.Node): string {
  const text = node.getText().replace(/\s+/gu, ' ');
  return `\`${text.length > longest ? `${text.slice(0, longest - 1)}…` : text}\``;
}
