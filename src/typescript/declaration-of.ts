import type ts from 'typescript';

import type { ProgramView } from './program-view.js';

function resolved(view: ProgramView, symbol: ts.Symbol | undefined): ts.Symbol | undefined {
  if (symbol !== undefined && (symbol.flags & view.ts.SymbolFlags.Alias) !== 0) {
    return view.checker.getAliasedSymbol(symbol);
  }
  return symbol;
}

/** The symbol that a name stands for, imports and re-exports followed; a shorthand property gives the variable it reads. */
export function symbolAt(view: ProgramView, name: ts.Node): ts.Symbol | undefined {
  if (view.ts.isIdentifier(name) && view.ts.isShorthandPropertyAssignment(name.parent) && name.parent.name === name) {
    return resolved(view, view.checker.getShorthandAssignmentValueSymbol(name.parent));
  }
  return resolved(view, view.checker.getSymbolAtLocation(name));
}

/** Where a name is declared, values before types; a member of a union type has several declarations. */
export function declarationsAt(view: ProgramView, name: ts.Node): readonly ts.Declaration[] {
  return symbolAt(view, name)?.declarations ?? [];
}

/** The one declaration that identifies a name's variable, function, class or member. */
export function declarationAt(view: ProgramView, name: ts.Node): ts.Declaration | undefined {
  const symbol = symbolAt(view, name);
  return symbol?.valueDeclaration ?? symbol?.declarations?.[0];
}
