import type ts from 'typescript';

import { containerKindOf } from './container-kind.js';
import type { ProgramView } from './program-view.js';

const mostProperties = 20;

/** Whether an expression evaluates to a container that grows, or to an object that has one or is used as a table. */
export function holdsContainers(view: ProgramView, expression: ts.Expression): boolean {
  const kind = containerKindOf(view, expression);
  if (kind !== 'object') return kind === 'array' || kind === 'map' || kind === 'set';
  const type = view.checker.getTypeAtLocation(expression);
  if (type.getStringIndexType() !== undefined) return true;
  // Typed arrays have a fixed length.
  if (type.getNumberIndexType() !== undefined) return false;
  return type.getProperties().slice(0, mostProperties).some((property) => {
    if ((property.flags & view.ts.SymbolFlags.Property) === 0) return false;
    const held = view.checker.getTypeOfSymbolAtLocation(property, expression);
    return view.checker.isArrayType(held) || /^(?:Map|Set)$/u.test(held.getSymbol()?.name ?? '');
  });
}
