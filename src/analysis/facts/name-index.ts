import type ts from 'typescript';

import { perFile } from './per-file.js';

/**
 * Where each name is written in a file: identifiers and private names by text, in source order. Assumes nothing about
 * what a name means; that is the checker's word, asked only about the few names a question needs. Gives up computed
 * names.
 */
export const namesIn = perFile((tsc, file: ts.SourceFile): ReadonlyMap<string, readonly (ts.Identifier | ts.PrivateIdentifier)[]> => {
  const names = new Map<string, (ts.Identifier | ts.PrivateIdentifier)[]>();
  const pending: ts.Node[] = [file];
  const inOrder: ts.Node[] = [];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    inOrder.length = 0;
    tsc.forEachChild(node, (child) => {
      inOrder.push(child);
    });
    for (let i = inOrder.length - 1; i >= 0; i -= 1) {
      const child = inOrder[i];
      if (child !== undefined) pending.push(child);
    }
    if (tsc.isIdentifier(node) || tsc.isPrivateIdentifier(node)) {
      const places = names.get(node.text);
      if (places === undefined) names.set(node.text, [node]);
      else places.push(node);
    }
  }
  return names;
});
