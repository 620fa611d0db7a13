/**
 * Whether an entry waits for an answer that may never come. Computes it for what a promise's executor keeps together with
 * a way to settle: when everything that takes it back is keyed and stands in code that other loops run, at their own time,
 * and no timer does. Assumes that whoever is to answer may be gone. Gives up executors that set a timer themselves, and
 * what the asking turn, or anybody outside the program, may take back.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { keyOfRemoval } from '../facts/key-of-removal.js';
import { promiseOfExecutor } from '../facts/promise-of-executor.js';
import type { Recurrence } from '../graph/recurrence.js';

import { bringsAbout } from './brings-about.js';
import { callsInside } from './calls-inside.js';
import { carriesSettler } from './carries-settler.js';
import { givenUpCode } from './given-up-code.js';
import { isLeftToOthers } from './left-to-others.js';

/** The removal that an entry of a promise waits for, when nothing but somebody else's answer brings it. */
export function unansweredGapOf(view: ProgramView, growth: GrowthSite, removals: readonly ts.Node[], { path }: Recurrence): ts.Node | undefined {
  const executor = frameOf(view.ts, growth.node);
  const made = promiseOfExecutor(view.ts, executor);
  const keyed = removals.find((removal) => keyOfRemoval(view.ts, removal) !== undefined);
  if (made === undefined || growth.registers !== undefined || growth.key === undefined || keyed === undefined) return undefined;
  if (!growth.values.some((value) => carriesSettler(view, value, executor))) return undefined;
  const givesUp = callsInside(view, executor).flatMap((call) => givenUpCode(view, call) ?? []);
  if (givesUp.some(({ kind, code }) => kind === 'timeout' || bringsAbout(view, code, removals))) return undefined;
  const asking = new Set<Frame>([executor, frameOf(view.ts, made), ...path.map(({ frame }) => frame)].filter((frame) => !view.ts.isSourceFile(frame)));
  return removals.every((removal) => isLeftToOthers(view, removal, asking)) ? keyed : undefined;
}
