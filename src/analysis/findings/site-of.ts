import type ts from 'typescript';

import type { Site } from '../../terms/finding.js';

/** The source position of a node, without its leading comments. */
export function siteOf(node: ts.Node): Site {
  const file = node.getSourceFile();
  const start = node.getStart(file);
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return { file: file.fileName, start, end: node.end, line: line + 1, column: character };
}
