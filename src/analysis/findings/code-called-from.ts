/**
 * The project's code that the calls of a file run, in other files too. Computes the frames behind its calls and theirs,
 * nearest first. Assumes calls that the text names. Gives up callbacks that are handed on, and what is farther than a
 * reader would follow: who asks wants to know quickly what a file's calls lead to.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type CallLike, type Frame, isCallLike } from '../../typescript/syntax.js';
import { calleesOf } from '../summaries/callees-of.js';

const mostFrames = 120;

/** Every call and construction written in a node, functions inside included. */
function callsIn({ ts: tsc }: ProgramView, node: ts.Node): readonly CallLike[] {
  const calls: CallLike[] = [];
  const visit = (inner: ts.Node): void => {
    if (isCallLike(tsc, inner)) calls.push(inner);
    tsc.forEachChild(inner, visit);
  };
  visit(node);
  return calls;
}

/** The frames outside a file that its calls lead to, breadth first. */
export function codeCalledFrom(view: ProgramView, file: ts.SourceFile): readonly Frame[] {
  const reached = new Set<Frame>();
  const follow = (node: ts.Node): void => {
    for (const call of callsIn(view, node)) {
      for (const callee of calleesOf(view, call)) if (callee.getSourceFile() !== file && reached.size < mostFrames) reached.add(callee);
    }
  };
  follow(file);
  for (const frame of reached) follow(frame);
  return [...reached];
}
