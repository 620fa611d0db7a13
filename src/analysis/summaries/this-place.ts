import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf, isStaticMember, thisFrameOf } from '../../typescript/syntax.js';

import type { Place } from './place.js';

/** What `this` (or `super`) denotes where it is written: the frame's receiver, or the class itself in static code. */
export function thisPlace(view: ProgramView, node: ts.Node): Place {
  const frame: Frame = thisFrameOf(view.ts, frameOf(view.ts, node));
  const owner = frame.parent as ts.Node | undefined;
  if (owner !== undefined && view.ts.isClassLike(owner) && isStaticMember(view.ts, frame)) {
    return { base: { kind: 'variable', declaration: owner }, path: [] };
  }
  if (view.ts.isSourceFile(frame)) {
    let around: ts.Node = node;
    while (!view.ts.isClassLike(around) && !view.ts.isSourceFile(around)) around = around.parent;
    return view.ts.isClassLike(around)
      ? { base: { kind: 'variable', declaration: around }, path: [] }
      : { base: { kind: 'unknown', node }, path: [] };
  }
  return { base: { kind: 'this', frame }, path: [] };
}
