/**
 * What a text or number is made from when equal values give equal results: `String(status)`, `method.toLowerCase()`.
 * Computes it for the language's own conversions. Assumes nothing of objects but patterns, whose text may change.
 */
import type ts from 'typescript';

import { declarationsAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { peel } from '../../typescript/syntax.js';

const functions = new Set(['Boolean', 'Number', 'String', 'decodeURIComponent', 'encodeURIComponent']);
const methods = new Set(['toLocaleLowerCase', 'toLocaleUpperCase', 'toLowerCase', 'toString', 'toUpperCase', 'trim']);

function neverChanges(view: ProgramView, type: ts.Type): boolean {
  const { TypeFlags } = view.ts;
  if (type.isUnion()) return type.types.every((part) => neverChanges(view, part));
  const plain = TypeFlags.StringLike | TypeFlags.NumberLike | TypeFlags.BooleanLike | TypeFlags.BigIntLike | TypeFlags.Undefined | TypeFlags.Null;
  return (type.flags & plain) !== 0 || type.getSymbol()?.name === 'RegExp';
}

/** The value that this expression converts, if it does nothing else. */
export function convertedValue(view: ProgramView, node: ts.Expression): ts.Expression | undefined {
  const { ts: tsc, checker } = view;
  if (!tsc.isCallExpression(node)) return undefined;
  const callee = peel(tsc, node.expression);
  const method = tsc.isPropertyAccessExpression(callee) ? callee : undefined;
  const name = method?.name ?? callee;
  if (!tsc.isIdentifier(name) || !(method === undefined ? functions : methods).has(name.text)) return undefined;
  const value = method === undefined ? node.arguments[0] : method.expression;
  const own = declarationsAt(view, name).some((declaration) => view.program.isSourceFileDefaultLibrary(declaration.getSourceFile()));
  return own && value !== undefined && neverChanges(view, checker.getTypeAtLocation(value)) ? value : undefined;
}
