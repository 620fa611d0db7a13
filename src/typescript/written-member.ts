import type ts from 'typescript';

import { perProgram, type ProgramView } from './program-view.js';
import { frameOf, isStaticMember, thisFrameOf } from './syntax.js';
import {
  agreed,
  arrayOf,
  deepest,
  elementOf,
  indexedIn,
  isNothing,
  isOfLanguage,
  memberNamed,
  type Nominal,
  nominal,
  ofTypeNode,
  stringType,
  superclassOf,
  symbolOfName,
  type WrittenMember,
  type WrittenType,
} from './written-type.js';

/** What a callee's name stands for: a variable or function, or a member and the type it belongs to. */
function named(view: ProgramView, node: ts.Expression, depth: number): WrittenMember | undefined {
  const { ts: tsc } = view;
  if (tsc.isPropertyAccessExpression(node)) return memberOf(view, node, depth);
  const symbol = tsc.isIdentifier(node) ? symbolOfName(view, node) : undefined;
  return symbol === undefined ? undefined : { symbol, owner: undefined };
}

const known = perProgram(() => new Map<ts.Node, WrittenType | undefined>());

/** Answers once for each node, since chains of calls and variables are asked about from every one of their uses. */
function once(view: ProgramView, node: ts.Node, answer: () => WrittenType | undefined): WrittenType | undefined {
  const answers = known(view);
  if (!answers.has(node)) answers.set(node, answer());
  return answers.get(node);
}

/** Whether an overload of the language is the one for callbacks that narrow: what it gives has the members of what it was given. */
function narrowsElements({ ts: tsc }: ProgramView, declaration: ts.SignatureDeclaration | undefined): boolean {
  const [callback] = declaration?.parameters ?? [];
  const type = callback?.type;
  return type !== undefined && tsc.isFunctionTypeNode(type) && tsc.isTypePredicateNode(type.type);
}

/** The type that the declarations of a function write down as its result, the same in all its overloads. */
function ofCall(view: ProgramView, call: ts.CallExpression, depth: number): WrittenType | undefined {
  const { functions, owner } = calledBy(view, call, depth);
  const plain = owner !== undefined && isOfLanguage(view, owner.symbol) ? functions.filter((declaration) => !narrowsElements(view, declaration)) : functions;
  return agreed(plain.map((declaration) => ofTypeNode(view, declaration?.type, owner)));
}

function ofNew(view: ProgramView, creation: ts.NewExpression): WrittenType | undefined {
  const { ts: tsc } = view;
  const made = tsc.isIdentifier(creation.expression) ? symbolOfName(view, creation.expression) : undefined;
  if (made === undefined) return undefined;
  // A variable beside the interface may construct anything, except where the language itself declares both.
  const constructs = (made.flags & tsc.SymbolFlags.Class) !== 0 || ((made.flags & tsc.SymbolFlags.Interface) !== 0 && isOfLanguage(view, made));
  return constructs ? { symbol: made, arguments: creation.typeArguments?.map((type) => ofTypeNode(view, type, undefined)) ?? [] } : undefined;
}

/** What a promise gives, or the value itself when nothing can be waited for. */
function ofAwaited(view: ProgramView, waited: WrittenType | undefined): WrittenType | undefined {
  const type = nominal(waited);
  if (type === undefined) return waited;
  const isPromise = (type.symbol.name === 'Promise' || type.symbol.name === 'PromiseLike') && isOfLanguage(view, type.symbol);
  const given = nominal(isPromise ? type.arguments[0] : type);
  return given === undefined || memberNamed(view, given, view.ts.escapeLeadingUnderscores('then')) !== undefined ? undefined : given;
}

