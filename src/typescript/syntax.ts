import type ts from 'typescript';

import type { Compiler } from './compiler.js';

/**
 * A piece of code with an activation of its own: a function with a body, a module, or the initializer of an instance
 * field (which runs once for each instance).
 */
export type Frame = ts.FunctionLikeDeclaration | ts.PropertyDeclaration | ts.SourceFile;

/** The nodes around a node, nearest first, the source file last. */
export function* around(node: ts.Node): Generator<ts.Node> {
  let current = node.parent as ts.Node | undefined;
  while (current !== undefined) {
    yield current;
    current = current.parent;
  }
}

type Wrapping = ts.AsExpression | ts.AwaitExpression | ts.NonNullExpression | ts.ParenthesizedExpression | ts.SatisfiesExpression | ts.TypeAssertion;

/** Whether an expression has the value of the one inside it. Asked of nearly every expression: one comparison of kinds is all it takes. */
function isWrapping({ SyntaxKind }: Compiler, node: ts.Node): node is Wrapping {
  switch (node.kind) {
    case SyntaxKind.AsExpression:
    case SyntaxKind.AwaitExpression:
    case SyntaxKind.NonNullExpression:
    case SyntaxKind.ParenthesizedExpression:
    case SyntaxKind.SatisfiesExpression:
    case SyntaxKind.TypeAssertionExpression:
      return true;
    default:
      return false;
  }
}

/** Strips what does not change the value: parentheses, casts, `!`, `satisfies`, `await`. */
export function peel(tsc: Compiler, node: ts.Expression): ts.Expression {
  let current = node;
  while (isWrapping(tsc, current)) current = current.expression;
  return current;
}

/** The outermost expression with the same value as this one: `x` in `(x as T)!` gives the whole. */
export function widest(tsc: Compiler, node: ts.Expression): ts.Expression {
  let current = node;
  for (let { parent } = current; isWrapping(tsc, parent); { parent } = parent) current = parent;
  return current;
}

/** Whether the node is a function-like declaration that has a body to run. */
export function isFunctionWithBody(tsc: Compiler, node: ts.Node): node is ts.FunctionLikeDeclaration {
  return tsc.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

/** Whether a class member is static. */
export function isStaticMember(tsc: Compiler, node: ts.Node): boolean {
  return tsc.canHaveModifiers(node) && (tsc.getModifiers(node)?.some((m) => m.kind === tsc.SyntaxKind.StaticKeyword) ?? false);
}

/** The frame whose activation evaluates this node; for a function node the frame around it. */
export function frameOf(tsc: Compiler, node: ts.Node): Frame {
  let child = node;
  // Asked of every node of interest: a plain loop costs a third of the generator.
  for (let current = node.parent as ts.Node | undefined; current !== undefined; current = current.parent) {
    if (tsc.isSourceFile(current)) return current;
    if (isFunctionWithBody(tsc, current) && !isDecoratorOrName(tsc, current, child)) return current;
    if (tsc.isPropertyDeclaration(current) && current.initializer === child && !isStaticMember(tsc, current)) return current;
    child = current;
  }
  return node.getSourceFile();
}

function isDecoratorOrName(tsc: Compiler, owner: ts.FunctionLikeDeclaration, child: ts.Node): boolean {
  return tsc.isDecorator(child) || owner.name === child;
}

/** Whether the frame keeps the `this` of the code around it. */
function bindsNoThis(tsc: Compiler, frame: Frame): boolean {
  return tsc.isArrowFunction(frame);
}

/** The frame that `this` belongs to when it is written in this frame. */
export function thisFrameOf(tsc: Compiler, frame: Frame): Frame {
  let current = frame;
  while (bindsNoThis(tsc, current)) current = frameOf(tsc, current);
  return current;
}

/** Whether `inner` is `outer` or written inside it. */
export function isWithin(inner: ts.Node, outer: ts.Node): boolean {
  if (inner.pos < outer.pos || inner.end > outer.end) return false;
  for (let current = inner as ts.Node | undefined; current !== undefined && current.end <= outer.end; current = current.parent) {
    if (current === outer) return true;
  }
  return false;
}

/** The class around a member frame, if any. */
export function classOf(tsc: Compiler, frame: Frame): ts.ClassLikeDeclaration | undefined {
  return !tsc.isSourceFile(frame) && tsc.isClassLike(frame.parent) ? frame.parent : undefined;
}

/** A call or a construction: what runs a callee with arguments. */
export type CallLike = ts.CallExpression | ts.NewExpression;

/** Whether the node is a call or a `new`. */
export function isCallLike(tsc: Compiler, node: ts.Node): node is CallLike {
  return tsc.isCallExpression(node) || tsc.isNewExpression(node);
}

/** The text of a property name when it is fixed: identifiers, private names, string and number literals. */
export function fixedName(tsc: Compiler, name: ts.Node | undefined): string | undefined {
  if (name === undefined) return undefined;
  if (tsc.isIdentifier(name) || tsc.isPrivateIdentifier(name) || tsc.isStringLiteralLike(name) || tsc.isNumericLiteral(name)) {
    return name.text;
  }
  if (tsc.isComputedPropertyName(name) && (tsc.isStringLiteralLike(name.expression) || tsc.isNumericLiteral(name.expression))) {
    return name.expression.text;
  }
  return undefined;
}

/** Whether an identifier is read or written as a value, rather than naming a declaration, a type, a label or an import. */
export function isValueUse(tsc: Compiler, id: ts.Identifier): boolean {
  const { parent } = id;
  if (tsc.isExportAssignment(parent)) return true;
  if (tsc.isImportSpecifier(parent) || tsc.isImportClause(parent) || tsc.isNamespaceImport(parent) || tsc.isExportSpecifier(parent)) return false;
  if (tsc.isTypeNode(parent) || tsc.isQualifiedName(parent) || tsc.isTypeParameterDeclaration(parent) || tsc.isTypePredicateNode(parent)) return false;
  if (tsc.isBreakOrContinueStatement(parent) || tsc.isLabeledStatement(parent) || tsc.isJsxAttribute(parent) || tsc.isMetaProperty(parent)) return false;
  const named = parent as ts.Node & { readonly name?: ts.Node; readonly propertyName?: ts.Node };
  return named.name !== id && named.propertyName !== id;
}
