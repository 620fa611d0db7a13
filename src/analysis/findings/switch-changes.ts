/**
 * The names that a test asks, kept outside the code that tests them, and what changes them: assignments, and for
 * collections the calls that put in and take out. Gives up changes through aliases.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import { memoPerProgram, type ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf, isWithin, peel } from '../../typescript/syntax.js';
import { returnsIn } from '../facts/returns.js';
import { calleesOf } from '../summaries/callees-of.js';
import { type Reference, referenceQuestion } from '../summaries/references.js';
import { valuesOf } from '../summaries/values-of.js';

/** One place that changes what a name holds. */
export interface Change {
  readonly node: ts.Node;
  /** What it stores; undefined for a collection's own method. */
  readonly value: ts.Expression | undefined;
}

const methods = new Set(['add', 'clear', 'delete', 'pop', 'push', 'set', 'shift']);

/** Whether a declaration is made anew in each run of one of the frames. */
function isOfRun(view: ProgramView, declaration: ts.Declaration, frames: readonly Frame[]): boolean {
  const { ts: tsc } = view;
  if (tsc.isFunctionLike(declaration) || tsc.isClassLike(declaration)) return true;
  return frames.some((frame) => isWithin(declaration, frame)) && (tsc.isParameter(declaration) || tsc.isVariableDeclaration(declaration) || tsc.isBindingElement(declaration));
}

/** The declarations of the variables and fields that a test reads and that outlive the runs of these frames; through calls of the project's own, one level deep. */
export function namesTested(view: ProgramView, test: ts.Expression, frames: readonly Frame[], depth = 0): readonly ts.Declaration[] {
  const { ts: tsc } = view;
  const found = new Set<ts.Declaration>();
  const visit = (node: ts.Node): void => {
    if (tsc.isFunctionLike(node)) return;
    const name = tsc.isPropertyAccessExpression(node) ? node.name : tsc.isIdentifier(node) ? node : undefined;
    const declaration = name === undefined ? undefined : declarationAt(view, name);
    if (declaration !== undefined && !isOfRun(view, declaration, frames) && !declaration.getSourceFile().isDeclarationFile) found.add(declaration);
    if (tsc.isCallExpression(node) && depth === 0) {
      for (const callee of calleesOf(view, node)) for (const returned of returnsIn(tsc, callee)) for (const inner of namesTested(view, returned, frames, 1)) found.add(inner);
    }
    if (tsc.isPropertyAccessExpression(node)) visit(node.expression);
    else tsc.forEachChild(node, visit);
  };
  visit(peel(tsc, test));
  return [...found];
}

/** The call of a collection's changing method on what a name holds: `running.add(job)`. */
function methodCallOn({ ts: tsc }: ProgramView, reference: Reference): ts.CallExpression | undefined {
  const access = reference.parent;
  if (!tsc.isPropertyAccessExpression(access) || access.expression !== reference || !methods.has(access.name.text)) return undefined;
  return tsc.isCallExpression(access.parent) && access.parent.expression === access ? access.parent : undefined;
}

const methodCallsOn = referenceQuestion((view, reference) => methodCallOn(view, reference) !== undefined);

/** Everything that changes a variable or field, but for its first value. */
const changesOf = memoPerProgram<ts.Declaration, readonly Change[]>(
  () => [],
  (view, declaration) => {
    const { ts: tsc } = view;
    const stores = valuesOf(view, declaration).filter(({ at }) => at !== declaration && !tsc.isConstructorDeclaration(frameOf(tsc, at)));
    const calls = methodCallsOn(view, declaration).flatMap((reference): readonly Change[] => {
      const call = methodCallOn(view, reference);
      return call === undefined ? [] : [{ node: call, value: undefined }];
    });
    return [...stores.map(({ value, at }) => ({ node: at, value })), ...calls].sort((a, b) => a.node.pos - b.node.pos);
  },
);

/** The calls in these frames that run a function which makes the change: `finally { this.release(); }`. */
function callsOf(view: ProgramView, { node, value }: Change, frames: readonly Frame[]): readonly Change[] {
  const { ts: tsc } = view;
  const home = frameOf(tsc, node);
  const found: Change[] = [];
  const visit = (inner: ts.Node): void => {
    if (tsc.isCallExpression(inner) && calleesOf(view, inner).includes(home)) found.push({ node: inner, value });
    tsc.forEachChild(inner, visit);
  };
  if (!tsc.isSourceFile(home) && !frames.some((frame) => isWithin(home, frame))) frames.forEach(visit);
  return found;
}

/** What changes a variable or field, as frames that work with it see it: by a call of their own where the change is in a function of its own. */
export function changesSeenBy(view: ProgramView, declaration: ts.Declaration, frames: readonly Frame[]): readonly Change[] {
  return changesOf(view, declaration).flatMap((change) => {
    const calls = callsOf(view, change, frames);
    return calls.length === 0 ? [change] : calls;
  });
}
