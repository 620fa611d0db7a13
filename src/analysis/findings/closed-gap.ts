/**
 * Whether a release waits for an event that comes only at a good end, although what ends may also just be closed: `finish`
 * of a response whose client has gone away. Computes it for releases in callbacks that the growing code itself registers,
 * as the models tell of the events of a type. Assumes that some ends are not good. Gives up callbacks that are not
 * written in place.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfTypeItself } from '../../typescript/rows-of.js';
import { type Frame, frameOf, isFunctionWithBody, peel } from '../../typescript/syntax.js';

const registrars: ReadonlySet<string> = new Set(['addListener', 'on', 'once', 'prependListener', 'prependOnceListener']);

/** The release's own registration, the event it waits for and the one that always comes. */
export interface ClosedGap {
  readonly node: ts.CallExpression;
  readonly awaited: string;
  readonly always: string;
}

/** The registration of the growing frame in whose callback a removal stands, when its event may never come. */
function waitingFor(view: ProgramView, removal: ts.Node, frame: Frame): ClosedGap | undefined {
  const { ts: tsc } = view;
  const callback = frameOf(tsc, removal);
  const call = callback.parent;
  if (!isFunctionWithBody(tsc, callback) || !tsc.isCallExpression(call) || frameOf(tsc, call) !== frame) return undefined;
  const callee = peel(tsc, call.expression);
  const [event] = call.arguments;
  if (!tsc.isPropertyAccessExpression(callee) || !registrars.has(callee.name.text) || event === undefined || !tsc.isStringLiteralLike(event)) return undefined;
  const row = rowsOfTypeItself(view, view.checker.getTypeAtLocation(callee.expression), 'ends').find(({ sometimes }) => sometimes.includes(event.text));
  return row === undefined ? undefined : { node: call, awaited: event.text, always: row.always };
}

/** The first release that an end without its event skips, when all of them wait for such events. */
export function closedGapOf(view: ProgramView, frame: Frame, removals: readonly ts.Node[]): ClosedGap | undefined {
  const waits = removals.map((removal) => waitingFor(view, removal, frame));
  return waits.includes(undefined) ? undefined : waits[0];
}
