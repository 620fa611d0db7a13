/**
 * Whether everything that is done with a local handle is over when the code around its declaration is. Computes it from each
 * mention: calls whose promises are awaited, values that are plain data. Assumes that awaited data holds on to nothing. Gives up
 * handles that other functions mention, that are put somewhere, or that give away objects with a life of their own.
 */
import type ts from 'typescript';

import type { Edit } from '../../terms/finding.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type CallLike, type Frame, frameOf, isCallLike, isFunctionWithBody, peel } from '../../typescript/syntax.js';

import { localSymbol, mentionsOf, nodesInside, variablesIn } from './local-names.js';

const deepest = 3;

/** Members by which objects tell that they live on. */
const ofLiving: readonly string[] = ['cancel', 'close', 'destroy', 'next', 'on', 'pipe', 'release', 'subscribe'];

/** Whether a value is a promise, or is awaited like one. */
export function isPromise({ checker }: ProgramView, type: ts.Type): boolean {
  return checker.getPropertyOfType(type, 'then') !== undefined;
}

function isPlain({ checker }: ProgramView, type: ts.Type): boolean {
  return ofLiving.every((name) => checker.getPropertyOfType(type, name) === undefined);
}

/** Whether values of a type are text, numbers and the like, which nobody can end or outlive. */
export function isPrimitive({ ts: tsc }: ProgramView, type: ts.Type): boolean {
  const { BigIntLike, BooleanLike, ESSymbolLike, Null, NumberLike, StringLike, Undefined, Void } = tsc.TypeFlags;
  const primitive = BigIntLike | BooleanLike | ESSymbolLike | Null | NumberLike | StringLike | Undefined | Void;
  return (type.isUnion() ? type.types : [type]).every(({ flags }) => (flags & primitive) !== 0);
}

/** Whether functions speak only of what belongs to one run of the frame, and of something that does. */
export function servesFrame(view: ProgramView, codes: readonly ts.Node[], frame: Frame): boolean {
  const { ts: tsc, checker } = view;
  const inside = new Set(codes.flatMap((code) => nodesInside(view, code)));
  if ([...inside].some(({ kind }) => kind === tsc.SyntaxKind.ThisKeyword || kind === tsc.SyntaxKind.SuperKeyword)) return false;
  let own = 0;
  const all = codes.flatMap((code) => variablesIn(view, code)).every((name) => {
    const symbol = localSymbol(view, name);
    const declaration = symbol?.valueDeclaration;
    if (symbol === undefined || declaration === undefined) return symbol !== undefined;
    const home = frameOf(tsc, declaration);
    if (tsc.isSourceFile(home) || inside.has(declaration)) return true;
    const primitive = isPrimitive(view, checker.getTypeAtLocation(name));
    if (home !== frame || tsc.isParameter(declaration)) return primitive;
    own += 1;
    // What other functions know as well may be read when the frame has been left.
    const known = mentionsOf(view, name.getSourceFile(), symbol).every((mention) => frameOf(tsc, mention) === frame || inside.has(mention));
    return known && tsc.isVariableDeclaration(declaration) && (primitive || isMadeHere(view, declaration));
  });
  return all && own > 0;
}

function isMadeHere({ ts: tsc }: ProgramView, { initializer }: ts.VariableDeclaration): boolean {
  const value = initializer === undefined ? undefined : peel(tsc, initializer);
  return value !== undefined && (tsc.isNewExpression(value) || tsc.isArrayLiteralExpression(value) || tsc.isObjectLiteralExpression(value) || isFunctionWithBody(tsc, value));
}

/** What goes on from an expression: the calls and accesses that follow it in a chain. */
function wholeChain({ ts: tsc }: ProgramView, start: ts.Expression): ts.Expression {
  let node = start;
  for (;;) {
    const { parent } = node;
    const goesOn =
      ((tsc.isPropertyAccessExpression(parent) || tsc.isElementAccessExpression(parent) || tsc.isNonNullExpression(parent) || tsc.isParenthesizedExpression(parent)) && parent.expression === node) ||
      (tsc.isCallExpression(parent) && parent.expression === node);
    if (!goesOn) return node;
    node = parent;
  }
}

interface Walk {
  readonly frame: Frame;
  /** Functions that are known to run no longer than the handle is held. */
  readonly served: ReadonlySet<ts.Node>;
  readonly unawaited: ts.Expression[];
}

