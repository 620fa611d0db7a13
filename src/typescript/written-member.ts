import type ts from 'typescript';

import { perProgram, type ProgramView } from './program-view.js';
import { frameOf, isStaticMember, thisFrameOf } from './syntax.js';

/** Longer chains of bases are left to the checker. */
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

const lists = perProgram((view) => {
  const { ts: tsc } = view;
  for (const file of view.program.getSourceFiles()) {
    if (!view.program.isSourceFileDefaultLibrary(file)) continue;
    const list = file.statements.find((statement) => tsc.isInterfaceDeclaration(statement) && statement.name.text === 'Array');
    if (list !== undefined && tsc.isInterfaceDeclaration(list)) return view.checker.getSymbolAtLocation(list.name);
  }
  return undefined;
});

function ofTypeNode(view: ProgramView, type: ts.TypeNode): ts.Symbol | undefined {
  const { ts: tsc } = view;
  if (tsc.isTypeReferenceNode(type)) return nominal(view, view.checker.getSymbolAtLocation(type.typeName));
  return tsc.isArrayTypeNode(type) ? lists(view) : undefined;
}

function ofInitializer(view: ProgramView, value: ts.Expression): ts.Symbol | undefined {
  const { ts: tsc } = view;
  if (tsc.isArrayLiteralExpression(value)) return lists(view);
  if (!tsc.isNewExpression(value) || !tsc.isIdentifier(value.expression)) return undefined;
  const made = nominal(view, view.checker.getSymbolAtLocation(value.expression));
  const [declaration] = made?.declarations ?? [];
  // A variable beside the interface may construct anything, except where the language itself declares both.
  const constructs = made !== undefined && declaration !== undefined && ((made.flags & tsc.SymbolFlags.Class) !== 0 || view.program.isSourceFileDefaultLibrary(declaration.getSourceFile()));
  return constructs ? made : undefined;
}

/** The type that the one declaration of a variable or field writes down. */
function ofSymbol(view: ProgramView, symbol: ts.Symbol | undefined): ts.Symbol | undefined {
  const { ts: tsc } = view;
  const declaration = symbol?.valueDeclaration;
  if (declaration === undefined || symbol?.declarations?.length !== 1) return undefined;
  if (tsc.isPropertySignature(declaration)) return declaration.type === undefined ? undefined : ofTypeNode(view, declaration.type);
  if (!tsc.isVariableDeclaration(declaration) && !tsc.isPropertyDeclaration(declaration) && !tsc.isParameter(declaration)) return undefined;
  if (tsc.isParameter(declaration) && declaration.dotDotDotToken !== undefined) return undefined;
  if (declaration.type !== undefined) return ofTypeNode(view, declaration.type);
  const settled = tsc.isPropertyDeclaration(declaration) || (tsc.getCombinedNodeFlags(declaration) & tsc.NodeFlags.Const) !== 0;
  return settled && declaration.initializer !== undefined ? ofInitializer(view, declaration.initializer) : undefined;
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

function ofExpression(view: ProgramView, node: ts.Expression): ts.Symbol | undefined {
  const { ts: tsc } = view;
  if (tsc.isParenthesizedExpression(node) || tsc.isNonNullExpression(node)) return ofExpression(view, node.expression);
  if (node.kind === tsc.SyntaxKind.ThisKeyword) return ofThis(view, node);
  if (tsc.isIdentifier(node)) return ofSymbol(view, unaliased(view, view.checker.getSymbolAtLocation(node)));
  return tsc.isPropertyAccessExpression(node) ? ofSymbol(view, writtenMember(view, node)) : undefined;
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

/**
 * The member that an access names, when the declarations on the way to it write their types down as classes or
 * interfaces: then nothing needs to be inferred, which is most of what a checker's answer costs. Assumes that narrowing
 * a value leaves the member that its declared type has. Undefined says nothing: ask the checker.
 */
export function writtenMember(view: ProgramView, access: ts.PropertyAccessExpression): ts.Symbol | undefined {
  const { ts: tsc } = view;
  if ((access.flags & tsc.NodeFlags.JavaScriptFile) !== 0 || !tsc.isIdentifier(access.name)) return undefined;
  const type = ofExpression(view, access.expression);
  return type === undefined ? undefined : memberNamed(view, type, access.name.escapedText, 0);
}
