import type ts from 'typescript';

import type { ProgramView } from './program-view.js';
import { writtenType } from './written-member.js';

/** What a value holds things in, as far as the language itself knows it. */
export type ContainerKind = 'array' | 'map' | 'object' | 'set' | 'string' | 'weak';

const byName: ReadonlyMap<string, ContainerKind> = new Map<string, ContainerKind>([
  ['Array', 'array'],
  ['ReadonlyArray', 'array'],
  ['Map', 'map'],
  ['ReadonlyMap', 'map'],
  ['Set', 'set'],
  ['ReadonlySet', 'set'],
  ['WeakMap', 'weak'],
  ['WeakSet', 'weak'],
]);

function kindOfSymbol(view: ProgramView, symbol: ts.Symbol | undefined): ContainerKind | undefined {
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined) return undefined;
  if (!view.program.isSourceFileDefaultLibrary(declaration.getSourceFile())) return undefined;
  return byName.get(symbol.name);
}

function kindOfType(view: ProgramView, type: ts.Type, depth: number): ContainerKind | undefined {
  const { ts: tsc, checker } = view;
  if ((type.flags & tsc.TypeFlags.StringLike) !== 0) return 'string';
  if (type.isUnion()) {
    const present = type.types.filter((t) => (t.flags & (tsc.TypeFlags.Null | tsc.TypeFlags.Undefined)) === 0);
    const kinds = new Set(present.map((t) => kindOfType(view, t, depth)));
    return kinds.size === 1 ? [...kinds][0] : undefined;
  }
  if (checker.isArrayType(type)) return 'array';
  const own = kindOfSymbol(view, type.getSymbol());
  if (own !== undefined) return own;
  if (depth < 3 && type.isClassOrInterface()) {
    for (const base of checker.getBaseTypes(type)) {
      const kind = kindOfType(view, base, depth + 1);
      if (kind !== undefined) return kind;
    }
  }
  if ((type.flags & tsc.TypeFlags.TypeParameter) !== 0) {
    const constraint = checker.getBaseConstraintOfType(type);
    return constraint === undefined || constraint === type || depth > 3 ? undefined : kindOfType(view, constraint, depth + 1);
  }
  if ((type.flags & tsc.TypeFlags.Object) !== 0 && type.getCallSignatures().length === 0) return 'object';
  return undefined;
}

/**
 * The kind of container an expression evaluates to; undefined when the checker does not know (`any`, a mixed union).
 * Subclasses of a built-in container count as that container.
 */
export function containerKindOf(view: ProgramView, expression: ts.Expression): ContainerKind | undefined {
  return kindOfSymbol(view, writtenType(view, expression)?.symbol) ?? kindOfType(view, view.checker.getTypeAtLocation(expression), 0);
}
