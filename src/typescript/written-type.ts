import type ts from 'typescript';

import { perProgram, type ProgramView } from './program-view.js';

/** Longer chains of bases, aliases and calls are left to the checker. */
export const deepest = 12;

/** A class or interface as declarations write it down, with what its type parameters stand for. */
export interface Nominal {
  readonly symbol: ts.Symbol;
  /** In the order of the type parameters; undefined where nothing is written, or what is written says nothing. */
  readonly arguments: readonly (WrittenType | undefined)[];
}

/** What a type node says without any inference. A tuple is only good for being taken apart. */
export type WrittenType = Nominal | { readonly tuple: readonly (WrittenType | undefined)[] };

/** A member and the type it was found in, whose arguments its own type may speak of. */
export interface WrittenMember {
  readonly symbol: ts.Symbol;
  readonly owner: Nominal | undefined;
}

/** An import gives what it imports. */
export function unaliased(view: ProgramView, symbol: ts.Symbol | undefined): ts.Symbol | undefined {
  return symbol !== undefined && (symbol.flags & view.ts.SymbolFlags.Alias) !== 0 ? view.checker.getAliasedSymbol(symbol) : symbol;
}

const bySourceName = perProgram(() => new Map<ts.Node, ts.Symbol | undefined>());

/** What a name means where it is written, imports followed: asked again and again for the names of a few types. */
export function symbolOfName(view: ProgramView, name: ts.Node): ts.Symbol | undefined {
  const symbols = bySourceName(view);
  const known = symbols.get(name);
  if (known !== undefined || symbols.has(name)) return known;
  const symbol = unaliased(view, view.checker.getSymbolAtLocation(name));
  symbols.set(name, symbol);
  return symbol;
}

/** The type when it is a class or an interface, which have members. */
export function nominal(type: WrittenType | undefined): Nominal | undefined {
  return type !== undefined && 'symbol' in type ? type : undefined;
}

function agreedLists(lists: readonly (readonly (WrittenType | undefined)[])[]): readonly (WrittenType | undefined)[] | undefined {
  const [first = []] = lists;
  return lists.every(({ length }) => length === first.length) ? first.map((_, i) => agreed(lists.map((list) => list[i]))) : undefined;
}

/** What all of these have in common: the same class or interface, with the arguments that are the same. */
export function agreed(types: readonly (WrittenType | undefined)[]): WrittenType | undefined {
  const [first] = types;
  if (first === undefined || types.length === 1) return first;
  if ('tuple' in first) {
    const tuple = agreedLists(types.map((type) => (type !== undefined && 'tuple' in type ? type.tuple : [])));
    return tuple === undefined || tuple.length === 0 ? undefined : { tuple };
  }
  if (!types.every((type) => nominal(type)?.symbol === first.symbol)) return undefined;
  return { symbol: first.symbol, arguments: agreedLists(types.map((type) => nominal(type)?.arguments ?? [])) ?? [] };
}

const withSyntax = new Set(['Array', 'ReadonlyArray', 'String']);

/** The interfaces behind the types that have a syntax of their own. */
const builtIn = perProgram((view): ReadonlyMap<string, ts.Symbol> => {
  const { ts: tsc, checker } = view;
  const found = new Map<string, ts.Symbol>();
  for (const file of view.program.getSourceFiles()) {
    if (!view.program.isSourceFileDefaultLibrary(file)) continue;
    for (const statement of file.statements) {
      if (!tsc.isInterfaceDeclaration(statement) || !withSyntax.has(statement.name.text)) continue;
      const symbol = checker.getSymbolAtLocation(statement.name);
      if (symbol !== undefined) found.set(statement.name.text, symbol);
    }
  }
  return found;
});

function builtInType(view: ProgramView, name: string, given: readonly (WrittenType | undefined)[]): Nominal | undefined {
  const symbol = builtIn(view).get(name);
  return symbol === undefined ? undefined : { symbol, arguments: given };
}

/** A list of what these are. */
export function arrayOf(view: ProgramView, element: WrittenType | undefined): Nominal | undefined {
  return builtInType(view, 'Array', [element]);
}

/** A text. */
export function stringType(view: ProgramView): Nominal | undefined {
  return builtInType(view, 'String', []);
}

