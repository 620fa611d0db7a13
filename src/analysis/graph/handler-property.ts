/**
 * Functions that an object runs because they lie in one of its properties: `socket.onmessage = read`. Computes the pace
 * from the property's name, for properties that a library or the language declares. Assumes the convention that `on`
 * and the name of an event, in small letters, is run each time the event comes. Gives up receivers of unknown type.
 */
import { declarationsAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { isForeign } from '../../typescript/rows-of.js';
import { frameOf } from '../../typescript/syntax.js';

import type { Edge, Pace } from './edge.js';
import type { Sighting } from './sighting.js';

const paces: ReadonlyMap<string, Pace> = new Map([
  ['onabort', 'once'],
  ['onclose', 'once'],
  ['onmessage', 'message'],
  ['onopen', 'once'],
] as const);

/** The edge of a function that is put into an object's handler property. */
export function handlerEdge(view: ProgramView, { expression, path }: Sighting): Edge | undefined {
  const { ts: tsc } = view;
  const { parent } = expression;
  if (path.length > 0 || !tsc.isBinaryExpression(parent) || parent.right !== expression || parent.operatorToken.kind !== tsc.SyntaxKind.EqualsToken) return undefined;
  const target = parent.left;
  if (!tsc.isPropertyAccessExpression(target) || !/^on[a-z]+$/u.test(target.name.text)) return undefined;
  const declarations = declarationsAt(view, target.name);
  if (declarations.length === 0 || !declarations.every(isForeign)) return undefined;
  return { frame: frameOf(tsc, parent), site: parent, arguments: undefined, receiver: undefined, anchor: expression, pace: paces.get(target.name.text) ?? 'event', row: undefined };
}
