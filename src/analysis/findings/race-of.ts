/**
 * Whether somebody lets a promise run against others. Computes it by following the promise out of the functions that the
 * path to it leads through: returned, awaited, kept in a constant, handed to a function of the project, until it is an
 * element of what a call races. Assumes that who waits for it in between waits as long. Gives up what is put anywhere else.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf, isCallLike, widest } from '../../typescript/syntax.js';
import type { Edge } from '../graph/edge.js';
import { calleesOf } from '../summaries/callees-of.js';
import { racedElements } from '../summaries/raced-elements.js';
import { referencesOf } from '../summaries/references.js';

/** A race, and what else runs in it. */
export interface Race {
  readonly call: ts.CallExpression;
  readonly rivals: readonly ts.Expression[];
}

const most = 12;

const chains: ReadonlySet<string> = new Set(['catch', 'finally', 'then']);

/** The race that an expression is a direct element of. */
function racedAt(view: ProgramView, expression: ts.Expression): Race | undefined {
  const { ts: tsc } = view;
  const list = expression.parent;
  const call = tsc.isArrayLiteralExpression(list) ? widest(tsc, list).parent : undefined;
  if (call === undefined || !tsc.isCallExpression(call)) return undefined;
  const elements = racedElements(view, call);
  return elements === undefined ? undefined : { call, rivals: elements.filter((element) => element !== expression) };
}

/** The call on the path that runs a frame. */
function callOf({ ts: tsc }: ProgramView, frame: Frame, path: readonly Edge[]): readonly ts.Expression[] {
  const site = path.find((_, i) => path[i + 1]?.frame === frame)?.site;
  return site !== undefined && tsc.isCallExpression(site) ? [site] : [];
}

/** The frame that ends no sooner than the promise which this expression gives: it awaits or returns it. */
function waitingFrame(view: ProgramView, expression: ts.Expression): Frame | undefined {
  const { ts: tsc } = view;
  const outer = widest(tsc, expression);
  const { parent } = outer;
  if (tsc.isArrowFunction(parent) && parent.body === outer) return parent;
  for (let node: ts.Node = expression; ; node = node.parent) {
    if (tsc.isAwaitExpression(node) || tsc.isReturnStatement(node.parent)) return frameOf(tsc, node);
    if (node === outer) return undefined;
  }
}

/** The parameters of the project's functions that an argument is handed to. */
function parametersFor(view: ProgramView, argument: ts.Expression): readonly ts.ParameterDeclaration[] {
  const call = argument.parent;
  const index = isCallLike(view.ts, call) ? (call.arguments?.indexOf(argument) ?? -1) : -1;
  return isCallLike(view.ts, call) ? calleesOf(view, call).flatMap((callee) => ('parameters' in callee ? (callee.parameters[index] ?? []) : [])) : [];
}

/** What stands for the promise, or lasts as long, beside this expression of it. */
function nextOf(view: ProgramView, expression: ts.Expression, path: readonly Edge[]): readonly ts.Expression[] {
  const { ts: tsc } = view;
  const waiting = waitingFrame(view, expression);
  if (waiting !== undefined) return callOf(view, waiting, path);
  const outer = widest(tsc, expression);
  const { parent } = outer;
  if (tsc.isPropertyAccessExpression(parent) && chains.has(parent.name.text)) {
    const call = widest(tsc, parent).parent;
    return tsc.isCallExpression(call) ? [call] : [];
  }
  const names = tsc.isVariableDeclaration(parent) ? [parent] : parametersFor(view, outer);
  return names.flatMap((name) => referencesOf(view, name)).filter(tsc.isExpression);
}

/** The race that a promise made on this path runs in. */
export function raceOf(view: ProgramView, promise: ts.Expression, path: readonly Edge[]): Race | undefined {
  const queue = [promise];
  for (const expression of queue) {
    const race = racedAt(view, expression);
    if (race !== undefined || queue.length > most) return race;
    queue.push(...nextOf(view, expression, path).filter((next) => !queue.includes(next)));
  }
  return undefined;
}