/** `{ name }` or `[first]` in a pattern: the part of what the whole pattern takes apart. */
function ofBinding(view: ProgramView, binding: ts.BindingElement, depth: number): WrittenType | undefined {
  const { ts: tsc } = view;
  const { parent: pattern } = binding;
  if (binding.dotDotDotToken !== undefined || binding.initializer !== undefined) return undefined;
  const whole = ofDeclaration(view, pattern.parent, undefined, depth + 1);
  if (tsc.isArrayBindingPattern(pattern)) {
    const position = pattern.elements.indexOf(binding);
    return whole !== undefined && 'tuple' in whole ? whole.tuple[position] : elementOf(view, whole);
  }
  const key = binding.propertyName ?? binding.name;
  const type = nominal(whole);
  const member = type === undefined || !tsc.isIdentifier(key) ? undefined : memberNamed(view, type, key.escapedText);
  return ofMember(view, member, depth + 1);
}

/** The parameters of a function type, written in place, that a callee takes. */
function takenFunction(view: ProgramView, type: ts.TypeNode | undefined): ts.FunctionTypeNode | undefined {
  const { ts: tsc } = view;
  if (type === undefined) return undefined;
  if (tsc.isFunctionTypeNode(type)) return type;
  if (tsc.isParenthesizedTypeNode(type)) return takenFunction(view, type.type);
  if (!tsc.isUnionTypeNode(type)) return undefined;
  const [only, ...others] = type.types.filter((part) => !isNothing(view, part));
  return others.length === 0 ? takenFunction(view, only) : undefined;
}

function withoutThis({ ts: tsc }: ProgramView, parameters: readonly ts.ParameterDeclaration[]): readonly ts.ParameterDeclaration[] {
  return parameters.filter(({ name }) => !(tsc.isIdentifier(name) && name.text === 'this'));
}

/** The functions that a call or construction may call, and the type they are members of. */
function calledBy(view: ProgramView, call: ts.CallExpression | ts.NewExpression, depth: number): { readonly functions: readonly (ts.SignatureDeclaration | undefined)[]; readonly owner: Nominal | undefined } {
  const { ts: tsc } = view;
  const callee = named(view, call.expression, depth);
  const declarations = callee?.symbol.declarations ?? [];
  if (tsc.isCallExpression(call)) return { functions: declarations.map((declaration) => (tsc.isFunctionLike(declaration) ? declaration : undefined)), owner: callee?.owner };
  return { functions: declarations.flatMap((declaration) => (tsc.isClassLike(declaration) ? declaration.members.filter((member) => tsc.isConstructorDeclaration(member)) : [undefined])), owner: undefined };
}

/** The types that the declarations of a callee give the parameter which takes this argument. */
function takenTypes(view: ProgramView, call: ts.CallExpression | ts.NewExpression, argument: ts.Expression, depth: number): { readonly types: readonly (ts.TypeNode | undefined)[]; readonly owner: Nominal | undefined } {
  const position = call.arguments?.indexOf(argument) ?? -1;
  if (position < 0) return { types: [], owner: undefined };
  const { functions, owner } = calledBy(view, call, depth);
  const types = functions.map((declaration) => {
    const taken = withoutThis(view, (declaration?.parameters ?? []) as readonly ts.ParameterDeclaration[])[position];
    return taken?.dotDotDotToken === undefined ? taken?.type : undefined;
  });
  return { types, owner };
}

/** What a callback is given, when every declaration of the function it is handed to writes down the same. */
function ofCallbackParameter(view: ProgramView, parameter: ts.ParameterDeclaration, depth: number): WrittenType | undefined {
  const { ts: tsc } = view;
  const { parent: callback } = parameter;
  if (!tsc.isArrowFunction(callback) && !tsc.isFunctionExpression(callback)) return undefined;
  if (!tsc.isCallExpression(callback.parent)) return undefined;
  const position = withoutThis(view, callback.parameters).indexOf(parameter);
  const { types, owner } = takenTypes(view, callback.parent, callback, depth + 1);
  return agreed(
    types.map((type) => {
      const given = withoutThis(view, takenFunction(view, type)?.parameters ?? [])[position];
      return given?.dotDotDotToken === undefined ? ofTypeNode(view, given?.type, owner) : undefined;
    }),
  );
}

