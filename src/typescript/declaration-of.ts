import type ts from 'typescript';

import { perProgram, type ProgramView } from './program-view.js';
import { writtenMember } from './written-member.js';
import { symbolOfName, unaliased } from './written-type.js';

const known = perProgram(() => new Map<ts.Node, ts.Symbol | undefined>());

/** The symbol that a name stands for, imports and re-exports followed; a shorthand property gives the variable it reads. */
export function symbolAt(view: ProgramView, name: ts.Node): ts.Symbol | undefined {
  const symbols = known(view);
  const symbol = symbols.get(name);
  if (symbol !== undefined || symbols.has(name)) return symbol;
  const found = resolve(view, name);
  symbols.set(name, found);
  return found;
}

function resolve(view: ProgramView, name: ts.Node): ts.Symbol | undefined {
  const { ts: tsc, checker } = view;
  const parent = name.parent as ts.Node | undefined;
  if (parent !== undefined && tsc.isPropertyAccessExpression(parent) && parent.name === name) {
    const written = writtenMember(view, parent);
    if (written !== undefined) return written;
  }
  const shorthand = parent !== undefined && tsc.isShorthandPropertyAssignment(parent) && parent.name === name ? parent : undefined;
  return shorthand === undefined ? symbolOfName(view, name) : unaliased(view, checker.getShorthandAssignmentValueSymbol(shorthand));
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
