/**
 * Whether a removal in plain sight keeps a growth from being a certain leak. Computes it from the mentions of the variable
 * or field itself whose very shape takes from it, in code that is not part of the growing run: what then remains to be
 * asked, wherever the growth lives, could only weaken the verdict. Gives up aliases, replacements and removals in the run
 * that grows, whose ways out must be told apart, removals that wait for what need not come, and those that need what a
 * slot remembers. It spares most growths the walk through all callers.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import { perProgram, type ProgramView } from '../../typescript/program-view.js';
import { type CallLike, classOf, frameOf, isCallLike, peel } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { promiseOfExecutor } from '../facts/promise-of-executor.js';
import { removalAt } from '../facts/removal-at.js';
import { instanceLifetimeOf } from '../graph/recurrence.js';
import type { Place } from '../summaries/place.js';
import { type Reference, referenceQuestion } from '../summaries/references.js';
import { valuesOf } from '../summaries/values-of.js';

import { reach } from './bounds.js';
import { namingDeclaration } from './capacity.js';
import { mayWaitInVain } from './closed-gap.js';
import { givenEndingsIn } from './given-endings.js';
import { memberCall } from './member-call.js';
import { broughtAboutBy } from './release-gap.js';
import { timedCode } from './timed-code.js';
import { undoesAnother } from './undone.js';
import { vainRelease } from './vain-release-of.js';

const shrinksOf = referenceQuestion((view, reference) => removalOn(view, reference, 'entry') !== undefined);

/** The first names of all members that take some registration back. */
const undoers = perProgram((view): ReadonlySet<string> => {
  const rows = [...view.models.values()].flatMap((library) => [...library.byMember.values()].flat());
  return new Set(rows.flatMap((row) => (row.kind === 'registers' ? (row.undone?.members ?? []).map((member) => member.split('.')[0] ?? member) : [])));
});

const undoingsOf = referenceQuestion((view, { parent }) => view.ts.isPropertyAccessExpression(parent) && undoers(view).has(parent.name.text));

function removalOn(view: ProgramView, reference: Reference, gain: GrowthSite['gain']): ts.Node | undefined {
  return view.ts.isBindingElement(reference) ? undefined : removalAt(view.ts, reference, gain);
}

function undoingOn(view: ProgramView, reference: Reference, { node, registers }: GrowthSite): ts.Node | undefined {
  if (view.ts.isBindingElement(reference)) return undefined;
  const call = memberCall(view, reference, registers?.undone?.members ?? []);
  return call === undefined || undoesAnother(view, node as CallLike, call) ? undefined : call;
}

/** Whether a registration can only be taken back by what a variable or field holds at the time. */
function needsSlot(view: ProgramView, { node, registers }: GrowthSite): boolean {
  return registers !== undefined && isCallLike(view.ts, node) && (node.arguments ?? []).some((argument) => {
    const name = peel(view.ts, argument);
    const declaration = view.ts.isIdentifier(name) || view.ts.isPropertyAccessExpression(name) ? declarationAt(view, view.ts.isPropertyAccessExpression(name) ? name.name : name) : undefined;
    return declaration !== undefined && valuesOf(view, declaration).some(({ at }) => at !== declaration);
  });
}

/**
 * Whether a removal elsewhere may be skipped: of what a promise's executor adds, of a timer that is kept, of what ends by itself,
 * of what an instance adds that a turn has made.
 */
function mayBeIncomplete(view: ProgramView, growth: GrowthSite): boolean {
  const { node, values: [value] } = growth;
  const frame = frameOf(view.ts, node);
  if (promiseOfExecutor(view.ts, frame) !== undefined || givenEndingsIn(view, growth).length > 0) return true;
  const owner = classOf(view.ts, frame);
  if (owner !== undefined && instanceLifetimeOf(view, owner) === 'turn') return true;
  const kept = value === undefined ? undefined : peel(view.ts, value);
  return kept !== undefined && view.ts.isCallExpression(kept) && timedCode(view, kept) !== undefined;
}

/** Whether something that may run takes from the place by its own name, so that the growth is no certain leak. */
export function isKeptInCheck(view: ProgramView, growth: GrowthSite, own: Place): boolean {
  const holder = own.path.at(-1)?.kind === 'element' ? undefined : namingDeclaration(own);
  if (holder === undefined || mayBeIncomplete(view, growth) || needsSlot(view, growth)) return false;
  const removals =
    growth.registers === undefined
      ? shrinksOf(view, holder).flatMap((reference) => removalOn(view, reference, growth.gain) ?? [])
      : undoingsOf(view, holder).flatMap((reference) => undoingOn(view, reference, growth) ?? []);
  const frame = frameOf(view.ts, growth.node);
  return removals.some(
    (removal) =>
      removal !== growth.node &&
      broughtAboutBy(view, removal, frame) === undefined &&
      reach(view, removal, frameOf(view.ts, removal), 'loop') !== 'unbounded' &&
      !mayWaitInVain(view, growth, removal) &&
      vainRelease(view, growth, removal) === undefined,
  );
}
