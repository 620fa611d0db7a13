/**
 * What names stand for within one file: which variables code mentions, where they are mentioned elsewhere, and what is in
 * scope. Assumes that a name which the checker cannot tell is nobody's.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { isValueUse } from '../../typescript/syntax.js';
import { namesIn } from '../facts/name-index.js';

/** All nodes inside a node, itself included, in source order. Keeps its own stack: generated code nests deeper than calls can. */
export function nodesInside({ ts: tsc }: ProgramView, root: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const pending: ts.Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    found.push(node);
    const children: ts.Node[] = [];
    tsc.forEachChild(node, (child) => {
      children.push(child);
    });
    pending.push(...children.toReversed());
  }
  return found;
}

/** The symbol of a name in its own file: an import is itself, a shorthand property the variable it reads. */
export function localSymbol({ ts: tsc, checker }: ProgramView, name: ts.Node): ts.Symbol | undefined {
  const { parent } = name;
  if (tsc.isShorthandPropertyAssignment(parent) && parent.name === name) return checker.getShorthandAssignmentValueSymbol(parent);
  return checker.getSymbolAtLocation(name);
}

/** The names inside a node that read or write variables. */
export function variablesIn(view: ProgramView, node: ts.Node): readonly ts.Identifier[] {
  return nodesInside(view, node).filter((inner): inner is ts.Identifier => view.ts.isIdentifier(inner) && (isValueUse(view.ts, inner) || view.ts.isShorthandPropertyAssignment(inner.parent)));
}

/** Where a file mentions a symbol, its declarations included. */
export function mentionsOf(view: ProgramView, file: ts.SourceFile, symbol: ts.Symbol): readonly ts.Node[] {
  return (namesIn(view.ts, file).get(symbol.name) ?? []).filter((name) => localSymbol(view, name) === symbol);
}

/** Whether a name at a place means this symbol. */
export function isInScope({ ts: tsc, checker }: ProgramView, symbol: ts.Symbol, place: ts.Node): boolean {
  return checker.getSymbolsInScope(place, tsc.SymbolFlags.Value).find(({ name }) => name === symbol.name) === symbol;
}

/** Whether a file has no such name yet, of anything: the only names that are certain not to mean something else. */
export function isFreeName({ ts: tsc, checker }: ProgramView, name: string, place: ts.Node): boolean {
  return !namesIn(tsc, place.getSourceFile()).has(name) && checker.getSymbolsInScope(place, tsc.SymbolFlags.Value).every((symbol) => symbol.name !== name);
}

/** Whether a variable is written somewhere inside a node. */
export function isWrittenIn({ ts: tsc }: ProgramView, mentions: readonly ts.Node[]): boolean {
  return mentions.some(({ parent }) => {
    if (tsc.isBinaryExpression(parent)) {
      const operator = parent.operatorToken.kind;
      return operator >= tsc.SyntaxKind.FirstAssignment && operator <= tsc.SyntaxKind.LastAssignment && mentions.includes(parent.left);
    }
    if (tsc.isPrefixUnaryExpression(parent) || tsc.isPostfixUnaryExpression(parent)) return parent.operator === tsc.SyntaxKind.PlusPlusToken || parent.operator === tsc.SyntaxKind.MinusMinusToken;
    // A pattern on the left of an assignment, or the variable of a loop over what is there already.
    return tsc.isShorthandPropertyAssignment(parent) || tsc.isArrayLiteralExpression(parent) || tsc.isForInStatement(parent) || tsc.isForOfStatement(parent);
  });
}