function ofVariable(view: ProgramView, declaration: ts.VariableDeclaration, depth: number): WrittenType | undefined {
  const { ts: tsc } = view;
  if (declaration.initializer !== undefined) return ofExpression(view, declaration.initializer, depth + 1);
  const loop = declaration.parent.parent;
  return tsc.isForOfStatement(loop) && loop.awaitModifier === undefined ? elementOf(view, ofExpression(view, loop.expression, depth + 1)) : undefined;
}

/** What one declaration of a variable, parameter or field writes down. */
function ofDeclaration(view: ProgramView, declaration: ts.Declaration, owner: Nominal | undefined, depth: number): WrittenType | undefined {
  const { ts: tsc } = view;
  if (depth > deepest) return undefined;
  if (tsc.isPropertySignature(declaration)) return ofTypeNode(view, declaration.type, owner);
  if (tsc.isBindingElement(declaration)) return ofBinding(view, declaration, depth);
  if (!tsc.isVariableDeclaration(declaration) && !tsc.isPropertyDeclaration(declaration) && !tsc.isParameter(declaration)) return undefined;
  if (tsc.isParameter(declaration) && declaration.dotDotDotToken !== undefined) return undefined;
  if (declaration.type !== undefined) return ofTypeNode(view, declaration.type, owner);
  if ((declaration.flags & tsc.NodeFlags.JavaScriptFile) !== 0) return undefined;
  if (tsc.isVariableDeclaration(declaration)) return ofVariable(view, declaration, depth);
  if (tsc.isParameter(declaration)) return declaration.initializer === undefined ? ofCallbackParameter(view, declaration, depth) : undefined;
  return declaration.initializer === undefined ? undefined : ofExpression(view, declaration.initializer, depth + 1);
}

/** The type that the one declaration of a variable or member writes down. */
function ofMember(view: ProgramView, member: WrittenMember | undefined, depth: number): WrittenType | undefined {
  const { ts: tsc } = view;
  const declaration = member?.symbol.valueDeclaration;
  if (declaration === undefined || member?.symbol.declarations?.some((other) => other !== declaration && !tsc.isInterfaceDeclaration(other)) !== false) return undefined;
  const { owner } = member;
  return owner === undefined ? once(view, declaration, () => ofDeclaration(view, declaration, owner, depth)) : ofDeclaration(view, declaration, owner, depth);
}

/** The class whose instance `this` is, when the code around it says so. */
function ofThis(view: ProgramView, node: ts.Expression): Nominal | undefined {
  const { ts: tsc } = view;
  const frame = thisFrameOf(tsc, frameOf(tsc, node));
  if (tsc.isSourceFile(frame) || isStaticMember(tsc, frame)) return undefined;
  const owner = frame.parent;
  if (!tsc.isClassLike(owner) || owner.name === undefined) return undefined;
  const rebound = !tsc.isPropertyDeclaration(frame) && frame.parameters[0]?.name.getText() === 'this';
  const symbol = rebound ? undefined : symbolOfName(view, owner.name);
  return symbol === undefined ? undefined : { symbol, arguments: [] };
}

/** What the values have in common, one of which it is. */
function ofEither(view: ProgramView, values: readonly ts.Expression[], depth: number): WrittenType | undefined {
  return agreed(values.map((value) => ofExpression(view, value, depth + 1)));
}

