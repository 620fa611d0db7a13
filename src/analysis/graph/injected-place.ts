/**
 * Whether a place hangs off an instance that injection keeps for the whole process. Computes it from where the place
 * starts or what it goes through: a parameter, field or look-up that injection fills. Assumes that only injection fills
 * them; a field that other code assigns counts only when all it is assigned was injected so.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfDeclaration } from '../../typescript/rows-of.js';
import { around, isFunctionWithBody, peel } from '../../typescript/syntax.js';
import type { Place, Segment } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';
import { initializerOf, valuesOf } from '../summaries/values-of.js';

import { bindingsFor, rowsInUse } from './bindings.js';
import { keptOf, lifetimeOfMade, makersFor } from './injected-lifetime.js';
import { type Consumer, givesByName, injectionsOf, lookupAt } from './injections.js';
import { isRegisteredInTurns } from './recurrence.js';
import type { Token } from './token.js';

/** `lasts`: it is one for the process; `passes`: what is injected there is not. */
export type InjectedAs = 'lasts' | 'passes';

function lifetimeFor(view: ProgramView, token: Token): InjectedAs | undefined {
  const bindings = bindingsFor(view, token);
  const [given] = bindings.length > 0 || typeof token === 'string' ? [] : rowsOfDeclaration(view, token, 'scopes');
  if (given !== undefined) return given.lifetime === 'process' ? 'lasts' : 'passes';
  const values = bindings.filter(({ row }) => row.what === 'value');
  const makers = makersFor(view, token);
  if (values.length + makers.length === 0) return undefined;
  const written = values.every(({ site }) => ![...around(site)].some((node) => isFunctionWithBody(view.ts, node)));
  return written && makers.every((maker) => lifetimeOfMade(view, maker) === 'process' && !isRegisteredInTurns(view, maker)) ? 'lasts' : 'passes';
}

/** Whoever is given this parameter or property. */
function askerOf(view: ProgramView, declaration: ts.Declaration): Consumer | undefined {
  const { ts: tsc } = view;
  const owner = tsc.isParameter(declaration) && tsc.isConstructorDeclaration(declaration.parent) ? declaration.parent.parent : declaration.parent;
  return tsc.isClassLike(owner) || isFunctionWithBody(tsc, owner) ? owner : undefined;
}

function isFilledForGood(view: ProgramView, declaration: ts.Declaration, next: Segment | undefined): boolean {
  const asker = view.ts.isParameter(declaration) || view.ts.isPropertyDeclaration(declaration) ? askerOf(view, declaration) : undefined;
  if (asker === undefined || keptOf(view, asker) === undefined) return false;
  const name = next?.kind === 'field' ? next.name : undefined;
  const given = injectionsOf(view, asker).find((injection) => injection.at === declaration && (injection.name === undefined || injection.name === name));
  return given?.token !== undefined && lifetimeFor(view, given.token) === 'lasts';
}

const deepestAssignment = 2;

/** Whether all that is stored in a field was injected and lasts. */
function isAssignedForGood(view: ProgramView, field: ts.Declaration, depth: number): boolean {
  if (depth > deepestAssignment || !view.ts.isPropertyDeclaration(field) || !view.ts.isClassLike(field.parent) || keptOf(view, field.parent) === undefined) return false;
  const values = valuesOf(view, field);
  return values.length > 0 && values.every(({ value }) => placesOf(view, value).some((place) => answer(view, place, depth + 1) === 'lasts'));
}

function lookedUp(view: ProgramView, { base }: Place): InjectedAs | undefined {
  const { ts: tsc } = view;
  const variable = base.kind === 'variable' && tsc.isVariableDeclaration(base.declaration) ? initializerOf(view, base.declaration) : undefined;
  const value = base.kind === 'fresh' ? base.node : variable;
  const token = value === undefined ? undefined : lookupAt(view, peel(tsc, value))?.token;
  return token !== undefined && lifetimeFor(view, token) === 'lasts' ? 'lasts' : undefined;
}

function throughStep(view: ProgramView, step: Segment, next: Segment | undefined, depth: number): InjectedAs | undefined {
  if (step.kind !== 'field' || step.declaration === undefined) return undefined;
  if (next?.kind === 'field' && givesByName(view, step.declaration)) return lifetimeFor(view, next.name);
  return isFilledForGood(view, step.declaration, next) || isAssignedForGood(view, step.declaration, depth) ? 'lasts' : undefined;
}

function answer(view: ProgramView, place: Place, depth: number): InjectedAs | undefined {
  const { base, path } = place;
  if (base.kind === 'variable' && isFilledForGood(view, base.declaration, path[0])) return 'lasts';
  const looked = lookedUp(view, place);
  if (looked !== undefined) return looked;
  const answers = path.map((step, i) => throughStep(view, step, path[i + 1], depth));
  return answers.findLast((one) => one !== undefined);
}

/** What injection says of how long a place lives; undefined when it has no say. */
export function injectedAs(view: ProgramView, place: Place): InjectedAs | undefined {
  const unused = rowsInUse(view, 'scopes').length + rowsInUse(view, 'binds').length === 0;
  return unused ? undefined : answer(view, place, 0);
}
