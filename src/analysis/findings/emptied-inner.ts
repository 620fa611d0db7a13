/**
 * Whether some loop takes out of what lies under a key what was put there, while the key stays. Computes it from the
 * removals on the elements of a container that nothing else takes from. Gives up what only trims: the code that fills,
 * which cuts off what is old, and queues, which are taken from in order.
 */
import type ts from 'typescript';

import { containerKindOf } from '../../typescript/container-kind.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { frameOf, peel } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import type { Residence } from '../graph/lifetime-of.js';
import { elementStep, type Place, within } from '../summaries/place.js';

import { reach } from './bounds.js';
import { shrinksOf } from './shrinks-of.js';
import type { VainRelease } from './vain-release.js';

const takers = new Set(['clear', 'delete', 'splice']);

/** Whether a removal takes out one thing, or all, that is held by a container of the language. */
function takesOut(view: ProgramView, removal: ts.Node): boolean {
  const { ts: tsc } = view;
  if (tsc.isDeleteExpression(removal)) return tsc.isElementAccessExpression(peel(tsc, removal.expression));
  if (!tsc.isCallExpression(removal) || !tsc.isPropertyAccessExpression(removal.expression) || !takers.has(removal.expression.name.text)) return false;
  const kind = containerKindOf(view, removal.expression.expression);
  return kind === 'array' || kind === 'map' || kind === 'set';
}

/** The removal that leaves a growth's keys behind; undefined when there is none that a loop runs. */
export function emptiedInner(view: ProgramView, growth: GrowthSite, residence: Residence, names: readonly Place[]): VainRelease | undefined {
  if (growth.gain !== 'entry' || growth.key === undefined) return undefined;
  const elements = names.map((place) => within(place, [elementStep()]));
  const outer = new Set(shrinksOf(view, names, growth.gain).sites);
  const frame = frameOf(view.ts, growth.node);
  const release = shrinksOf(view, elements, 'entry').sites.find((site) => {
    if (outer.has(site) || !takesOut(view, site) || (frameOf(view.ts, site) === frame && !view.ts.isDeleteExpression(site))) return false;
    return reach(view, site, frameOf(view.ts, site), residence.recurrence.evidence) === 'bounded';
  });
  return release && { kind: 'key-kept', release };
}
