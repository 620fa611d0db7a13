/**
 * Whether what a promise's executor adds stays when the promise loses a race: its answer alone takes it back, and whoever
 * waits has gone on when a rival gave up. Computes it from the race that the promise runs in on the path to the growth, and
 * from removals that nothing of that path runs. Assumes that an answer which came too late need not come. Gives up races
 * without a timer or a signal among the rivals.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf, isCallLike } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { promiseOfExecutor } from '../facts/promise-of-executor.js';
import type { Recurrence } from '../graph/recurrence.js';

import { bringsAbout } from './brings-about.js';
import { callsInside } from './calls-inside.js';
import { carriesSettler } from './carries-settler.js';
import { givenUpCode } from './given-up-code.js';
import { givesUp } from './gives-up.js';
import { isLeftToOthers } from './left-to-others.js';
import { raceOf } from './race-of.js';

/** What a growth adds, as far as it may carry a way to settle. */
function addedBy({ ts: tsc }: ProgramView, { node, registers, values }: GrowthSite): readonly ts.Expression[] {
  return registers === undefined || !isCallLike(tsc, node) ? values : (node.arguments ?? []);
}

/** The rival that wins, and leaves what the executor of the loser added. */
export function outrunGapOf(view: ProgramView, growth: GrowthSite, removals: readonly ts.Node[], { path }: Recurrence): ts.Expression | undefined {
  const executor = frameOf(view.ts, growth.node);
  const made = promiseOfExecutor(view.ts, executor);
  if (made === undefined || removals.length === 0 || !addedBy(view, growth).some((value) => carriesSettler(view, value, executor))) return undefined;
  const rival = raceOf(view, made, path)?.rivals.find((each) => givesUp(view, each));
  if (rival === undefined) return undefined;
  const ownEnds = callsInside(view, executor).flatMap((call) => givenUpCode(view, call) ?? []);
  if (ownEnds.some(({ code }) => bringsAbout(view, code, removals))) return undefined;
  const asking = new Set<Frame>([executor, frameOf(view.ts, made), ...path.map(({ frame }) => frame)].filter((frame) => !view.ts.isSourceFile(frame)));
  return removals.every((removal) => isLeftToOthers(view, removal, asking)) ? rival : undefined;
}
