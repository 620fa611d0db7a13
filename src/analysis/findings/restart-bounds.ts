/**
 * Whether the chain of a timeout that sets itself again is ended before it is started anew. Computes it from when the
 * handle's releases come, as for any handle that is overwritten. Assumes that a release which does not read the handle
 * from where every chain leaves its own ends that chain by itself.
 */
import type { ProgramView } from '../../typescript/program-view.js';
import type { GrowthSite } from '../facts/growth-site.js';
import type { Residence } from '../graph/lifetime-of.js';
import { slotsOf } from '../summaries/places-of.js';

import { bounded, type Bounds } from './bounds.js';
import { namingDeclaration } from './capacity.js';
import { readsSlot } from './reads-slot.js';
import { releaseTimingOf } from './release-timing.js';
import { undoingsOf } from './undone.js';

/** The bound on chains of timeouts that a loop starts. */
export function restartBoundsOn(view: ProgramView, growth: GrowthSite, { recurrence }: Residence): Bounds {
  const { sites, inSight, kept } = undoingsOf(view, growth, []);
  const { node } = growth;
  const timings = sites.map((release) => ({ release, timing: releaseTimingOf(view, release, node, recurrence) }));
  const working = timings.filter(({ timing }) => timing !== 'never');
  const slots = kept.flatMap(({ left }) => slotsOf(view, left).flatMap((place) => namingDeclaration(place) ?? []));
  const ending = working.find(({ timing, release }) => timing === 'now' || timing === 'between' || !slots.some((slot) => readsSlot(view, release, slot)));
  if (ending !== undefined) return bounded('removal', ending.release);
  const sure = inSight && working.every(({ timing }) => timing === 'late');
  const release = timings[0]?.release;
  return { answer: sure ? 'unbounded' : 'unsure', reason: { kind: 'lost', node }, idleRemoval: undefined, removals: [], lost: { how: 'restarted', node, release, sure } };
}
