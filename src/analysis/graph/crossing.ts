/**
 * How a tracked value came across function boundaries. A chain of the calls it entered or left by, innermost first,
 * compared by identity; chains longer than a few calls lose their oldest link.
 */
import type ts from 'typescript';

import { type Frame, isWithin } from '../../typescript/syntax.js';

/** A call through which a value crossed a function's boundary, innermost first. */
export interface Crossing {
  readonly frame: Frame;
  readonly call: ts.Node;
  readonly outer: Crossing | undefined;
}

const longestChain = 3;

/** Whether two chains are of the same calls. */
export function sameCrossing(a: Crossing | undefined, b: Crossing | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.call === b.call && a.frame === b.frame && sameCrossing(a.outer, b.outer);
}

function depthOf(crossing: Crossing | undefined): number {
  return crossing === undefined ? 0 : 1 + depthOf(crossing.outer);
}

/** A chain with one more call at its inner end. */
export function crossed(frame: Frame, call: ts.Node, outer: Crossing | undefined): Crossing {
  return { frame, call, outer: depthOf(outer) < longestChain ? outer : undefined };
}

/** What is left of a chain for a value that is stored in a declaration: nothing of calls that do not own the declaration. */
export function chainAt(declaration: ts.Declaration, entered: Crossing | undefined): Crossing | undefined {
  let chain = entered;
  while (chain !== undefined && !isWithin(declaration, chain.frame)) chain = chain.outer;
  return chain;
}
