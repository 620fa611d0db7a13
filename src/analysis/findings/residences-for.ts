/**
 * The ways in which a place outlives a loop that grows it. Computes them for the growing code itself for whoever
 * starts a timeout that sets itself again, and for whoever ignores what a registry gives back; the best evidence comes first.
 */
import type { ProgramView } from '../../typescript/program-view.js';
import type { Frame } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { type Residence, residencesOf, type Use } from '../graph/lifetime-of.js';
import type { Place } from '../summaries/place.js';

import { ignoringWays } from './ignored-disposer.js';
import { restartsOf } from './restarts-of.js';

/** The better evidence first: proved loops before assumptions, certain before not, near before far. */
function ranked(residences: readonly Residence[]): readonly Residence[] {
  const rank = ({ recurrence, certain }: Residence): number => (recurrence.evidence === 'loop' ? 0 : 2) + (certain ? 0 : 1);
  return residences
    .map((residence, i) => ({ residence, i }))
    .sort((a, b) => rank(a.residence) - rank(b.residence) || a.residence.recurrence.path.length - b.residence.recurrence.path.length || a.i - b.i)
    .map(({ residence }) => residence);
}

/** What a growth does to the place it names. */
function useOf(growth: GrowthSite): Use {
  if (growth.registers !== undefined) return growth.registers.what === 'a reaction' ? 'react' : 'register';
  return growth.assigns ? 'assign' : 'change';
}

/** Every way in which the place outlives a loop that grows it; the best evidence first. */
export function residencesFor(view: ProgramView, growth: GrowthSite, frame: Frame, own: Place): readonly Residence[] {
  return ranked([...residencesOf(view, { frame, site: growth.node, place: own }, useOf(growth)), ...restartsOf(view, growth, own), ...ignoringWays(view, growth, own, useOf(growth))]);
}
