/**
 * Which statements around a node are loops of the process. Computes the endless statements the facts found and those
 * `for await` whose iterable has no end: by a model, or because the project's own generator never ends. A `for await`
 * over something unknown is no loop here.
 */
import type ts from 'typescript';

import type { Per } from '../../models/schema.js';
import { memoPerProgram, type ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall, rowsOfTypeItself, rowsOfWrittenType } from '../../typescript/rows-of.js';
import { type Frame, peel } from '../../typescript/syntax.js';
import { writtenResults } from '../../typescript/written-member.js';
import { type EndlessLoop, endlessLoopIn, loopsAround } from '../facts/endless-loops.js';
import { calleesOf } from '../summaries/callees-of.js';
import { initializerOf } from '../summaries/values-of.js';
import { declarationAt } from '../../typescript/declaration-of.js';

/** A loop statement and what one round of it is. */
export interface LoopStatement {
  readonly loop: EndlessLoop;
  readonly pace: Per;
}

function endlessPace(view: ProgramView, iterable: ts.Expression, depth = 0): Per | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, iterable);
  if (tsc.isCallExpression(node)) {
    if (calleesOf(view, node).some((callee) => endlessLoopIn(tsc, callee) !== undefined)) return 'message';
    const [row] = rowsOfCall(view, node, 'endless').rows;
    if (row !== undefined) return row.per;
  }
  if (tsc.isIdentifier(node) && depth < 3) {
    const declaration = declarationAt(view, node);
    const initializer = declaration === undefined ? undefined : initializerOf(view, declaration);
    const pace = initializer === undefined ? undefined : endlessPace(view, initializer, depth + 1);
    if (pace !== undefined) return pace;
  }
  const written = tsc.isCallExpression(node) ? writtenResults(view, node)?.map((result) => rowsOfWrittenType(view, result, 'endless')) : undefined;
  const isFinite = written?.every((rows) => rows?.length === 0) ?? false;
  return isFinite ? undefined : rowsOfTypeItself(view, view.checker.getTypeAtLocation(node), 'endless')[0]?.per;
}

const pacesOf = memoPerProgram<ts.Expression, { readonly pace: Per | undefined }>(
  () => ({ pace: undefined }),
  (view, iterable) => ({ pace: endlessPace(view, iterable) }),
);

/** The process-long loop statements around a node in its frame, innermost first. */
export function loopStatementsAround(view: ProgramView, node: ts.Node, frame: Frame): readonly LoopStatement[] {
  return loopsAround(view.ts, node, frame).flatMap((loop): readonly LoopStatement[] => {
    if (!view.ts.isForOfStatement(loop)) return [{ loop, pace: 'tick' }];
    const { pace } = pacesOf(view, loop.expression);
    return pace === undefined ? [] : [{ loop, pace }];
  });
}
