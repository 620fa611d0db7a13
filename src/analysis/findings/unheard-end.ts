/**
 * Whether something that ends by itself is kept until somebody asks for its release. Computes it where the function that
 * keeps it also listens for its last event, the listener leaves it where it is, and all that is ever released is the whole
 * that it is kept in, by methods that code outside the program calls. Assumes that what announces its end comes and goes.
 * Gives up listeners that are put on elsewhere, and releases of the one thing alone: whoever asks may know its end.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { frameOf, peel } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { recurrenceOf } from '../graph/recurrence.js';

import { bringsAbout } from './brings-about.js';
import { callsInside } from './calls-inside.js';

const listeners: ReadonlySet<string> = new Set(['addEventListener', 'addListener', 'on', 'once']);

const lastEvents: ReadonlySet<string> = new Set(['close', 'disconnect', 'end', 'exit']);

/** The call that listens for the end of a value, and its listener. */
interface Hearing {
  readonly call: ts.CallExpression;
  readonly listener: ts.Expression;
}

function keptBy(view: ProgramView, { values }: GrowthSite): ReadonlySet<ts.Declaration> {
  const names = values.map((value) => peel(view.ts, value)).filter((value) => view.ts.isIdentifier(value));
  return new Set(names.flatMap((name) => declarationAt(view, name) ?? []));
}

function hearingsOf(view: ProgramView, growth: GrowthSite): readonly Hearing[] {
  const { ts: tsc } = view;
  const kept = keptBy(view, growth);
  if (kept.size === 0) return [];
  return callsInside(view, frameOf(tsc, growth.node)).flatMap((call) => {
    const callee = peel(tsc, call.expression);
    const [event, listener] = call.arguments;
    if (!tsc.isPropertyAccessExpression(callee) || !listeners.has(callee.name.text) || !tsc.isIdentifier(callee.expression)) return [];
    if (event === undefined || listener === undefined || !tsc.isStringLiteralLike(event) || !lastEvents.has(event.text)) return [];
    const owner = declarationAt(view, callee.expression);
    return owner !== undefined && kept.has(owner) ? [{ call, listener: peel(tsc, listener) }] : [];
  });
}

const precise: ReadonlySet<string> = new Set(['pop', 'shift', 'splice']);

/** Whether a removal takes one thing, and not the whole that this growth adds it to. */
function takesOne(view: ProgramView, removal: ts.Node, { gain }: GrowthSite): boolean {
  if (!view.ts.isCallExpression(removal) || !view.ts.isPropertyAccessExpression(removal.expression)) return gain === 'entry';
  const { text } = removal.expression.name;
  return precise.has(text) || (text === 'delete' && gain === 'entry') || (text !== 'clear' && text !== 'delete');
}

/** The call that hears the end of what a growth keeps, when nothing takes that out then. */
export function unheardEndOf(view: ProgramView, growth: GrowthSite, removals: readonly ts.Node[]): ts.CallExpression | undefined {
  if (growth.registers !== undefined || !removals.every((removal) => !takesOne(view, removal, growth) && recurrenceOf(view, frameOf(view.ts, removal))?.evidence === 'offered')) return undefined;
  const hearings = hearingsOf(view, growth);
  const [first] = hearings;
  const isOurs = (listener: ts.Expression): boolean => view.ts.isArrowFunction(listener) || view.ts.isFunctionExpression(listener);
  return first !== undefined && hearings.every(({ listener }) => isOurs(listener) && !bringsAbout(view, listener, removals)) ? first.call : undefined;
}
