/**
 * Whether a growth that outlives its loop is bounded. Computes the answer from the size checks on it, the keys it
 * stores under and the removals that some loop can reach. Assumes a removal that runs in any loop, or is scheduled by
 * one, keeps up. A removal only start-up, shutdown, tests or nobody calls is none.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import type { Residence } from '../graph/lifetime-of.js';
import { recurrenceOf, statementsAround } from '../graph/recurrence.js';
import type { Place } from '../summaries/place.js';

import { isCapped, namingDeclaration } from './capacity.js';
import { boundOfKept } from './dependency-uses.js';
import { hasFiniteKeys } from './finite-keys.js';
import { shrinksOf } from './shrinks-of.js';
import { mayBeCalledUntyped } from './untyped-calls.js';

/** `unsure`: a removal exists that may run, or the location's uses could not all be followed. */
export type BoundAnswer = 'bounded' | 'unbounded' | 'unsure';

function reach(view: ProgramView, site: ts.Node, frame: Frame, residence: Residence): BoundAnswer {
  if (statementsAround(view, site, frame) !== undefined) return 'bounded';
  const recurrence = recurrenceOf(view, frame);
  if (recurrence === undefined) return mayBeCalledUntyped(view, frame) ? 'unsure' : 'unbounded';
  if (recurrence.evidence === 'loop' || residence.recurrence.evidence === 'exported') return 'bounded';
  return recurrence.evidence === 'unknown' ? 'unsure' : 'unbounded';
}

/** What bounds a growth. */
export interface Bounds {
  readonly answer: BoundAnswer;
  /** A removal that exists but that no loop reaches. */
  readonly idleRemoval: ts.Node | undefined;
  /** The removals that bound it, when nothing else does. */
  readonly removals: readonly ts.Node[];
  /** For a registration: the expressions that denote what it returned, and releases of something else. */
  readonly handles?: ReadonlySet<ts.Node>;
  readonly misses?: readonly ts.CallExpression[];
}

/** Something stops the growth. */
export const bounded: Bounds = { answer: 'bounded', idleRemoval: undefined, removals: [] };

/** What removals at these sites are worth: whether some loop reaches one. */
export function boundBy(view: ProgramView, removals: readonly ts.Node[], complete: boolean, residence: Residence): Bounds {
  const answers = removals.map((site) => reach(view, site, frameOf(view.ts, site), residence));
  if (answers.includes('bounded')) return { ...bounded, removals: complete ? removals : [] };
  const certain = complete && !answers.includes('unsure');
  // What a module does as it loads is a first value, not somebody's clean-up.
  const idleRemoval = removals.find((site, i) => answers[i] === 'unbounded' && !view.ts.isSourceFile(frameOf(view.ts, site)));
  return { answer: certain ? 'unbounded' : 'unsure', idleRemoval, removals: [] };
}

/** The bound on a growth, given every name of the location it adds to. */
export function boundsOn(view: ProgramView, growth: GrowthSite, residence: Residence, names: readonly Place[]): Bounds {
  if (growth.key !== undefined && hasFiniteKeys(view, growth.node, growth.key, growth.container)) return bounded;
  const containers = new Set(names.flatMap((place) => namingDeclaration(place) ?? []));
  const guarded = [growth.node, ...residence.recurrence.path.map((edge) => edge.site)];
  if (guarded.some((node) => isCapped(view, node, containers))) return bounded;
  const kept = boundOfKept(view, residence.place);
  if (kept === 'bounded') return bounded;
  const { sites, complete } = shrinksOf(view, names, growth.gain);
  return boundBy(view, sites.filter((site) => site !== growth.node), complete && kept !== 'unsure', residence);
}
