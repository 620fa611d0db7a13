import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';

import { type Name, nodesIn } from './node-index.js';

/**
 * Where each name is written in a file: identifiers and private names by text, in source order. Assumes nothing about
 * what a name means; that is the checker's word, asked only about the few names a question needs. Gives up computed
 * names.
 */
export function namesIn(tsc: Compiler, file: ts.SourceFile): ReadonlyMap<string, readonly Name[]> {
  return nodesIn(tsc, file).names;
}
