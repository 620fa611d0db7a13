/**
 * What a run of a job waits for. Computes, in source order, the awaits, `for await` loops and followed promises in a
 * function and in the functions of the project that it calls, awaited or not, each with the calls on the way. Assumes
 * that a promise which nobody follows is meant to be forgotten, and that what is not a promise is not waited for.
 */
import type ts from 'typescript';

import { declarationAt, declarationsAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { isForeign, rowsOfCall } from '../../typescript/rows-of.js';
import { type Frame, isCallLike, isFunctionWithBody, isWithin, peel, widest } from '../../typescript/syntax.js';
import { calleesOf } from '../summaries/callees-of.js';

import { timeLimitOf } from './time-limit.js';

/** One stage of the way to a wait: a call in a frame, at last the wait itself. */
export interface Stage {
  readonly frame: Frame;
  readonly node: ts.Expression | ts.ForOfStatement;
  /** The frame goes on only when this has ended. */
  readonly awaited: boolean;
  /** The frame's own promise ends only after this: it is awaited, returned, or both through others. */
  readonly handedOn: boolean;
}

/** A wait with the way to it. */
export interface Wait {
  readonly stages: readonly Stage[];
  /** Whether what is waited for is known to be a promise. */
  readonly certain: boolean;
}

const longestWay = 7;
const mostWaits = 64;

const followers = new Set(['catch', 'finally', 'then']);
const gatherers = new Set(['all', 'allSettled', 'any', 'race']);

type Thenable = 'no' | 'unknown' | 'yes';

function thenable(view: ProgramView, expression: ts.Expression): Thenable {
  const { TypeFlags } = view.ts;
  const type = view.checker.getTypeAtLocation(expression);
  if ((type.flags & (TypeFlags.Any | TypeFlags.Unknown)) !== 0) return 'unknown';
  return (type.isUnion() ? type.types : [type]).some((part) => part.getProperty('then') !== undefined) ? 'yes' : 'no';
}

/** The call of a promise's own method on an expression: `p.then(…)`. */
function followedBy(view: ProgramView, expression: ts.Expression): ts.CallExpression | undefined {
  const { ts: tsc } = view;
  const { parent } = expression;
  if (!tsc.isPropertyAccessExpression(parent) || parent.expression !== expression || !followers.has(parent.name.text)) return undefined;
  return tsc.isCallExpression(parent.parent) && parent.parent.expression === parent ? parent.parent : undefined;
}

/** The functions of the project that a call surely means: what a heir makes of a library's method is met too seldom. */
function ownCallees(view: ProgramView, call: ts.CallExpression): readonly Frame[] {
  const callees = calleesOf(view, call);
  const callee = peel(view.ts, call.expression);
  if (callees.length === 0 || !view.ts.isPropertyAccessExpression(callee)) return callees;
  return declarationsAt(view, callee.name).some(isForeign) ? [] : callees;
}

/** A chain of a promise's own methods: their names, and the expression it starts from. */
function chainOf({ ts: tsc }: ProgramView, call: ts.CallExpression): { readonly methods: readonly string[]; readonly start: ts.Expression } {
  const methods: string[] = [];
  let start: ts.Expression = call;
  while (tsc.isCallExpression(start) && tsc.isPropertyAccessExpression(start.expression) && followers.has(start.expression.name.text)) {
    methods.push(start.expression.name.text);
    start = peel(tsc, start.expression.expression);
  }
  return { methods, start };
}

/** Whether an expression names something that outlives these runs: a promise that one of them has kept, which others only join. */
function isShared(view: ProgramView, expression: ts.Expression, frames: readonly Frame[]): boolean {
  const { ts: tsc } = view;
  let root = expression;
  while (tsc.isPropertyAccessExpression(root)) root = peel(tsc, root.expression);
  if (root.kind === tsc.SyntaxKind.ThisKeyword) return root !== expression;
  const declaration = tsc.isIdentifier(root) ? declarationAt(view, root) : undefined;
  return declaration !== undefined && !frames.some((frame) => isWithin(declaration, frame));
}

function isGatherer(view: ProgramView, call: ts.CallExpression): boolean {
  const { ts: tsc } = view;
  const callee = call.expression;
  return tsc.isPropertyAccessExpression(callee) && callee.expression.getText() === 'Promise' && gatherers.has(callee.name.text);
}

/** How the value of an expression leaves the frame: awaited, returned, or neither. */
function useOf(view: ProgramView, expression: ts.Expression, frame: Frame): Pick<Stage, 'awaited' | 'handedOn'> {
  const { ts: tsc } = view;
  let node: ts.Expression = expression;
  for (;;) {
    const { parent } = node;
    if (tsc.isAwaitExpression(parent)) return { awaited: true, handedOn: true };
    const followed = followedBy(view, node);
    if (followed !== undefined) node = followed;
    else if (tsc.isReturnStatement(parent) || parent === frame) return { awaited: false, handedOn: true };
    else if (tsc.isExpressionStatement(parent) || tsc.isVoidExpression(parent)) return { awaited: false, handedOn: false };
    else if (tsc.isCallExpression(parent) && isGatherer(view, parent)) node = parent;
    else if (tsc.isParenthesizedExpression(parent) || tsc.isConditionalExpression(parent) || tsc.isNonNullExpression(parent) || tsc.isAsExpression(parent) || tsc.isArrayLiteralExpression(parent)) node = parent;
    else if (tsc.isBinaryExpression(parent) && parent.right === node && !isAssignment(view, parent)) node = parent;
    // Kept under a name or handed to somebody: who waits for it there is not followed.
    else return { awaited: true, handedOn: true };
  }
}

function isAssignment({ ts: tsc }: ProgramView, { operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind >= tsc.SyntaxKind.FirstAssignment && kind <= tsc.SyntaxKind.LastAssignment;
}

/** Whether a function written in place runs while the call it is handed to does, or is called on the spot. */
function runsHere(view: ProgramView, fn: ts.Node): boolean {
  const { ts: tsc } = view;
  const outer = tsc.isExpression(fn) ? widest(tsc, fn) : fn;
  const call = outer.parent;
  if (!isCallLike(tsc, call)) return false;
  if (call.expression === outer) return true;
  if (tsc.isCallExpression(call) && tsc.isPropertyAccessExpression(call.expression) && followers.has(call.expression.name.text)) return false;
  const { rows, language } = rowsOfCall(view, call, 'invokes');
  return rows.length > 0 ? rows.some(({ per }) => per === 'now') : language && tsc.isCallExpression(call);
}

class Search {
  readonly found: Wait[] = [];
  readonly #view: ProgramView;
  /** How far apart runs start, when that is known: what surely ends earlier is no wait. */
  readonly #distance: number | undefined;

  constructor(view: ProgramView, distance: number | undefined) {
    this.#view = view;
    this.#distance = distance;
  }

  enter(frame: Frame, way: readonly Stage[]): void {
    if (way.length > longestWay || way.some((stage) => stage.frame === frame) || !('body' in frame) || frame.body === undefined) return;
    this.#visit(frame.body, frame, way);
  }

  #visit(node: ts.Node, frame: Frame, way: readonly Stage[]): void {
    const { ts: tsc } = this.#view;
    if (this.found.length >= mostWaits || tsc.isClassLike(node)) return;
    if (isFunctionWithBody(tsc, node)) {
      const call = widest(tsc, node as ts.Expression).parent;
      if (runsHere(this.#view, node) && tsc.isCallExpression(call) && call.expression !== node) this.enter(node, [...way, { frame, node: call, ...useOf(this.#view, call, frame) }]);
      return;
    }
    tsc.forEachChild(node, (child) => {
      this.#visit(child, frame, way);
    });
    if (tsc.isForOfStatement(node) && node.awaitModifier !== undefined) this.#add(node, frame, way, true);
    else if (tsc.isAwaitExpression(node)) this.#await(node, frame, way);
    else if (isCallLike(tsc, node)) this.#call(node, frame, way);
  }

  #add(node: Stage['node'], frame: Frame, way: readonly Stage[], certain: boolean, use = { awaited: true, handedOn: true }): void {
    this.found.push({ stages: [...way, { frame, node, ...use }], certain });
  }

  #await(node: ts.AwaitExpression, frame: Frame, way: readonly Stage[]): void {
    const operand = peel(this.#view.ts, node.expression);
    // The project's own function was entered when its call was met.
    if (isCallLike(this.#view.ts, operand) && calleesOf(this.#view, operand).length > 0) return;
    if (this.#endsInTime(operand) || isShared(this.#view, operand, [frame, ...way.map((stage) => stage.frame)])) return;
    const promise = thenable(this.#view, operand);
    if (promise !== 'no') this.#add(node, frame, way, promise === 'yes');
  }

  #endsInTime(operand: ts.Expression): boolean {
    const limit = this.#distance === undefined ? undefined : timeLimitOf(this.#view, operand);
    return limit !== undefined && this.#distance !== undefined && limit < this.#distance;
  }

  #call(call: ts.CallExpression | ts.NewExpression, frame: Frame, way: readonly Stage[]): void {
    const { ts: tsc } = this.#view;
    const outer = widest(tsc, call);
    if (tsc.isNewExpression(call)) return;
    const callees = ownCallees(this.#view, call);
    const use = useOf(this.#view, call, frame);
    for (const callee of callees) this.enter(callee, [...way, { frame, node: call, ...use }]);
    if (callees.length > 0 || tsc.isAwaitExpression(outer) || this.#endsInTime(call)) return;
    const { methods, start } = chainOf(this.#view, call);
    const follows = methods.includes('then') && followedBy(this.#view, outer) === undefined;
    const returned = tsc.isReturnStatement(outer.parent) || outer.parent === frame;
    // What the project's own function started was entered when its call was met.
    const ownStart = isCallLike(tsc, start) && calleesOf(this.#view, start).length > 0;
    if ((follows || returned) && !ownStart && thenable(this.#view, call) === 'yes') this.#add(call, frame, way, true, use);
  }
}

/** The waits of a run that starts in a frame, nearest in the source first; `distance` is the time between two runs, if known. */
export function waitsOf(view: ProgramView, frame: Frame, distance: number | undefined): readonly Wait[] {
  const search = new Search(view, distance);
  search.enter(frame, []);
  return search.found;
}
