/**
 * Whether a growth is worth following: whether anything runs it again and again, and how sure that is. Computes it from
 * the nearest loop alone, which is known before any place is followed. Assumes that the loops which a place outlives are
 * among those that run the growing code.
 */
import type ts from 'typescript';

import type { Verdict } from '../../terms/finding.js';
import type { ProgramView } from '../../typescript/program-view.js';
import type { Frame } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { isForFirstRun } from '../graph/first-run.js';
import { type Recurrence, recurrenceOf, statementsAround } from '../graph/recurrence.js';
import { serves } from '../graph/serves.js';

import { isSeenToWait } from './waiting-code.js';

/** Whether anything runs the node again and again; without that no place it writes to can outlive a loop. */
export function mayRepeat(view: ProgramView, node: ts.Node, frame: Frame): boolean {
  return recurrenceOf(view, frame) !== undefined || statementsAround(view, node, frame) !== undefined;
}

/** Whether it is in doubt that the growth is one, whoever runs it. */
function isDoubtful(view: ProgramView, { dependency, derived, node, registers }: GrowthSite): boolean {
  const { perhaps } = registers ?? {};
  if (dependency?.sure === false || derived === true || isForFirstRun(view, node)) return true;
  return perhaps !== undefined && (perhaps === true || !isSeenToWait(view, node, perhaps));
}

/**
 * Whether a recurrence proves that a growth happens again and again. Anyone may call an export, but the farther the
 * growth is from it the more likely it is a start-up hook; what registers is called by whoever starts the program; and
 * what a server exports and does not call itself is for its tests, or for nobody.
 */
export function isSure(view: ProgramView, growth: GrowthSite, { evidence, path }: Recurrence): boolean {
  if (isDoubtful(view, growth)) return false;
  return evidence === 'loop' || (evidence === 'exported' && path.length === 0 && growth.registers === undefined && !serves(view));
}

/** Whether a finding about this growth can come to the verdict, whatever becomes of the place. */
export function mayComeTo(view: ProgramView, growth: GrowthSite, frame: Frame, least: Verdict): boolean {
  // The rounds of a loop that waits are enough for a promise, which only its search finds out.
  if (least === 'possible') return growth.registers?.what === 'a reaction' || mayRepeat(view, growth.node, frame);
  if (isDoubtful(view, growth)) return false;
  const recurrence = recurrenceOf(view, frame);
  return (recurrence !== undefined && isSure(view, growth, recurrence)) || statementsAround(view, growth.node, frame) !== undefined;
}