/** Whether a value that came of the handle is done with. */
function isDone(view: ProgramView, value: ts.Expression, walk: Walk, depth: number): boolean {
  const { ts: tsc, checker } = view;
  const { parent } = value;
  const type = checker.getTypeAtLocation(value);
  if (isPromise(view, type)) {
    if (tsc.isAwaitExpression(parent)) return isDone(view, parent, walk, depth);
    if (!tsc.isReturnStatement(parent) || !isAsync(view, walk.frame)) return false;
    const given = checker.getAwaitedType(type);
    if (given === undefined || !isPlain(view, given)) return false;
    walk.unawaited.push(value);
    return true;
  }
  if (tsc.isExpressionStatement(parent)) return true;
  if ((tsc.isParenthesizedExpression(parent) || tsc.isPropertyAccessExpression(parent) || tsc.isElementAccessExpression(parent)) && parent.expression === value && isPlain(view, type)) return true;
  if (isPlain(view, type)) return true;
  if (!tsc.isVariableDeclaration(parent) || !tsc.isIdentifier(parent.name) || depth === 0) return false;
  return isUsedUp(view, parent.name, walk, depth - 1);
}

function isCallDone(view: ProgramView, call: CallLike, walk: Walk, depth: number): boolean {
  const { ts: tsc } = view;
  const code = (call.arguments ?? []).filter((argument) => isFunctionWithBody(tsc, peel(tsc, argument)) || view.checker.getTypeAtLocation(argument).getCallSignatures().length > 0);
  if (!tsc.isAwaitExpression(call.parent) && !code.every((one) => walk.served.has(peel(tsc, one)))) return false;
  return isDone(view, call, walk, depth);
}

function isMentionDone(view: ProgramView, mention: ts.Expression, walk: Walk, depth: number): boolean {
  const { ts: tsc, checker } = view;
  if (frameOf(tsc, mention) !== walk.frame) return false;
  const chain = wholeChain(view, mention);
  if (chain !== mention) return isCallLike(tsc, chain) ? isCallDone(view, chain, walk, depth) : isPrimitive(view, checker.getTypeAtLocation(chain));
  // Handed on, also as a part of what is handed on, to something that is awaited.
  let given: ts.Node = mention;
  while (tsc.isPropertyAssignment(given.parent) || tsc.isShorthandPropertyAssignment(given.parent) || tsc.isObjectLiteralExpression(given.parent)) given = given.parent;
  const taker = given.parent;
  return tsc.isCallExpression(taker) && taker.arguments.includes(given as ts.Expression) && tsc.isAwaitExpression(taker.parent) && isCallDone(view, taker, walk, depth);
}

function isUsedUp(view: ProgramView, name: ts.Identifier, walk: Walk, depth: number): boolean {
  const symbol = localSymbol(view, name);
  if (symbol === undefined) return false;
  const mentions = mentionsOf(view, name.getSourceFile(), symbol).filter((mention) => mention !== name);
  return mentions.every((mention) => isMentionDone(view, mention as ts.Identifier, walk, depth));
}

/** Whether a frame may await. */
export function isAsync({ ts: tsc }: ProgramView, frame: Frame): boolean {
  return tsc.canHaveModifiers(frame) && (tsc.getModifiers(frame)?.some(({ kind }) => kind === tsc.SyntaxKind.AsyncKeyword) ?? false);
}

/** Functions written where they are handed to a call. */
export function codesOf({ ts: tsc }: ProgramView, call: CallLike): readonly ts.Node[] {
  return (call.arguments ?? []).map((argument) => peel(tsc, argument)).filter((argument) => isFunctionWithBody(tsc, argument));
}

/** The functions that the handle itself is given: its listeners. */
function listenersOf(view: ProgramView, name: ts.Identifier): readonly ts.Node[] {
  const { ts: tsc } = view;
  const symbol = localSymbol(view, name);
  const mentions = symbol === undefined ? [] : mentionsOf(view, name.getSourceFile(), symbol);
  return mentions.flatMap((mention) => {
    const chain = wholeChain(view, mention as ts.Identifier);
    return isCallLike(tsc, chain) && !tsc.isAwaitExpression(chain.parent) ? codesOf(view, chain) : [];
  });
}

/**
 * The returned promises that what a call gives has to be kept for, when all else that the name for it is used for is over as its
 * frame is left; undefined when some of it may go on.
 */
export function promisesOf(view: ProgramView, name: ts.Identifier, made: CallLike, frame: Frame): readonly ts.Expression[] | undefined {
  const served = [...codesOf(view, made), ...listenersOf(view, name)];
  if (served.length > 0 && !servesFrame(view, served, frame)) return undefined;
  const walk: Walk = { frame, served: new Set(served), unawaited: [] };
  return isUsedUp(view, name, walk, deepest) ? walk.unawaited : undefined;
}

/** Waiting for promises where they are returned. */
export function awaited(promises: readonly ts.Expression[]): readonly Edit[] {
  return promises.map((value) => ({ start: value.getStart(), end: value.getStart(), text: 'await ' }));
}
