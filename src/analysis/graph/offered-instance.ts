/**
 * Whether an instance lives as long as somebody outside the program wants. Computes it for exported classes with a life-cycle
 * method that nothing here creates, or only what is itself exported or created from outside, or an instance for a copy of itself. Assumes that whoever creates
 * such an instance keeps it for long. Gives up what some loop of the program creates, and what stands in for a class it creates.
 */
import type ts from 'typescript';

import { memoPerProgram, type ProgramView } from '../../typescript/program-view.js';
import { classOf } from '../../typescript/syntax.js';
import { ancestorsOf, heirsOf } from '../summaries/class-family.js';

import { creationsOf } from './callers-of.js';
import { isCreated } from './live-callers-of.js';
import { hasOfferedLife, offeringClass } from './offered-methods.js';
import { instanceLifetimeOf, type Recurrence, recurrenceOf, statementsAround } from './recurrence.js';

/** Whether the program itself creates another heir of what a class inherits from: the class stands in for that one, in tests. */
function isStandIn(view: ProgramView, declaration: ts.ClassLikeDeclaration): boolean {
  const kin = ancestorsOf(view, declaration).flatMap((ancestor) => heirsOf(view, ancestor));
  return kin.some((other) => other !== declaration && view.ts.isClassLike(other) && isCreated(view, other));
}

/** Whether instances of a class are left to code outside the program, which ends them by their life-cycle method. */
export const isLeftToCallers = memoPerProgram<ts.ClassLikeDeclaration, boolean>(
  () => false,
  (view, declaration) => {
    if (!hasOfferedLife(view, declaration)) return false;
    const lifetime = instanceLifetimeOf(view, declaration);
    if ((lifetime !== 'unseen' && lifetime !== 'mixed') || isStandIn(view, declaration)) return false;
    return creationsOf(view, declaration).every((edge) => {
      if (edge.pace !== 'call' || statementsAround(view, edge.site, edge.frame) !== undefined) return false;
      // An instance that copies itself leaves the copy to whoever asked for it.
      if (classOf(view.ts, edge.frame) === declaration) return true;
      const evidence = recurrenceOf(view, edge.frame)?.evidence;
      return evidence === undefined || evidence === 'exported';
    });
  },
);

/** Whether code outside the program makes a recurrence happen through an instance that is left to it. */
export function isOffered(view: ProgramView, { evidence, entry }: Recurrence): boolean {
  const owner = evidence === 'offered' && entry !== undefined && view.ts.isFunctionLike(entry.site) ? offeringClass(view, entry.site as ts.MethodDeclaration) : undefined;
  return owner !== undefined && isLeftToCallers(view, owner);
}
