/**
 * Whether a place belongs to something that only start-up code makes, so that its values are as few as those things: the
 * name of a configured server, the plugin that a function set routes up for. Computes it from everything that creates the
 * class which declares a field, or from what runs the function whose variable it is. Assumes that what nobody calls in a
 * program that serves is called once. Gives up classes whose constructor needs nothing or that wear decorators, since a
 * library may make those from data.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { memoPerProgram } from '../../typescript/program-view.js';
import { isForeign } from '../../typescript/rows-of.js';
import { type Frame, frameOf } from '../../typescript/syntax.js';
import { creationsOf } from '../graph/callers-of.js';
import { isOnceGuarded, recurrenceOf, runsInLoop, statementsAround } from '../graph/recurrence.js';
import type { Edge } from '../graph/edge.js';
import { serves } from '../graph/serves.js';
import { frameOfVariable, isAbsolute, type Place, type Segment } from '../summaries/place.js';
import { valuesOf } from '../summaries/values-of.js';

function classDeclaring({ ts: tsc }: ProgramView, step: Segment): ts.ClassLikeDeclaration | undefined {
  const declaration = step.kind === 'field' ? step.declaration : undefined;
  if (declaration === undefined) return undefined;
  const owner = tsc.isParameter(declaration) ? declaration.parent.parent : declaration.parent;
  return tsc.isClassLike(owner) ? owner : undefined;
}

/** Whether only code that hands something to the constructor can make instances. */
function needsArguments({ ts: tsc }: ProgramView, owner: ts.ClassLikeDeclaration): boolean {
  const decorated = [owner, ...owner.members].some((node) => tsc.canHaveDecorators(node) && (tsc.getDecorators(node) ?? []).length > 0);
  const constructor = owner.members.find((member): member is ts.ConstructorDeclaration => tsc.isConstructorDeclaration(member) && member.body !== undefined);
  const [first] = constructor?.parameters ?? [];
  return !decorated && first !== undefined && first.initializer === undefined && first.questionToken === undefined && first.dotDotDotToken === undefined;
}

function isRunAtStart(view: ProgramView, frame: Frame): boolean {
  const recurrence = recurrenceOf(view, frame);
  return recurrence === undefined || (recurrence.evidence === 'exported' && serves(view));
}

/** Whether a call happens only while the program starts. */
export function happensAtStart(view: ProgramView, { site, frame, pace }: Edge): boolean {
  if (pace !== 'call' || statementsAround(view, site, frame) !== undefined) return false;
  return isRunAtStart(view, frame) || isOnceGuarded(view, site);
}

const areMadeAtStart = memoPerProgram<ts.ClassLikeDeclaration, boolean>(
  () => false,
  (view, owner) => {
    const creations = needsArguments(view, owner) ? creationsOf(view, owner) : [];
    return creations.length > 0 && creations.every((edge) => happensAtStart(view, edge));
  },
);

/** Whether fields keep what they were given at first, as far as loops are seen to run. */
export function isConstantSince(view: ProgramView, path: readonly Segment[]): boolean {
  return path.every((step) => {
    if (step.kind !== 'field') return false;
    const { declaration } = step;
    return declaration === undefined || valuesOf(view, declaration).every(({ at }) => at === declaration || !runsInLoop(view, frameOf(view.ts, at)));
  });
}

/** Whether a place is a constant field of instances that are all made while the program starts. */
export function isFieldOfStartUpInstance(view: ProgramView, { path }: Place): boolean {
  return path.some((step, i) => {
    const owner = classDeclaring(view, step);
    return owner !== undefined && areMadeAtStart(view, owner) && isConstantSince(view, path.slice(i));
  });
}

/** Whether a place is a variable of a function that start-up code runs, or a constant field of what that holds. */
export function isSetUpAtStart(view: ProgramView, place: Place): boolean {
  const { base, path } = place;
  if (base.kind !== 'variable' || isAbsolute(view, place)) return false;
  const { declaration } = base;
  const home = frameOfVariable(view, declaration);
  const known = path.every((step) => step.kind === 'field' && step.declaration !== undefined && !isForeign(step.declaration)) && isConstantSince(view, path);
  if (!known || !isRunAtStart(view, home) || statementsAround(view, declaration, home) !== undefined) return false;
  return valuesOf(view, declaration).every(({ at }) => at === declaration || !runsInLoop(view, frameOf(view.ts, at)));
}