function ofExpression(view: ProgramView, node: ts.Expression, depth: number): WrittenType | undefined {
  const { ts: tsc } = view;
  if (depth > deepest) return undefined;
  if (tsc.isParenthesizedExpression(node) || tsc.isNonNullExpression(node)) return ofExpression(view, node.expression, depth);
  if (node.kind === tsc.SyntaxKind.ThisKeyword) return ofThis(view, node);
  if (node.kind === tsc.SyntaxKind.SuperKeyword) {
    const own = ofThis(view, node);
    return own === undefined ? undefined : superclassOf(view, own);
  }
  if (tsc.isIdentifier(node) || tsc.isPropertyAccessExpression(node)) return ofMember(view, named(view, node, depth), depth);
  if (tsc.isCallExpression(node)) return once(view, node, () => ofCall(view, node, depth));
  if (tsc.isAwaitExpression(node)) return ofAwaited(view, ofExpression(view, node.expression, depth + 1));
  if (tsc.isNewExpression(node)) return ofNew(view, node);
  if (tsc.isElementAccessExpression(node)) return tsc.isStringLiteralLike(node.argumentExpression) ? undefined : indexedIn(view, ofExpression(view, node.expression, depth + 1));
  if (tsc.isAsExpression(node)) return ofTypeNode(view, node.type, undefined);
  if (tsc.isConditionalExpression(node)) return ofEither(view, [node.whenTrue, node.whenFalse], depth);
  if (tsc.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    if (kind === tsc.SyntaxKind.EqualsToken) return ofExpression(view, node.right, depth + 1);
    return kind === tsc.SyntaxKind.QuestionQuestionToken || kind === tsc.SyntaxKind.BarBarToken ? ofEither(view, [node.left, node.right], depth) : undefined;
  }
  if (tsc.isStringLiteralLike(node) || tsc.isTemplateExpression(node)) return stringType(view);
  return tsc.isArrayLiteralExpression(node) ? arrayOf(view, undefined) : undefined;
}

function memberOf(view: ProgramView, access: ts.PropertyAccessExpression, depth: number): WrittenMember | undefined {
  if (!view.ts.isIdentifier(access.name)) return undefined;
  const type = nominal(ofExpression(view, access.expression, depth + 1));
  return type === undefined ? undefined : memberNamed(view, type, access.name.escapedText);
}

function isTyped(view: ProgramView, node: ts.Node): boolean {
  return (node.flags & view.ts.NodeFlags.JavaScriptFile) === 0;
}

/** The class or interface that an expression's declarations write down as its type; undefined says nothing. */
export function writtenType(view: ProgramView, node: ts.Expression): Nominal | undefined {
  return isTyped(view, node) ? nominal(ofExpression(view, node, 0)) : undefined;
}

/** The class or interface that a parameter is written for; undefined says nothing. */
export function writtenParameter(view: ProgramView, parameter: ts.ParameterDeclaration): Nominal | undefined {
  return isTyped(view, parameter) ? nominal(ofDeclaration(view, parameter, undefined, 0)) : undefined;
}

/** What an argument is expected to be, when every declaration of the callee writes down the same; undefined says nothing. */
export function writtenArgument(view: ProgramView, argument: ts.Expression): Nominal | undefined {
  const { ts: tsc } = view;
  const { parent: call } = argument;
  if (!isTyped(view, argument) || !(tsc.isCallExpression(call) || tsc.isNewExpression(call))) return undefined;
  const { types, owner } = takenTypes(view, call, argument, 0);
  return nominal(agreed(types.map((type) => ofTypeNode(view, type, owner))));
}

/** What each declaration of a callee writes down as its result; undefined where one says nothing. */
export function writtenResults(view: ProgramView, call: ts.CallExpression): readonly Nominal[] | undefined {
  const { functions, owner } = isTyped(view, call) ? calledBy(view, call, 0) : { functions: [], owner: undefined };
  const results = functions.map((declaration) => nominal(ofTypeNode(view, declaration?.type, owner)));
  return results.length > 0 && results.every((result) => result !== undefined) ? results : undefined;
}

/**
 * The member that an access names, when the declarations on the way to it write their types down as classes or
 * interfaces: then nothing needs to be inferred, which is most of what a checker's answer costs. Assumes that narrowing
 * a value leaves the member that its declared type has. Undefined says nothing: ask the checker.
 */
export function writtenMember(view: ProgramView, access: ts.PropertyAccessExpression): ts.Symbol | undefined {
  return isTyped(view, access) ? memberOf(view, access, 0)?.symbol : undefined;
}