/** Whether the language itself declares a symbol. */
export function isOfLanguage(view: ProgramView, symbol: ts.Symbol): boolean {
  const declaration = symbol.declarations?.[0];
  return declaration !== undefined && view.program.isSourceFileDefaultLibrary(declaration.getSourceFile());
}

/** Where a type parameter stands in the list of its class or interface. */
function positionOf({ ts: tsc }: ProgramView, owner: ts.Symbol, parameter: ts.Symbol): number {
  for (const declaration of owner.declarations ?? []) {
    if (!tsc.isClassLike(declaration) && !tsc.isInterfaceDeclaration(declaration)) continue;
    const position = declaration.typeParameters?.findIndex(({ name }) => name.escapedText === parameter.escapedName) ?? -1;
    if (position >= 0) return owner.members?.get(parameter.escapedName) === parameter ? position : -1;
  }
  return -1;
}

/** An alias may name itself in several arguments: few steps of them are followed. */
const aliasDepth = 4;

/** The language's own types that have the members of their first argument. */
const sameMembers = new Set(['NonNullable', 'Omit', 'Partial', 'Pick', 'Readonly', 'Required']);

function ofReference(view: ProgramView, node: ts.ExpressionWithTypeArguments | ts.TypeReferenceNode, name: ts.Node, owner: Nominal | undefined, depth: number): WrittenType | undefined {
  const { SymbolFlags } = view.ts;
  const symbol = symbolOfName(view, name);
  if (symbol === undefined) return undefined;
  if ((symbol.flags & SymbolFlags.TypeParameter) !== 0) return owner?.arguments[positionOf(view, owner.symbol, symbol)];
  if ((symbol.flags & (SymbolFlags.Class | SymbolFlags.Interface)) !== 0) {
    return { symbol, arguments: node.typeArguments?.map((type) => ofTypeNode(view, type, owner, depth + 1)) ?? [] };
  }
  return (symbol.flags & SymbolFlags.TypeAlias) === 0 ? undefined : ofAlias(view, symbol, node.typeArguments?.[0], owner, depth);
}

/** What an alias without parameters stands for, or what one of the language's own leaves as it is. */
function ofAlias(view: ProgramView, alias: ts.Symbol, first: ts.TypeNode | undefined, owner: Nominal | undefined, depth: number): WrittenType | undefined {
  if (first !== undefined) return sameMembers.has(alias.name) && isOfLanguage(view, alias) ? nominal(ofTypeNode(view, first, owner, depth + 1)) : undefined;
  const [declaration] = alias.declarations ?? [];
  return declaration !== undefined && view.ts.isTypeAliasDeclaration(declaration) && declaration.typeParameters === undefined
    ? ofTypeNode(view, declaration.type, undefined, depth + aliasDepth)
    : undefined;
}

/** Whether a type adds nothing to a union but the absence of a value. */
export function isNothing(view: ProgramView, type: ts.TypeNode): boolean {
  const { ts: tsc } = view;
  return type.kind === tsc.SyntaxKind.UndefinedKeyword || (tsc.isLiteralTypeNode(type) && type.literal.kind === tsc.SyntaxKind.NullKeyword);
}

/** What a type node says, its parameters read as arguments of the owner. */
export function ofTypeNode(view: ProgramView, type: ts.TypeNode | undefined, owner: Nominal | undefined, depth = 0): WrittenType | undefined {
  const { ts: tsc } = view;
  if (type === undefined || depth > deepest) return undefined;
  if (tsc.isTypeReferenceNode(type)) return ofReference(view, type, type.typeName, owner, depth);
  if (tsc.isParenthesizedTypeNode(type)) return ofTypeNode(view, type.type, owner, depth);
  if (tsc.isArrayTypeNode(type)) return arrayOf(view, ofTypeNode(view, type.elementType, owner, depth + 1));
  if (tsc.isTypeOperatorNode(type) && tsc.isArrayTypeNode(type.type)) {
    return type.operator === tsc.SyntaxKind.ReadonlyKeyword ? builtInType(view, 'ReadonlyArray', [ofTypeNode(view, type.type.elementType, owner, depth + 1)]) : undefined;
  }
  if (tsc.isTupleTypeNode(type)) return ofTuple(view, type, owner, depth);
  if (type.kind === tsc.SyntaxKind.StringKeyword) return stringType(view);
  // Heirs of the project's own classes may have members of their own.
  if (tsc.isThisTypeNode(type)) return owner !== undefined && isOfLanguage(view, owner.symbol) ? owner : undefined;
  if (!tsc.isUnionTypeNode(type)) return undefined;
  const [only, ...others] = type.types.filter((part) => !isNothing(view, part));
  return others.length === 0 ? ofTypeNode(view, only, owner, depth) : undefined;
}

