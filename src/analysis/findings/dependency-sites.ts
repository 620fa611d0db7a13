/**
 * The calls of a file that make a dependency's function add to something: to a container it is passed, or to one that the
 * dependency keeps. Computes them from the dependency's own code, asked only for calls that pass a container which may
 * outlive them, or that are made for their effect on a package without a model. Gives up calls whose result is used but
 * that keep something all the same, and calls of what only a variable holds.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import { frameOf, peel, widest } from '../../typescript/syntax.js';
import { type DependencyCall, dependencyCallOf } from '../dependencies/dependency-call.js';
import { importedPackageOf } from '../dependencies/call-target.js';
import type { DependencyEffect, DependencyGrowth } from '../dependencies/dependency-summary.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { importedCallsIn } from '../facts/imported-calls.js';
import { keptContainer } from '../summaries/dependency-places.js';

import { isContainerArgument, mayBeContainerArgument } from './container-argument.js';
import { hasFiniteKeys } from './known-keys.js';
import { mayRepeat } from './may-repeat.js';

/** Whether nothing uses what the call gives, so that it is made for what it does. */
function isStatement({ ts: tsc }: ProgramView, call: ts.CallExpression): boolean {
  const { parent } = widest(tsc, call);
  return tsc.isExpressionStatement(parent) || tsc.isVoidExpression(parent);
}

/** Whether an argument is written in place, so that nobody else holds it. */
function neverHeld({ ts: tsc }: ProgramView, argument: ts.Expression): boolean {
  const node = peel(tsc, argument);
  return !tsc.isIdentifier(node) && !tsc.isPropertyAccessExpression(node);
}

/** Whether the same call takes from where it adds, or from what that hangs off. */
function takesAgain(growth: DependencyGrowth, effects: readonly DependencyEffect[]): boolean {
  return effects.some(
    (effect) =>
      effect.kind === 'shrink' && effect.at.root === growth.at.root && effect.at.steps.length <= growth.at.steps.length && effect.at.steps.every((step, i) => step === growth.at.steps[i]),
  );
}

/** The argument that keys a growth, `unkeyed` when each call adds; undefined when the keys are few. */
function keyOf(view: ProgramView, call: ts.CallExpression, { keys }: DependencyGrowth): ts.Expression | 'unkeyed' | undefined {
  if (keys === undefined) return 'unkeyed';
  return keys.flatMap((index) => call.arguments[index] ?? []).find((argument) => !view.ts.isSpreadElement(argument) && !hasFiniteKeys(view, call, argument, call));
}

function siteOfGrowth(view: ProgramView, call: ts.CallExpression, { package: known }: DependencyCall, growth: DependencyGrowth): GrowthSite | undefined {
  const { root, steps } = growth.at;
  const container = root === 'this' ? undefined : typeof root === 'object' ? call : call.arguments[root];
  const key = keyOf(view, call, growth);
  if (container === undefined || key === undefined || (container !== call && !isContainerArgument(view, container))) return undefined;
  const callee = peel(view.ts, call.expression);
  const means = view.ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
  const kept = typeof root === 'object' ? keptContainer(known, root) : undefined;
  const keyed = key !== 'unkeyed' && growth.gain === 'entry';
  return {
    node: call,
    container,
    kinds: growth.containers,
    gain: growth.gain,
    assigns: false,
    means,
    key: keyed ? key : undefined,
    values: [...call.arguments],
    dependency: { kept, steps, sure: growth.sure },
  };
}

function sitesOf(view: ProgramView, call: ts.CallExpression): readonly GrowthSite[] {
  const alone = isStatement(view, call);
  if (!alone && call.arguments.every((argument) => neverHeld(view, argument))) return [];
  const name = importedPackageOf(view, call);
  if (name === undefined) return [];
  const described = view.models.get(name) !== undefined;
  const forItsEffect = alone && !described;
  if (!forItsEffect && !call.arguments.some((argument) => mayBeContainerArgument(view, call, argument))) return [];
  const found = dependencyCallOf(view, call);
  const effects = found?.summary.effects ?? [];
  const growths = effects.filter((effect) => effect.kind === 'grow').filter((growth) => !takesAgain(growth, effects) && (forItsEffect || typeof growth.at.root === 'number'));
  if (described && growths.length > 0 && (rowsOfCall(view, call, 'neutral').rows.length > 0 || rowsOfCall(view, call, 'registers').rows.length > 0)) return [];
  if (found === undefined || growths.length === 0 || !mayRepeat(view, call, frameOf(view.ts, call))) return [];
  return growths.flatMap((growth) => siteOfGrowth(view, call, found, growth) ?? []);
}

/** The growths inside dependencies that calls of a file cause, in source order. */
export function dependencySitesIn(view: ProgramView, file: ts.SourceFile): readonly GrowthSite[] {
  return importedCallsIn(view.ts, file).flatMap((call) => sitesOf(view, call));
}
