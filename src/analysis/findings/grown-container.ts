/**
 * Whether what a growth adds to is a container that its form makes larger. Computes it from the type, and where there is
 * none from what was written down as the value. Assumes that a method of the language adds as the language says, whatever
 * heirs of the container the project has.
 */
import type ts from 'typescript';

import { containerKindOf } from '../../typescript/container-kind.js';
import { declarationsAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { peel } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { calleesOf } from '../summaries/callees-of.js';
import { placesOf } from '../summaries/places-of.js';
import { valuesOf } from '../summaries/values-of.js';

import { namingDeclaration } from './capacity.js';
import { isCounter } from './counter.js';
import { isHeldChain } from './held-chain.js';

/** Whether the call names a method that the language itself declares. */
function isOfLanguage(view: ProgramView, call: ts.CallExpression): boolean {
  const callee = peel(view.ts, call.expression);
  return view.ts.isPropertyAccessExpression(callee) && declarationsAt(view, callee.name).some((d) => view.program.isSourceFileDefaultLibrary(d.getSourceFile()));
}

/** Whether a value of unknown type was written down as a container: without types that is the only evidence. */
function isMadeAsContainer(view: ProgramView, expression: ts.Expression, kinds: GrowthSite['kinds']): boolean {
  const { ts: tsc } = view;
  if ((view.checker.getTypeAtLocation(expression).flags & tsc.TypeFlags.Any) === 0) return false;
  const declarations = placesOf(view, expression).flatMap((place) => namingDeclaration(place) ?? []);
  return declarations.flatMap((declaration) => valuesOf(view, declaration)).some(({ value }) => {
    const node = peel(tsc, value);
    if (tsc.isArrayLiteralExpression(node)) return kinds.includes('array');
    if (tsc.isObjectLiteralExpression(node)) return kinds.includes('object');
    const made = tsc.isNewExpression(node) ? node.expression.getText() : undefined;
    return (made === 'Map' && kinds.includes('map')) || (made === 'Set' && kinds.includes('set'));
  });
}

/** Whether what a growth adds to is a container that its form makes larger. */
export function isContainer(view: ProgramView, growth: GrowthSite): boolean {
  if (growth.dependency?.kept !== undefined || (growth.dependency?.steps.length ?? 0) > 0) return true;
  if (view.ts.isCallExpression(growth.node) && calleesOf(view, growth.node).length > 0 && !isOfLanguage(view, growth.node)) return false;
  if (growth.gain === 'node' && !isHeldChain(view, growth)) return false;
  const kind = containerKindOf(view, growth.container);
  if (kind === 'array' && growth.key !== undefined) return isCounter(view, growth.key, growth.node);
  return kind === undefined ? isMadeAsContainer(view, growth.container, growth.kinds) : growth.kinds.includes(kind);
}