function ofTuple(view: ProgramView, { elements }: ts.TupleTypeNode, owner: Nominal | undefined, depth: number): WrittenType | undefined {
  const isRest = (element: ts.Node): boolean => view.ts.isRestTypeNode(element) || (view.ts.isNamedTupleMember(element) && element.dotDotDotToken !== undefined);
  if (elements.some(isRest)) return undefined;
  return { tuple: elements.map((element) => ofTypeNode(view, view.ts.isNamedTupleMember(element) ? element.type : element, owner, depth + 1)) };
}

/** `Base` or `module.Base`: a name that stands for a declaration, not a value that must be computed. */
function isEntityName({ ts: tsc }: ProgramView, node: ts.Expression): boolean {
  return tsc.isIdentifier(node) || (tsc.isPropertyAccessExpression(node) && tsc.isIdentifier(node.expression));
}

/** The classes and interfaces that a type extends; undefined for a base that is something else. */
export function basesOf(view: ProgramView, type: Nominal): readonly (Nominal | undefined)[] {
  const { ts: tsc } = view;
  return (type.symbol.declarations ?? [])
    .flatMap((declaration) => (tsc.isClassLike(declaration) || tsc.isInterfaceDeclaration(declaration) ? (declaration.heritageClauses ?? []) : []))
    .filter((clause) => clause.token === tsc.SyntaxKind.ExtendsKeyword)
    .flatMap((clause) => clause.types)
    .map((clause) => {
      const symbol = isEntityName(view, clause.expression) ? symbolOfName(view, clause.expression) : undefined;
      const named = symbol !== undefined && (symbol.flags & tsc.SymbolFlags.TypeAlias) === 0;
      return named ? nominal(ofReference(view, clause, clause.expression, type, 0)) : undefined;
    });
}

/** The class that a class extends, when that is simply another class. */
export function superclassOf(view: ProgramView, type: Nominal): Nominal | undefined {
  const [base, ...others] = basesOf(view, type);
  return others.length === 0 ? base : undefined;
}

/** A member of a type or of its bases; undefined where a base is not simply another class or interface. */
export function memberNamed(view: ProgramView, type: Nominal, name: ts.__String, depth = 0): WrittenMember | undefined {
  const own = type.symbol.members?.get(name);
  if (own !== undefined) return { symbol: own, owner: type };
  if (depth > deepest) return undefined;
  for (const base of basesOf(view, type)) {
    const member = base === undefined ? undefined : memberNamed(view, base, name, depth + 1);
    if (base === undefined || member !== undefined) return member;
  }
  return undefined;
}

/** Whether neither a type nor any of its bases declares such a member; false also where a base is out of reach. */
export function lacksMember(view: ProgramView, type: Nominal, name: ts.__String, depth = 0): boolean {
  if (depth > deepest || type.symbol.members?.has(name) === true) return false;
  return basesOf(view, type).every((base) => base !== undefined && lacksMember(view, base, name, depth + 1));
}

/** The language's own types whose iteration gives their first argument. */
const iterated = new Set(['Array', 'ArrayIterator', 'Generator', 'Iterable', 'IterableIterator', 'IteratorObject', 'MapIterator', 'ReadonlyArray', 'ReadonlySet', 'Set', 'SetIterator']);
const iteratedInPairs = new Set(['Map', 'ReadonlyMap']);

/** What going through a value gives, one after the other. */
export function elementOf(view: ProgramView, list: WrittenType | undefined): WrittenType | undefined {
  const type = nominal(list);
  if (type === undefined || !isOfLanguage(view, type.symbol)) return undefined;
  if (iterated.has(type.symbol.name)) return type.arguments[0];
  return iteratedInPairs.has(type.symbol.name) ? { tuple: type.arguments } : undefined;
}

/** What is found in a list by its index. */
export function indexedIn(view: ProgramView, list: WrittenType | undefined): WrittenType | undefined {
  const type = nominal(list);
  return type !== undefined && (type.symbol.name === 'Array' || type.symbol.name === 'ReadonlyArray') && isOfLanguage(view, type.symbol) ? type.arguments[0] : undefined;
}
