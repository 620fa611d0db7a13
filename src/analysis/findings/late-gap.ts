/**
 * Whether what is acquired comes too late for whoever waited for it. Computes it for what a call promises and the winner of
 * a race gives back: when the call itself is what runs in the race, nobody else knows its promise, and a rival gives up,
 * what comes then is nobody's. Assumes that an acquisition which has lost a race goes on. Gives up what a name is kept for.
 */
import type { ProgramView } from '../../typescript/program-view.js';
import { widest } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import type { Recurrence } from '../graph/recurrence.js';

import { givesUp } from './gives-up.js';
import { raceOf } from './race-of.js';
import type { ReleaseGap } from './release-gap.js';
import type { Undoings } from './undone.js';

/** The rival that wins over an acquisition, and the release that only the winner's value gets. */
export function lateGapOf(view: ProgramView, growth: GrowthSite, { path }: Recurrence, { sites }: Undoings): ReleaseGap | undefined {
  if (growth.registers?.owned !== true || !view.ts.isArrayLiteralExpression(widest(view.ts, growth.node).parent)) return undefined;
  const [release] = sites;
  const rival = raceOf(view, growth.node, path)?.rivals.find((each) => givesUp(view, each));
  return rival === undefined || release === undefined ? undefined : { escape: { kind: 'late', node: rival }, release };
}
