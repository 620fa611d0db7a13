/**
 * What may be offered to mend a growth. Computes the changes from what was found of its bounds: which release is there and what
 * it misses, or that there is none. Assumes that each kind of change knows itself whether it is right where it is asked. Gives
 * up growths that are reported in another file than theirs.
 */
import type { GrowthFinding, Suggestion } from '../../terms/finding.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type CallLike, isCallLike } from '../../typescript/syntax.js';
import { deleteToo, releaseOnTimeout } from '../edits/also-release.js';
import { clearBefore } from '../edits/clear-before.js';
import { endHandle } from '../edits/end-handle.js';
import { hoistDeclaration } from '../edits/hoist-declaration.js';
import { otherEnd } from '../edits/other-end.js';
import { pairRelease } from '../edits/pair-release.js';
import { protectRelease } from '../edits/protect-release.js';
import { takeBackDropped, takeBackListener } from '../edits/take-back.js';
import type { GrowthSite } from '../facts/growth-site.js';

import type { Bounds } from './bounds.js';

/** What a finding says of the growth so far. */
type Reported = Pick<GrowthFinding, 'loop' | 'question' | 'site'>;

function forIncomplete(view: ProgramView, { container, registers }: GrowthSite, { gap, removals, sibling }: Bounds): readonly (Suggestion | undefined)[] {
  if (sibling !== undefined) return [deleteToo(view, container, sibling.releases)];
  if (gap === undefined) return [];
  const { escape, start } = gap;
  if (escape.kind === 'closed') return [otherEnd(view, removals, escape.always)];
  if (escape.kind === 'timeout' || escape.kind === 'aborted') return [releaseOnTimeout(view, escape.node, removals, escape.kind === 'timeout' ? 'the time is over' : 'it is aborted')];
  // Whether a transaction that failed is to be committed is for its author to say.
  return start === undefined || registers?.what === 'a transaction' ? [] : [protectRelease(view, start, removals)];
}

function forLost(view: ProgramView, growth: GrowthSite, { lost }: Bounds, turn: string): readonly (Suggestion | undefined)[] {
  const { registers } = growth;
  if (lost?.how === 'overwritten' && registers !== undefined) return [clearBefore(view, lost.node, growth.node as CallLike, registers)];
  return lost?.how === 'dropped' ? [takeBackDropped(view, lost.node, lost.node === growth.node ? registers : undefined, turn)] : [];
}

function candidates(view: ProgramView, growth: GrowthSite, bounds: Bounds, { question, loop }: Reported): readonly (Suggestion | undefined)[] {
  const { node, registers } = growth;
  const { undoings } = bounds;
  if (question === 'no-incomplete-release') return forIncomplete(view, growth, bounds);
  if (question === 'no-lost-handle') return forLost(view, growth, bounds, loop.turn);
  if (registers === undefined || undoings === undefined || !isCallLike(view.ts, node)) return [];
  if (question === 'no-ineffective-release') return undoings.misses.slice(0, 1).map((miss) => pairRelease(view, node, miss));
  // What somebody out of sight may release is not to be released twice.
  if (undoings.sites.length > 0 || !undoings.inSight) return [];
  if (question === 'no-unreleased-resource') return [hoistDeclaration(view, node, registers), endHandle(view, node, registers)];
  return question === 'no-repeated-registration' ? [takeBackListener(view, node, registers, loop.turn), hoistDeclaration(view, node, registers)] : [];
}

/** The changes that mend a growth, the likeliest first. */
export function suggestionsFor(view: ProgramView, growth: GrowthSite, bounds: Bounds, reported: Reported): readonly Suggestion[] {
  const changed = bounds.lost?.node ?? growth.node;
  if (changed.getSourceFile().fileName !== reported.site.file) return [];
  return candidates(view, growth, bounds, reported).filter((suggestion) => suggestion !== undefined);
}
