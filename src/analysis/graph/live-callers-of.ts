/**
 * The callers of a frame that can be at work in a running program. Computes which edges are left when a call that names
 * only an ancestor's member needs an instance of the heir, created by code that something starts. After rapid type
 * analysis (Bacon and Sweeney, OOPSLA 1996). Assumes that a class handed around as a value is created by whoever gets it.
 * Test doubles beside the real thing are what it keeps out.
 */
import type ts from 'typescript';

import { memoPerProgram, type ProgramView } from '../../typescript/program-view.js';
import type { Frame } from '../../typescript/syntax.js';
import { referencesOf } from '../summaries/references.js';

import { callersOf, creationsOf } from './callers-of.js';
import { isInDeadBranch } from './dead-branch.js';
import { continuesTurn, type Edge, startsTurn } from './edge.js';
import { keptOf } from './injected-lifetime.js';

function isHandedAround(view: ProgramView, declaration: ts.ClassLikeDeclaration): boolean {
  const { ts: tsc } = view;
  return referencesOf(view, declaration).some((reference) => {
    const { parent } = reference;
    if (tsc.isCallExpression(parent)) return parent.expression !== reference;
    return tsc.isArrayLiteralExpression(parent) || tsc.isPropertyAssignment(parent) || tsc.isShorthandPropertyAssignment(parent);
  });
}

const liveFrames: (view: ProgramView, frame: Frame) => boolean = memoPerProgram<Frame, boolean>(
  () => false,
  (view, frame) =>
    view.ts.isSourceFile(frame) ||
    liveCallersOf(view, frame).some((edge) => edge.pace === 'start' || startsTurn(edge) || (continuesTurn(edge) && liveFrames(view, edge.frame))),
);

/** Whether code that runs creates instances of a class. */
export const isCreated: (view: ProgramView, declaration: ts.ClassLikeDeclaration) => boolean = memoPerProgram<ts.ClassLikeDeclaration, boolean>(
  () => false,
  (view, declaration) =>
    keptOf(view, declaration) !== undefined ||
    isHandedAround(view, declaration) ||
    creationsOf(view, declaration).some((edge) => !isInDeadBranch(view, edge.site) && liveFrames(view, edge.frame)),
);

/** The edges of a frame without those that would need an instance nobody creates or a branch nobody takes. */
export function liveCallersOf(view: ProgramView, frame: Frame): readonly Edge[] {
  return callersOf(view, frame).filter(({ dispatched, site }) => (dispatched === undefined || isCreated(view, dispatched)) && !isInDeadBranch(view, site));
}
