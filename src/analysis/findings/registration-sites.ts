/**
 * The registrations of a file: calls and constructions that add to a registry of a library, as the models tell. Computes
 * them from the names that some model of a present library speaks of, so that other calls cost nothing; the growth they
 * stand for is that of the owner's registry. Gives up owners that a call does not name.
 */
import type ts from 'typescript';

import type { RegistersRow, RegistryKey } from '../../models/schema.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type CallLike, fixedName, isCallLike, peel } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { calleesOf } from '../summaries/callees-of.js';

import { callsNamed, sets } from './calls-named.js';
import { memoizedCalls } from './memoized-calls.js';
import { passedOnFrom } from './passed-on.js';
import { registeringRows } from './registering-rows.js';

/** Whether what the call passes lets the row speak of it. */
function applies(view: ProgramView, call: CallLike, { onlyWith, unless }: RegistersRow): boolean {
  return (onlyWith === undefined || sets(view, call, onlyWith)) && ![unless ?? []].flat().some((options) => sets(view, call, options));
}

function memberOf(view: ProgramView, argument: ts.Expression, name: string): ts.Expression | undefined {
  const node = peel(view.ts, argument);
  const property = view.ts.isObjectLiteralExpression(node) ? node.properties.find((p) => fixedName(view.ts, p.name) === name) : undefined;
  if (property === undefined) return undefined;
  if (view.ts.isPropertyAssignment(property)) return property.initializer;
  return view.ts.isShorthandPropertyAssignment(property) ? property.name : undefined;
}

function receiverOf(view: ProgramView, call: CallLike): ts.Expression | undefined {
  const callee = peel(view.ts, call.expression);
  return view.ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
}

/** The expression by which the registry knows this member from others, when one alone does. */
function keyOf(view: ProgramView, call: CallLike, keyedBy: RegistryKey | undefined): ts.Expression | undefined {
  if (keyedBy === undefined) return undefined;
  if (keyedBy === 'receiver') return receiverOf(view, call);
  if (typeof keyedBy === 'number') return call.arguments?.[keyedBy];
  if (!('member' in keyedBy)) return undefined;
  const given = call.arguments?.[keyedBy.argument];
  return given === undefined ? undefined : memberOf(view, given, keyedBy.member);
}

/** The expressions whose registries gain: the owners. The process is nobody's expression and stands for the call itself. */
function ownersOf(view: ProgramView, call: CallLike, { into, through }: RegistersRow): readonly ts.Expression[] {
  const { ts: tsc } = view;
  if (into === 'process') return [call];
  if (into === 'receiver') return [receiverOf(view, call) ?? []].flat().map((receiver) => passedOnFrom(view, receiver, through));
  const given = call.arguments?.['elements' in into ? into.elements : into.argument];
  if (given === undefined) return [];
  if ('elements' in into) {
    const list = peel(tsc, given);
    return tsc.isArrayLiteralExpression(list) ? list.elements.filter((element) => !tsc.isSpreadElement(element)) : [];
  }
  return into.member === undefined ? [given] : [memberOf(view, given, into.member) ?? []].flat();
}

const reactions = new Set(['catch', 'finally', 'then']);

/** `load().then(f)`: a reaction of what a call has just given, which nobody else waits for. */
function isChained(view: ProgramView, call: CallLike): boolean {
  const callee = peel(view.ts, call.expression);
  return view.ts.isPropertyAccessExpression(callee) && reactions.has(callee.name.text) && isCallLike(view.ts, peel(view.ts, callee.expression));
}

function sitesOf(view: ProgramView, call: CallLike, means: string): readonly GrowthSite[] {
  if (isChained(view, call) || calleesOf(view, call).length > 0) return [];
  const row = registeringRows(view, call).find((candidate) => applies(view, call, candidate));
  if (row === undefined) return [];
  const key = keyOf(view, call, row.keyedBy);
  return ownersOf(view, call, row).map((container) => ({
    node: call,
    container,
    kinds: [],
    gain: 'registration',
    assigns: false,
    means,
    key,
    values: [...(call.arguments ?? [])],
    registers: row,
  }));
}

/** The registrations of a file, in source order. */
export function registrationSitesIn(view: ProgramView, file: ts.SourceFile): readonly GrowthSite[] {
  const sites = callsNamed(view, file, 'registers').flatMap(({ call, name }) => sitesOf(view, call, name));
  return [...sites, ...(memoizedCalls(view).get(file) ?? [])].sort((a, b) => a.node.pos - b.node.pos || a.node.end - b.node.end || a.container.pos - b.container.pos);
}
