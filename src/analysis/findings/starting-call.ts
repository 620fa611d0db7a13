/**
 * The call that starts a job which another call only names. Computes it from the calls of the member that the model tells on
 * objects of the same type, anywhere in the program, that name the same job. Assumes that objects of one type share their
 * jobs. Gives up names that are not known before the program runs.
 */
import type ts from 'typescript';

import type { RepeatsRow } from '../../models/schema.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type CallLike, peel, widest } from '../../typescript/syntax.js';
import { namesIn } from '../facts/name-index.js';

import { constantOf } from './known-constant.js';

function receiverType(view: ProgramView, call: CallLike): ts.Symbol | undefined {
  const callee = peel(view.ts, call.expression);
  return view.ts.isPropertyAccessExpression(callee) ? view.checker.getTypeAtLocation(callee.expression).getSymbol() : undefined;
}

function names(view: ProgramView, argument: ts.Expression | undefined, name: number | string): boolean {
  if (argument === undefined) return false;
  const node = peel(view.ts, argument);
  return view.ts.isArrayLiteralExpression(node) ? node.elements.some((element) => names(view, element, name)) : constantOf(view, node) === name;
}

/** The first call that starts the job which this one names; undefined when none is seen. */
export function startingCallOf(view: ProgramView, call: CallLike, { member, name, named }: NonNullable<RepeatsRow['startedBy']>): CallLike | undefined {
  const { ts: tsc } = view;
  const given = call.arguments?.[name];
  const job = given === undefined ? undefined : constantOf(view, given);
  const type = receiverType(view, call);
  if (job === undefined || type === undefined) return undefined;
  const calls = view.files.flatMap((file) => (namesIn(tsc, file).get(member) ?? []).map((id) => widest(tsc, id.parent as ts.Expression).parent));
  return calls.find((found): found is ts.CallExpression => tsc.isCallExpression(found) && receiverType(view, found) === type && names(view, found.arguments[named], job));
}
