/**
 * Whether the entry that a store writes was used just before, so that it is there and is only replaced. Computes it from
 * the statements that are always passed on the way to the store and that read a member of the entry, which throws when
 * there is none. Assumes that nothing removes the entry in between. Gives up keys and containers written in other words.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { around, isFunctionWithBody, peel } from '../../typescript/syntax.js';
import { isStraightBefore } from '../facts/straight-before.js';

/** The entry that a member is read of, however that is said: `lists[key].push`, `lists.get(key)!.push`. */
function isEntry(view: ProgramView, expression: ts.Expression, container: string, key: string): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  if (tsc.isElementAccessExpression(node)) return peel(tsc, node.expression).getText() === container && peel(tsc, node.argumentExpression).getText() === key;
  if (!tsc.isCallExpression(node) || !tsc.isPropertyAccessExpression(node.expression) || node.expression.name.text !== 'get') return false;
  return peel(tsc, node.expression.expression).getText() === container && node.arguments[0]?.getText() === key;
}

/** The reads in a node that fail without the entry; what functions in it do happens some other time. */
function usesIn(view: ProgramView, node: ts.Node, container: string, key: string): readonly ts.Node[] {
  const { ts: tsc } = view;
  if (isFunctionWithBody(tsc, node) || tsc.isClassLike(node) || tsc.isTryStatement(node)) return [];
  const own = tsc.isPropertyAccessExpression(node) && node.questionDotToken === undefined && isEntry(view, node.expression, container, key) ? [node] : [];
  const inside: ts.Node[] = [...own];
  tsc.forEachChild(node, (child) => {
    inside.push(...usesIn(view, child, container, key));
  });
  return inside;
}

/** Whether a store under a key comes after a use of the entry under that key. */
export function isEntryUsedBefore(view: ProgramView, site: ts.Node, key: ts.Expression, container: ts.Expression): boolean {
  const { ts: tsc } = view;
  const names = [peel(tsc, container).getText(), peel(tsc, key).getText()] as const;
  let child = site;
  for (const outer of around(site)) {
    if (tsc.isBlock(outer) || tsc.isSourceFile(outer)) {
      const before = outer.statements.filter((statement) => statement.end <= child.pos);
      if (before.flatMap((statement) => usesIn(view, statement, ...names)).some((use) => isStraightBefore(tsc, use, site))) return true;
    }
    if (isFunctionWithBody(tsc, outer)) return false;
    child = outer;
  }
  return false;
}
