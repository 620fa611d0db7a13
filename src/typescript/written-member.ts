import type ts from 'typescript';

import { perProgram, type ProgramView } from './program-view.js';
import { frameOf, isStaticMember, thisFrameOf } from './syntax.js';

/** Longer chains of bases and of calls are left to the checker. */
const deepest = 12;

/** An import gives what it imports. */
export function unaliased(view: ProgramView, symbol: ts.Symbol | undefined): ts.Symbol | undefined {
  return symbol !== undefined && (symbol.flags & view.ts.SymbolFlags.Alias) !== 0 ? view.checker.getAliasedSymbol(symbol) : symbol;
}

/** The classes and interfaces that have their own member list: what an alias or a type parameter stands for is the checker's word. */
function nominal(view: ProgramView, symbol: ts.Symbol | undefined): ts.Symbol | undefined {
  const { SymbolFlags } = view.ts;
  const target = unaliased(view, symbol);
  return target !== undefined && (target.flags & (SymbolFlags.Class | SymbolFlags.Interface)) !== 0 && (target.flags & SymbolFlags.TypeParameter) === 0 ? target : undefined;
}

/** The interfaces behind the types that have a syntax of their own. */
const builtIn = perProgram((view): ReadonlyMap<string, ts.Symbol> => {
  const { ts: tsc, checker } = view;
  const found = new Map<string, ts.Symbol>();
  for (const file of view.program.getSourceFiles()) {
    if (!view.program.isSourceFileDefaultLibrary(file)) continue;
    for (const statement of file.statements) {
      if (!tsc.isInterfaceDeclaration(statement) || (statement.name.text !== 'Array' && statement.name.text !== 'String')) continue;
      const symbol = checker.getSymbolAtLocation(statement.name);
      if (symbol !== undefined) found.set(statement.name.text, symbol);
    }
  }
  return found;
});

function isNothing(view: ProgramView, type: ts.TypeNode): boolean {
  const { ts: tsc } = view;
  return type.kind === tsc.SyntaxKind.UndefinedKeyword || (tsc.isLiteralTypeNode(type) && type.literal.kind === tsc.SyntaxKind.NullKeyword);
}

function ofTypeNode(view: ProgramView, type: ts.TypeNode | undefined): ts.Symbol | undefined {
  const { ts: tsc } = view;
  if (type === undefined) return undefined;
  if (tsc.isTypeReferenceNode(type)) return nominal(view, view.checker.getSymbolAtLocation(type.typeName));
  if (tsc.isArrayTypeNode(type)) return builtIn(view).get('Array');
  if (type.kind === tsc.SyntaxKind.StringKeyword) return builtIn(view).get('String');
  if (!tsc.isUnionTypeNode(type)) return undefined;
  const [only, ...others] = type.types.filter((part) => !isNothing(view, part));
  return others.length === 0 ? ofTypeNode(view, only) : undefined;
}

/** The type that the declarations of a function write down as its result, the same in all its overloads. */
function ofResult(view: ProgramView, callee: ts.Symbol | undefined, awaited: boolean): ts.Symbol | undefined {
  const { ts: tsc } = view;
  const results = (callee?.declarations ?? []).map((declaration) => {
    const type = tsc.isFunctionLike(declaration) ? declaration.type : undefined;
    if (!awaited || type === undefined) return ofTypeNode(view, type);
    const given = tsc.isTypeReferenceNode(type) && tsc.isIdentifier(type.typeName) && type.typeName.text === 'Promise' ? type.typeArguments?.[0] : undefined;
    const kept = ofTypeNode(view, given);
    return kept === undefined || memberNamed(view, kept, tsc.escapeLeadingUnderscores('then'), 0) !== undefined ? undefined : kept;
  });
  const [first] = results;
  return results.every((result) => result === first) ? first : undefined;
}

function ofCall(view: ProgramView, call: ts.CallExpression, awaited: boolean, depth: number): ts.Symbol | undefined {
  const { ts: tsc } = view;
  const callee = call.expression;
  if (tsc.isPropertyAccessExpression(callee)) return ofResult(view, memberOf(view, callee, depth), awaited);
  return tsc.isIdentifier(callee) ? ofResult(view, unaliased(view, view.checker.getSymbolAtLocation(callee)), awaited) : undefined;
}

