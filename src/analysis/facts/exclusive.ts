/**
 * Whether one run of a frame that reaches a node leaves out another. Computes it from tests that came out differently
 * where the two are reached, and from the clauses of a `switch`. Assumes that no clause falls through into the next.
 */
import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { around } from '../../typescript/syntax.js';

import { conditionsOn } from './conditions-on.js';

function clausesAround(tsc: Compiler, node: ts.Node, frame: ts.Node): readonly ts.CaseOrDefaultClause[] {
  const clauses: ts.CaseOrDefaultClause[] = [];
  for (const outer of around(node)) {
    if (outer === frame) break;
    if (tsc.isCaseOrDefaultClause(outer)) clauses.push(outer);
  }
  return clauses;
}

/** Whether two nodes of a frame are on different ways through it. */
export function areExclusive(tsc: Compiler, one: ts.Node, other: ts.Node, frame: ts.Node): boolean {
  const there = conditionsOn(tsc, other, frame);
  if (conditionsOn(tsc, one, frame).some(({ test, holds }) => there.some((condition) => condition.test === test && condition.holds !== holds))) return true;
  const clauses = clausesAround(tsc, other, frame);
  return clausesAround(tsc, one, frame).some((clause) => clauses.some((known) => known !== clause && known.parent === clause.parent));
}
