import type ts from 'typescript';

import type { ProgramView } from './program-view.js';

/** Whether a type has a fixed, small set of values: literals, unions of them, enums, booleans, unique symbols, constructors. */
export function isFiniteType(view: ProgramView, type: ts.Type): boolean {
  const { TypeFlags } = view.ts;
  if (type.isUnion()) return type.types.every((member) => isFiniteType(view, member));
  const finite =
    TypeFlags.StringLiteral |
    TypeFlags.NumberLiteral |
    TypeFlags.BigIntLiteral |
    TypeFlags.BooleanLike |
    TypeFlags.Enum |
    TypeFlags.EnumLiteral |
    TypeFlags.UniqueESSymbol |
    TypeFlags.Null |
    TypeFlags.Undefined |
    TypeFlags.Void |
    TypeFlags.Never;
  if ((type.flags & finite) !== 0) return true;
  if ((type.flags & TypeFlags.TemplateLiteral) !== 0) {
    return (type as ts.TemplateLiteralType).types.every((part) => isFiniteType(view, part));
  }
  if ((type.flags & (TypeFlags.TypeParameter | TypeFlags.Index)) !== 0) {
    const constraint = view.checker.getBaseConstraintOfType(type);
    return constraint !== undefined && constraint !== type && isFiniteType(view, constraint);
  }
  return type.getConstructSignatures().length > 0;
}
