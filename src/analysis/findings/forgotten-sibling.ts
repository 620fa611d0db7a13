/**
 * Whether what the same code fills beside a growth is cleaned, so that entries are known to end, and this is not. Computes
 * it from the other growths of the frame that go by the same key and from the removals of those. Assumes that containers
 * of one key are filled for one thing. A kept timer that has fired is of no more use, whoever else would clear it. Gives up what is cleaned without naming the key.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf, isWithin, peel } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { growthSitesIn } from '../facts/growth-sites.js';
import { keyOfRemoval } from '../facts/key-of-removal.js';
import { isStraightBefore } from '../facts/straight-before.js';
import { aliasesOf } from '../graph/aliases-of.js';
import type { Residence } from '../graph/lifetime-of.js';
import { placesOf } from '../summaries/places-of.js';

import { boundBy, type Bounds, type Sibling } from './bounds.js';
import { bringsAbout } from './brings-about.js';
import { isContainer } from './grown-container.js';
import { shrinksOf } from './shrinks-of.js';
import { timedCode } from './timed-code.js';

/** What tells one entry from another: the key, or the element itself. */
function tokenOf({ key, values }: GrowthSite): string | undefined {
  return (key ?? (values.length === 1 ? values[0] : undefined))?.getText();
}

/** Whether code that gets to one node always gets to the other: it stands before, or after it in a block around it. */
function isFilledToo(view: ProgramView, node: ts.Node, other: ts.Node): boolean {
  if (other.pos < node.pos) return isStraightBefore(view.ts, other, node);
  const statement = other.parent;
  return view.ts.isExpressionStatement(statement) && isWithin(node, statement.parent);
}

function siblingsOf(view: ProgramView, growth: GrowthSite, frame: Frame): readonly GrowthSite[] {
  const token = tokenOf(growth);
  const container = growth.container.getText();
  return growthSitesIn(view.ts, growth.node.getSourceFile()).filter(
    (other) =>
      other.node !== growth.node &&
      !other.assigns &&
      isWithin(other.node, frame) &&
      frameOf(view.ts, other.node) === frame &&
      isFilledToo(view, growth.node, other.node) &&
      tokenOf(other) === token &&
      other.container.getText() !== container &&
      isContainer(view, other),
  );
}

/** Everything that takes from what a growth adds to, whoever runs it. */
function shrinksAt(view: ProgramView, { container, gain }: GrowthSite): readonly ts.Node[] {
  const names = placesOf(view, container).flatMap((place) => aliasesOf(view, place));
  return shrinksOf(view, names, gain).sites;
}

/** The code of the timer that is itself what the growth keeps, when that code leaves the entry of the timer that has fired. */
function firedCode(view: ProgramView, growth: GrowthSite, { answer, removals }: Bounds): ts.Node | undefined {
  const [value] = growth.values;
  const timer = value === undefined ? undefined : peel(view.ts, value);
  const code = timer !== undefined && answer === 'bounded' && removals.length > 0 && view.ts.isCallExpression(timer) ? timedCode(view, timer) : undefined;
  return code === undefined || bringsAbout(view, code, shrinksAt(view, growth)) ? undefined : code;
}

/** What the growing frame fills beside it under the same key, and the removal by key that proves that entries end. */
export function forgottenSiblingOf(view: ProgramView, growth: GrowthSite, residence: Residence, bounds: Bounds): Sibling | undefined {
  const frame = frameOf(view.ts, growth.node);
  if (growth.registers !== undefined || growth.assigns || tokenOf(growth) === undefined) return undefined;
  const fired = firedCode(view, growth, bounds);
  if (bounds.answer !== 'unbounded' && fired === undefined) return undefined;
  for (const sibling of siblingsOf(view, growth, frame)) {
    const removals = shrinksAt(view, sibling).filter((site) => keyOfRemoval(view.ts, site) !== undefined);
    const releases = removals.filter((removal) => (fired === undefined ? boundBy(view, sibling, [removal], true, residence).answer === 'bounded' : isWithin(removal, fired)));
    const [release] = releases;
    if (release !== undefined) return { filled: sibling, release, releases };
  }
  return undefined;
}
