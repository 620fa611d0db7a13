/**
 * What a call of a dependency's function does to a container it is passed, or to one the dependency keeps, besides adding.
 * Computes whether it takes from it, only reads it, or may do anything. Assumes a package that takes from its own variable
 * anywhere keeps it in bounds: a false alarm costs more than a miss.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { dependencyCallOf, fateOfKept } from '../dependencies/dependency-call.js';
import { anyElement } from '../dependencies/dependency-summary.js';
import type { Sighting } from '../graph/sighting.js';
import type { Place, Segment } from '../summaries/place.js';

/** What happens to something at a call. */
export type DependencyUse = 'reads' | 'removes' | 'unknown';

/** Whether steps, as far as they go, lead along a path. */
function leadsAlong(steps: readonly string[], path: readonly Segment[]): boolean {
  return steps.length <= path.length && steps.every((name, i) => {
    const step = path[i];
    return step !== undefined && (step.kind === 'field' ? step.name === name : name === anyElement);
  });
}

/** What the dependency's function does with a sighting that is the call's argument; undefined when it is none. */
export function useByDependency(view: ProgramView, { expression, path }: Sighting): DependencyUse | undefined {
  const { ts: tsc } = view;
  const call = expression.parent;
  if (!tsc.isCallExpression(call)) return undefined;
  const index = call.arguments.indexOf(expression);
  const found = index < 0 ? undefined : dependencyCallOf(view, call);
  if (found === undefined) return undefined;
  const { effects, complete } = found.summary;
  const touches = effects.filter((effect) => (effect.kind === 'shrink' || effect.kind === 'hand') && effect.at.root === index && leadsAlong(effect.at.steps, path));
  if (touches.some((effect) => effect.kind === 'shrink')) return 'removes';
  const keeps = effects.some((effect) => effect.kind === 'retain' && effect.argument === index);
  return complete && !keeps && touches.length === 0 ? 'reads' : 'unknown';
}

/** The call that takes from a sighting inside a dependency. */
export function removalByDependency(view: ProgramView, sighting: Sighting): ts.Node | undefined {
  return useByDependency(view, sighting) === 'removes' ? sighting.expression.parent : undefined;
}

/** Whether the package that keeps a container bounds it; undefined for any other place. */
export function boundOfKept(view: ProgramView, { base, path }: Place): 'bounded' | 'unbounded' | 'unsure' | undefined {
  const fate = base.kind === 'kept' ? fateOfKept(view, base.container) : undefined;
  if (fate === undefined) return base.kind === 'kept' ? 'unsure' : undefined;
  if (fate.shrunk.some((steps) => leadsAlong(steps, path))) return 'bounded';
  return fate.complete ? 'unbounded' : 'unsure';
}