function ofNew(view: ProgramView, creation: ts.NewExpression): ts.Symbol | undefined {
  const { ts: tsc } = view;
  if (!tsc.isIdentifier(creation.expression)) return undefined;
  const made = nominal(view, view.checker.getSymbolAtLocation(creation.expression));
  const [declaration] = made?.declarations ?? [];
  // A variable beside the interface may construct anything, except where the language itself declares both.
  const constructs = made !== undefined && declaration !== undefined && ((made.flags & tsc.SymbolFlags.Class) !== 0 || view.program.isSourceFileDefaultLibrary(declaration.getSourceFile()));
  return constructs ? made : undefined;
}

/** The type as it is written for the one declaration of what an expression names. */
function typeNodeOf(view: ProgramView, node: ts.Expression, depth: number): ts.TypeNode | undefined {
  const { ts: tsc } = view;
  const symbol = tsc.isIdentifier(node) ? unaliased(view, view.checker.getSymbolAtLocation(node)) : tsc.isPropertyAccessExpression(node) ? memberOf(view, node, depth) : undefined;
  const [declaration, ...others] = symbol?.declarations ?? [];
  if (declaration === undefined || others.length > 0) return undefined;
  if (tsc.isParameter(declaration)) return declaration.dotDotDotToken === undefined ? declaration.type : undefined;
  return tsc.isVariableDeclaration(declaration) || tsc.isPropertyDeclaration(declaration) || tsc.isPropertySignature(declaration) ? declaration.type : undefined;
}

/** What the elements of a list are, when the list is written as an array of them. */
function ofElements(view: ProgramView, list: ts.Expression, depth: number): ts.Symbol | undefined {
  const { ts: tsc } = view;
  const type = typeNodeOf(view, list, depth + 1);
  const array = type !== undefined && tsc.isTypeOperatorNode(type) && type.operator === tsc.SyntaxKind.ReadonlyKeyword ? type.type : type;
  return array !== undefined && tsc.isArrayTypeNode(array) ? ofTypeNode(view, array.elementType) : undefined;
}

/** `{ name }` in a pattern: the member of what the whole pattern takes apart. */
function ofBinding(view: ProgramView, binding: ts.BindingElement, depth: number): ts.Symbol | undefined {
  const { ts: tsc } = view;
  const { parent: pattern } = binding;
  const key = binding.propertyName ?? binding.name;
  const whole = pattern.parent;
  if (!tsc.isObjectBindingPattern(pattern) || binding.dotDotDotToken !== undefined || binding.initializer !== undefined || !tsc.isIdentifier(key) || tsc.isBindingElement(whole)) return undefined;
  const given = tsc.isVariableDeclaration(whole) && whole.initializer !== undefined ? ofExpression(view, whole.initializer, depth + 1) : undefined;
  const type = whole.type === undefined ? given : ofTypeNode(view, whole.type);
  const member = type === undefined ? undefined : memberNamed(view, type, key.escapedText, 0);
  return ofSymbol(view, member, depth + 1);
}

/** The type that the one declaration of a variable or field writes down. */
function ofSymbol(view: ProgramView, symbol: ts.Symbol | undefined, depth: number): ts.Symbol | undefined {
  const { ts: tsc } = view;
  const declaration = symbol?.valueDeclaration;
  if (declaration === undefined || symbol?.declarations?.some((other) => other !== declaration && !tsc.isInterfaceDeclaration(other)) !== false) return undefined;
  if (tsc.isPropertySignature(declaration)) return ofTypeNode(view, declaration.type);
  if (tsc.isBindingElement(declaration)) return ofBinding(view, declaration, depth);
  if (!tsc.isVariableDeclaration(declaration) && !tsc.isPropertyDeclaration(declaration) && !tsc.isParameter(declaration)) return undefined;
  if (tsc.isParameter(declaration) && declaration.dotDotDotToken !== undefined) return undefined;
  if (declaration.type !== undefined) return ofTypeNode(view, declaration.type);
  const settled = tsc.isPropertyDeclaration(declaration) || (tsc.getCombinedNodeFlags(declaration) & tsc.NodeFlags.Const) !== 0;
  const inJavaScript = (declaration.flags & tsc.NodeFlags.JavaScriptFile) !== 0;
  if (!settled || inJavaScript) return undefined;
  if (declaration.initializer !== undefined) return ofExpression(view, declaration.initializer, depth + 1);
  const loop = tsc.isVariableDeclaration(declaration) ? declaration.parent.parent : undefined;
  return loop !== undefined && tsc.isForOfStatement(loop) && loop.awaitModifier === undefined ? ofElements(view, loop.expression, depth) : undefined;
}

