import type ts from 'typescript';

import type { ProgramView } from './program-view.js';

function holdsCode(view: ProgramView, type: ts.Type, at: ts.Node, depth: number): boolean {
  if (type.isUnion()) return type.types.some((member) => holdsCode(view, member, at, depth));
  if (type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0) return true;
  if (depth === 0 || (type.flags & view.ts.TypeFlags.Object) === 0) return false;
  const symbol = type.getSymbol();
  const declaration = symbol?.declarations?.[0];
  if (declaration !== undefined && view.program.isSourceFileDefaultLibrary(declaration.getSourceFile())) {
    return view.checker.getTypeArguments(type as ts.TypeReference).some((argument) => holdsCode(view, argument, at, depth - 1));
  }
  return type.getProperties().some((property) => {
    if ((property.flags & view.ts.SymbolFlags.Method) !== 0) return true;
    return holdsCode(view, view.checker.getTypeOfSymbolAtLocation(property, at), at, depth - 1);
  });
}

/**
 * Whether a value is code or carries code: a function, a class, an object with methods or callbacks. Registries of code
 * fill while a program starts; what grows for ever is data.
 */
export function isCode(view: ProgramView, expression: ts.Expression): boolean {
  return holdsCode(view, view.checker.getTypeAtLocation(expression), expression, 1);
}
