/**
 * What one sighting of a function says about who runs it. Computes the edges of the place it is seen at: called,
 * constructed, called through `call` or `apply`, or handed to a library whose model says when it runs. A library nobody
 * modelled gives the pace `unknown`; a property such as `onmessage` says it by its name; the language's own functions run their callbacks at once.
 */
import type ts from 'typescript';

import type { InvokesRow, Per } from '../../models/schema.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import { type CallLike, frameOf, peel, widest } from '../../typescript/syntax.js';
import { calleesOf } from '../summaries/callees-of.js';
import { invocationOf } from '../summaries/invocation-of.js';
import type { Segment } from '../summaries/place.js';

import type { Edge } from './edge.js';
import { handlerEdge } from './handler-property.js';
import type { Sighting } from './sighting.js';

/** The edge of a plain call. */
export function callEdge(view: ProgramView, call: CallLike): Edge {
  return { ...invocationOf(view, call), pace: 'call', row: undefined };
}

function paceOf(view: ProgramView, row: InvokesRow, call: CallLike): Per {
  const [event] = call.arguments ?? [];
  if (row.events !== undefined && event !== undefined && view.ts.isStringLiteralLike(event)) {
    for (const [pace, names] of Object.entries(row.events)) if (names.includes(event.text)) return pace as Per;
  }
  return row.per;
}

/** Whether a callback that lies at this path inside an argument is one that the row speaks of. */
function isAt({ callback: { members, deep } }: InvokesRow, [step, ...rest]: readonly Segment[]): boolean {
  if (members === undefined) return rest.length === 0 && step?.kind !== 'field';
  return (rest.length === 0 || deep === true) && step?.kind === 'field' && members.includes(step.name);
}

function callbackEdge(view: ProgramView, call: CallLike, index: number, { expression: value, path }: Sighting): Edge | undefined {
  const { rows, language } = rowsOfCall(view, call, 'invokes');
  const own = invocationOf(view, call);
  const base = { frame: own.frame, site: call, arguments: undefined, receiver: boundThis(view, value), anchor: value };
  for (const row of rows) {
    const { argument } = row.callback;
    const placed = argument === 'any' || argument === index;
    if (placed && isAt(row, path)) return { ...base, pace: paceOf(view, row, call), row };
  }
  if (path.length > 1) return undefined;
  // What is bound for injection runs when somebody asks for it.
  if (rows.length > 0 || rowsOfCall(view, call, 'binds').rows.length > 0) return undefined;
  return { ...base, pace: language ? 'now' : 'unknown', row: undefined };
}

/** The receiver a method value keeps: `x` in `x.handle` and in `this.handle.bind(x)`. */
function boundThis(view: ProgramView, value: ts.Expression): ts.Expression | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, value);
  if (tsc.isCallExpression(node) && tsc.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'bind') return node.arguments[0];
  return tsc.isPropertyAccessExpression(node) ? node.expression : undefined;
}

/** Edges of a value seen as an argument, or inside an array or object that is one. */
function argumentEdges(view: ProgramView, sighting: Sighting): readonly Edge[] {
  const { ts: tsc } = view;
  const { expression } = sighting;
  const call = expression.parent;
  if (!tsc.isCallExpression(call) && !tsc.isNewExpression(call)) return [];
  const index = call.arguments?.indexOf(expression) ?? -1;
  if (index < 0 || calleesOf(view, call).length > 0) return [];
  const edge = callbackEdge(view, call, index, sighting);
  return edge === undefined ? [] : [edge];
}

function calledEdges(view: ProgramView, { expression, path }: Sighting): readonly Edge[] {
  const { ts: tsc } = view;
  const { parent } = expression;
  if (path.length > 0) return [];
  if (tsc.isCallExpression(parent) && parent.expression === expression) return [callEdge(view, parent)];
  if (tsc.isNewExpression(parent) && parent.expression === expression) return [callEdge(view, parent)];
  if (tsc.isTaggedTemplateExpression(parent) && parent.tag === expression) return [{ frame: frameOf(tsc, parent), site: parent, arguments: undefined, receiver: undefined, anchor: expression, pace: 'call', row: undefined }];
  if (tsc.isPropertyAccessExpression(parent) && parent.expression === expression && (parent.name.text === 'call' || parent.name.text === 'apply')) {
    const call = widest(tsc, parent).parent;
    if (!tsc.isCallExpression(call)) return [];
    const [receiver, ...rest] = call.arguments;
    return [{ frame: frameOf(tsc, call), site: call, arguments: parent.name.text === 'call' ? rest : undefined, receiver, anchor: expression, pace: 'call', row: undefined }];
  }
  return [];
}

/** The edges that a sighting of a function gives, with the calls that brought it there. */
export function edgesAt(view: ProgramView, sighting: Sighting): readonly Edge[] {
  const edges = [...calledEdges(view, sighting), ...argumentEdges(view, sighting), ...[handlerEdge(view, sighting) ?? []].flat()];
  return edges.map((edge) => ({ ...edge, entered: sighting.entered, left: sighting.left }));
}