/** The class whose instance `this` is, when the code around it says so. */
function ofThis(view: ProgramView, node: ts.Expression): ts.Symbol | undefined {
  const { ts: tsc } = view;
  const frame = thisFrameOf(tsc, frameOf(tsc, node));
  if (tsc.isSourceFile(frame) || isStaticMember(tsc, frame)) return undefined;
  const owner = frame.parent;
  if (!tsc.isClassLike(owner) || owner.name === undefined) return undefined;
  const rebound = !tsc.isPropertyDeclaration(frame) && frame.parameters[0]?.name.getText() === 'this';
  return rebound ? undefined : view.checker.getSymbolAtLocation(owner.name);
}

function ofExpression(view: ProgramView, node: ts.Expression, depth: number): ts.Symbol | undefined {
  const { ts: tsc } = view;
  if (depth > deepest) return undefined;
  if (tsc.isParenthesizedExpression(node) || tsc.isNonNullExpression(node)) return ofExpression(view, node.expression, depth);
  if (node.kind === tsc.SyntaxKind.ThisKeyword) return ofThis(view, node);
  if (tsc.isIdentifier(node)) return ofSymbol(view, unaliased(view, view.checker.getSymbolAtLocation(node)), depth);
  if (tsc.isPropertyAccessExpression(node)) return ofSymbol(view, memberOf(view, node, depth), depth);
  if (tsc.isCallExpression(node)) return ofCall(view, node, false, depth);
  if (tsc.isAwaitExpression(node)) return tsc.isCallExpression(node.expression) ? ofCall(view, node.expression, true, depth) : undefined;
  if (tsc.isNewExpression(node)) return ofNew(view, node);
  if (tsc.isElementAccessExpression(node)) return tsc.isStringLiteralLike(node.argumentExpression) ? undefined : ofElements(view, node.expression, depth);
  if (tsc.isAsExpression(node)) return ofTypeNode(view, node.type);
  return tsc.isArrayLiteralExpression(node) ? builtIn(view).get('Array') : undefined;
}

function basesOf(view: ProgramView, type: ts.Symbol): readonly (ts.Symbol | undefined)[] {
  const { ts: tsc } = view;
  return (type.declarations ?? [])
    .flatMap((declaration) => (tsc.isClassLike(declaration) || tsc.isInterfaceDeclaration(declaration) ? (declaration.heritageClauses ?? []) : []))
    .filter((clause) => clause.token === tsc.SyntaxKind.ExtendsKeyword)
    .flatMap((clause) => clause.types)
    .map(({ expression }) => nominal(view, tsc.isIdentifier(expression) ? view.checker.getSymbolAtLocation(expression) : undefined));
}

/** A member of a type or of its bases; undefined where a base is not simply another class or interface. */
function memberNamed(view: ProgramView, type: ts.Symbol, name: ts.__String, depth: number): ts.Symbol | undefined {
  const own = type.members?.get(name);
  if (own !== undefined || depth > deepest) return own;
  for (const base of basesOf(view, type)) {
    const member = base === undefined ? undefined : memberNamed(view, base, name, depth + 1);
    if (base === undefined || member !== undefined) return member;
  }
  return undefined;
}

function memberOf(view: ProgramView, access: ts.PropertyAccessExpression, depth: number): ts.Symbol | undefined {
  if (!view.ts.isIdentifier(access.name)) return undefined;
  const type = ofExpression(view, access.expression, depth + 1);
  return type === undefined ? undefined : memberNamed(view, type, access.name.escapedText, 0);
}

/** The class or interface that an expression's declarations write down as its type; undefined says nothing. */
export function writtenType(view: ProgramView, node: ts.Expression): ts.Symbol | undefined {
  return (node.flags & view.ts.NodeFlags.JavaScriptFile) === 0 ? ofExpression(view, node, 0) : undefined;
}

/**
 * The member that an access names, when the declarations on the way to it write their types down as classes or
 * interfaces: then nothing needs to be inferred, which is most of what a checker's answer costs. Assumes that narrowing
 * a value leaves the member that its declared type has. Undefined says nothing: ask the checker.
 */
export function writtenMember(view: ProgramView, access: ts.PropertyAccessExpression): ts.Symbol | undefined {
  return (access.flags & view.ts.NodeFlags.JavaScriptFile) === 0 ? memberOf(view, access, 0) : undefined;
}
