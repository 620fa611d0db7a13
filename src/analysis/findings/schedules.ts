/**
 * The schedules of a file: calls, constructions and decorators that start a job again and again, as the models tell.
 * Computes with each the functions it runs, through variables, methods, bound methods and task objects. Gives up jobs
 * that are handed in from elsewhere.
 */
import type ts from 'typescript';

import type { RepeatsRow } from '../../models/schema.js';
import { declarationsAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import { type CallLike, fixedName, isCallLike, isFunctionWithBody, peel } from '../../typescript/syntax.js';
import { calleesOf, frameOfDeclaration } from '../summaries/callees-of.js';
import { implementedBy } from '../summaries/class-family.js';
import { valuesOf } from '../summaries/values-of.js';

import { callsNamed, sets } from './calls-named.js';
import { startingCallOf } from './starting-call.js';
import { literalBehind } from './written-option.js';

/** What a schedule runs. */
export interface Job {
  /** The functions that may be meant. */
  readonly frames: readonly ts.FunctionLikeDeclaration[];
  /** How the schedule names it: the argument, or the decorated method. */
  readonly node: ts.Node;
  /** Whether the library's own declarations expect a promise from it: one that does not cannot wait for it. */
  readonly promises: boolean;
}

/** One schedule and its job. */
export interface Schedule {
  readonly call: CallLike;
  /** What holds the pace: the call itself, unless another one starts what it names. */
  readonly starts: CallLike;
  readonly row: RepeatsRow;
  readonly job: Job;
}

const deepest = 4;

function ofName(view: ProgramView, name: ts.Node): readonly ts.FunctionLikeDeclaration[] {
  return declarationsAt(view, name)
    .flatMap((declaration) => implementedBy(view, declaration))
    .flatMap((declaration) => frameOfDeclaration(view, declaration) ?? []);
}

/** The functions of the project that a value is. */
function functionsOf(view: ProgramView, expression: ts.Expression): readonly ts.FunctionLikeDeclaration[] {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  if (isFunctionWithBody(tsc, node)) return [node];
  if (tsc.isIdentifier(node)) return ofName(view, node);
  if (tsc.isPropertyAccessExpression(node)) return ofName(view, node.name);
  const bound = tsc.isCallExpression(node) && tsc.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'bind';
  return bound && tsc.isPropertyAccessExpression(node.expression) ? functionsOf(view, node.expression.expression) : [];
}

/** What a job may be where it is handed in, in any overload: an async function fits the first that expects nothing back. */
function typesWanted({ ts: tsc, checker }: ProgramView, expression: ts.Expression): readonly ts.Type[] {
  const call = expression.parent;
  const index = isCallLike(tsc, call) ? (call.arguments?.indexOf(expression) ?? -1) : -1;
  const signatures = isCallLike(tsc, call) && index >= 0 ? checker.getTypeAtLocation(call.expression).getCallSignatures() : [];
  const offered = signatures.flatMap(({ parameters }) => parameters[index] ?? []).map((parameter) => checker.getTypeOfSymbol(parameter));
  return [checker.getContextualType(expression) ?? [], offered].flat();
}

function promisesIn(view: ProgramView, expression: ts.Expression): boolean {
  const types = typesWanted(view, expression);
  const signatures = types.flatMap((type) => (type.isUnion() ? type.types : [type])).flatMap((part) => part.getCallSignatures());
  return signatures.length === 0 || signatures.some((signature) => (signature.getReturnType().flags & view.ts.TypeFlags.Void) === 0);
}

/** The construction that made a value, for libraries whose jobs are objects that carry the function. */
function makingOf(view: ProgramView, expression: ts.Expression, depth = 0): ts.NewExpression | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  if (tsc.isNewExpression(node)) return node;
  if (depth > deepest || (!tsc.isIdentifier(node) && !tsc.isPropertyAccessExpression(node))) return undefined;
  const values = declarationsAt(view, tsc.isIdentifier(node) ? node : node.name).flatMap((declaration) => valuesOf(view, declaration));
  return values.length === 1 && values[0] !== undefined ? makingOf(view, values[0].value, depth + 1) : undefined;
}

function jobFrom(view: ProgramView, expression: ts.Expression): Job {
  const frames = functionsOf(view, expression);
  const made = frames.length > 0 ? undefined : makingOf(view, expression);
  if (made !== undefined) {
    for (const { callback, per } of rowsOfCall(view, made, 'invokes').rows) {
      const handler = per === 'tick' && typeof callback.argument === 'number' ? made.arguments?.[callback.argument] : undefined;
      if (handler !== undefined) return jobFrom(view, handler);
    }
  }
  return { frames, node: expression, promises: promisesIn(view, expression) };
}

function memberJob(view: ProgramView, argument: ts.Expression, member: string): Job | undefined {
  const { ts: tsc } = view;
  const property = literalBehind(view, argument)?.properties.find((candidate) => fixedName(tsc, candidate.name) === member);
  if (property === undefined) return undefined;
  if (tsc.isPropertyAssignment(property)) return jobFrom(view, property.initializer);
  if (tsc.isShorthandPropertyAssignment(property)) return jobFrom(view, property.name);
  return tsc.isMethodDeclaration(property) ? { frames: [property], node: property, promises: true } : undefined;
}

function isCallable(view: ProgramView, argument: ts.Expression): boolean {
  const node = peel(view.ts, argument);
  return isFunctionWithBody(view.ts, node) || view.checker.getTypeAtLocation(node).getCallSignatures().length > 0;
}

function jobOf(view: ProgramView, call: CallLike, { job }: RepeatsRow): Job | undefined {
  const { ts: tsc } = view;
  if (job === 'decorated') {
    const decorator = call.parent;
    if (!tsc.isDecorator(decorator)) return undefined;
    const member = decorator.parent;
    return isFunctionWithBody(tsc, member) ? { frames: [member], node: member, promises: true } : undefined;
  }
  const argument = job.argument === 'any' ? call.arguments?.find((candidate) => isCallable(view, candidate)) : call.arguments?.[job.argument];
  if (argument === undefined) return undefined;
  return job.member === undefined ? jobFrom(view, argument) : memberJob(view, argument, job.member);
}

/** The schedules of a file that run a function of the project, in source order. */
export function schedulesIn(view: ProgramView, file: ts.SourceFile): readonly Schedule[] {
  const found = callsNamed(view, file, 'repeats').flatMap(({ call }): readonly Schedule[] => {
    if (calleesOf(view, call).length > 0 || !isCallLike(view.ts, call)) return [];
    const row = rowsOfCall(view, call, 'repeats').rows.find(({ unless }) => !(unless ?? []).some((options) => sets(view, call, options)));
    const job = row === undefined ? undefined : jobOf(view, call, row);
    if (row === undefined || job === undefined || job.frames.length === 0) return [];
    const starts = row.startedBy === undefined ? call : startingCallOf(view, call, row.startedBy);
    return starts === undefined ? [] : [{ call, starts, row, job }];
  });
  return [...found].sort((a, b) => a.call.pos - b.call.pos || a.call.end - b.call.end);
}
