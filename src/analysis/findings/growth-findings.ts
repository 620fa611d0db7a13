/**
 * The growths of a file that leak. Computes, for each growth site, the places it may add to, the loops they outlive and
 * the bounds that would stop them; what is left is a finding with its evidence. Assumes the design's definition: a leak
 * needs a certain loop, a certain location and no bound that may apply. Everything between is `possible`.
 */
import type ts from 'typescript';

import { isCode } from '../../typescript/code-type.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { isForeign } from '../../typescript/rows-of.js';
import { type Frame, frameOf } from '../../typescript/syntax.js';
import type { GrowthFinding, Site, Verdict } from '../../terms/finding.js';
import type { DependencyGain, GrowthSite } from '../facts/growth-site.js';
import { growthSitesIn } from '../facts/growth-sites.js';
import { waitingLoopAround } from '../facts/waiting-loops.js';
import type { Residence } from '../graph/lifetime-of.js';
import { isOnceGuarded, statementsAround } from '../graph/recurrence.js';
import { segmentsOf } from '../summaries/dependency-places.js';
import { globalReferences } from '../summaries/global-references.js';
import { frameOfVariable, isAbsolute, type Place, within } from '../summaries/place.js';
import { placesOf, slotsOf } from '../summaries/places-of.js';
import { writtenOut } from '../summaries/written-out.js';

import type { Bounds } from './bounds.js';
import { boundsFor } from './bounds-for.js';
import { namingDeclaration } from './capacity.js';
import { dependencySitesIn } from './dependency-sites.js';
import { isContainer } from './grown-container.js';
import { isIgnoredSomewhere } from './ignored-disposer.js';
import { isKeptInCheck } from './kept-in-check.js';
import { lastValueOf } from './last-value.js';
import { lostAdvice, lostWords } from './lost-words.js';
import { isMadeJustBefore } from './made-just-before.js';
import { isSure, mayComeTo } from './may-repeat.js';
import { ownResourcesIn } from './own-resources.js';
import { questionOf } from './question-of.js';
import { isDoubtfulKey } from './label-values.js';
import { registrationSitesIn } from './registration-sites.js';
import { adviceFor, gainOf, unboundedOf } from './growth-words.js';
import { releaseAdvice, releaseWords } from './release-words.js';
import { reportedNode } from './reported-node.js';
import { residencesFor } from './residences-for.js';
import { siteOf } from './site-of.js';
import { loopOf, nameOfPlace, stepsOf } from './wording.js';
import { suggestionsFor } from './suggestions-for.js';

/** Whether nothing outside one run of the frame can be meant: the cheap answer for most growths. */
export function diesHere(view: ProgramView, place: Place, frame: Frame, growth: GrowthSite): boolean {
  const rounds = statementsAround(view, growth.node, frame) ?? (growth.registers?.what === 'a reaction' ? waitingLoopAround(view.ts, growth.node, frame) : undefined);
  return (isOfOneRun(view, place, frame, growth) || isMadeJustBefore(view, growth)) && rounds === undefined;
}

function isOfOneRun(view: ProgramView, place: Place, frame: Frame, growth: GrowthSite): boolean {
  if (place.path.length > 0) return false;
  if (place.base.kind === 'unknown') return true;
  if (isAbsolute(view, place)) return false;
  if (place.base.kind !== 'variable') return place.base.kind === 'fresh';
  const { declaration } = place.base;
  if (frameOfVariable(view, declaration) !== frame) return false;
  return growth.assigns || (!view.ts.isParameter(declaration) && !view.ts.isBindingElement(declaration));
}

/** What a residence and its bounds come to; undefined when nothing leaks there. */
export function verdictOf(view: ProgramView, growth: GrowthSite, { certain, recurrence }: Residence, { answer, gap }: Pick<Bounds, 'answer' | 'gap'>): Verdict | undefined {
  // Where neither the place nor the bound is sure, nothing speaks for a leak.
  if (answer === 'bounded' || (answer === 'unsure' && !certain)) return undefined;
  return answer === 'unbounded' && gap?.unsure !== true && certain && isSure(view, growth, recurrence) && !isDoubtfulKey(view, growth) ? 'leak' : 'possible';
}

/** Whether a value is an object that the growing code makes itself: nobody has registered it. */
function isMadeHere(view: ProgramView, value: ts.Expression): boolean {
  const given = view.ts.isIdentifier(value) ? (lastValueOf(view, value) ?? writtenOut(view, value)) : value;
  return view.ts.isNewExpression(given);
}

/** Anyone may call an exported function, but registries of code are filled by whoever starts the program. */
function isRegistry(view: ProgramView, growth: GrowthSite, residence: Residence): boolean {
  const { evidence, statement } = residence.recurrence;
  if (growth.registers !== undefined) return evidence !== 'loop' && statement === undefined && growth.registers.keyedBy === undefined;
  return (evidence === 'exported' || evidence === 'offered') && growth.values.some((value) => isCode(view, value) && !isMadeHere(view, value));
}

/** Where the project declares a location; a global without a declaration counts from where it is first written. */
function declaredAt(view: ProgramView, place: Place): ts.Node | undefined {
  if (place.base.kind !== 'global') {
    const holders = [namingDeclaration(place), place.base.kind === 'variable' ? place.base.declaration : undefined];
    return holders.find((holder) => holder !== undefined && !isForeign(holder));
  }
  const { ts: tsc } = view;
  return globalReferences(view, place.base.name).find((access) => tsc.isBinaryExpression(access.parent) && access.parent.left === access);
}

function keptAt({ base }: Place): Site | undefined {
  return base.kind === 'kept' ? base.container.site : undefined;
}

/** A release that is skipped or comes too late is put right beside the growth, whoever calls it, or where its handle is removed. */
function mendedAt({ gap, lost, sibling }: Bounds, { node }: GrowthSite): ts.Node | undefined {
  if (lost?.how === 'removed' && lost.node.getSourceFile() === node.getSourceFile()) return lost.node;
  return gap !== undefined || sibling !== undefined || lost?.how === 'overwritten' || lost?.how === 'removed' ? node : undefined;
}

/** One way in which a growth outlives a loop, and the place its own frame knows it by. */
interface Way {
  readonly own: Place;
  readonly residence: Residence;
}

/** Every way in which a growth outlives a loop, by place and the better evidence first. A registry is no certain leak. */
function waysOf(view: ProgramView, growth: GrowthSite, frame: Frame, places: readonly Place[], least: Verdict): readonly Way[] {
  return places.flatMap((own) =>
    residencesFor(view, growth, frame, own)
      .filter((residence) => least === 'possible' || !isRegistry(view, growth, residence))
      .map((residence) => ({ own, residence })),
  );
}

/**
 * What start-up registers for good needs no release, nor does what only a release shows to need one; what is released in
 * part, or kept only to be released, is no such thing.
 */
export function isForGood(view: ProgramView, growth: GrowthSite, residence: Residence, bounds: Bounds): boolean {
  return (growth.derived === true || isRegistry(view, growth, residence)) && bounds.gap === undefined && bounds.lost === undefined && bounds.sibling === undefined;
}

/** The finding of the first way that no bound stops. Ways that come to less than is asked for are followed only where a later one may come to more. */
function findingFor(view: ProgramView, growth: GrowthSite, frame: Frame, places: readonly Place[], least: Verdict): GrowthFinding | undefined {
  const ways = waysOf(view, growth, frame, places, least);
  const last = least === 'possible' ? ways.length : ways.findLastIndex(({ residence }) => verdictOf(view, growth, residence, { answer: 'unbounded' }) === 'leak') + 1;
  for (const { own, residence } of ways.slice(0, last)) {
    const bounds = boundsFor(view, growth, own, residence);
    if (isForGood(view, growth, residence, bounds)) continue;
    const verdict = verdictOf(view, growth, residence, bounds);
    if (verdict !== undefined) return verdict === 'leak' || least === 'possible' ? describe(view, growth, frame, { own, residence, bounds, verdict }) : undefined;
  }
  return undefined;
}

interface Unbounded extends Way {
  readonly bounds: Bounds;
  readonly verdict: Verdict;
}

function describe(view: ProgramView, growth: GrowthSite, frame: Frame, { own, residence, bounds, verdict }: Unbounded): GrowthFinding {
  const { question, role } = questionOf(view, growth, own, residence, bounds);
  const declared = declaredAt(view, residence.place) ?? growth.container;
  const loop = loopOf(view, residence.recurrence);
  const site = siteOf(mendedAt(bounds, growth) ?? reportedNode(view, growth, frame, residence));
  return {
    form: 'growth',
    question,
    verdict,
    site,
    growth: siteOf(growth.node),
    location: { name: growth.registers?.into === 'process' ? 'process' : nameOfPlace(view, residence.place), role, site: keptAt(residence.place) ?? siteOf(declared) },
    gain: gainOf(growth),
    loop,
    steps: stepsOf(view, residence.recurrence.path),
    means: growth.means,
    unbounded: releaseWords(question, growth, bounds) ?? lostWords(bounds, growth) ?? unboundedOf(growth, verdict),
    idleRemoval: bounds.idleRemoval === undefined ? undefined : siteOf(bounds.idleRemoval),
    advice: releaseAdvice(question, growth, bounds) ?? lostAdvice(bounds, growth, loop.turn) ?? adviceFor(growth, loop.turn),
    suggestions: suggestionsFor(view, growth, bounds, { question, site, loop }),
  };
}

/** What a dependency's function adds to: a variable of its own, or a part of what it is passed. */
function writtenInside(view: ProgramView, container: ts.Expression, { kept, steps }: DependencyGain): readonly Place[] {
  const type = view.checker.getTypeAtLocation(container);
  const path = segmentsOf(steps, (name) => (kept === undefined ? type.getProperty(name)?.declarations?.[0] : undefined));
  return kept === undefined ? placesOf(view, container).map((place) => within(place, path)) : [{ base: { kind: 'kept', container: kept }, path }];
}

/** The places a growth may add to, as its own frame names them. */
export function placesGrownBy(view: ProgramView, growth: GrowthSite): readonly Place[] {
  if (growth.registers?.into === 'process') return [{ base: { kind: 'global', name: 'process' }, path: [] }];
  if (growth.dependency !== undefined) return writtenInside(view, growth.container, growth.dependency);
  return growth.assigns ? slotsOf(view, growth.container) : placesOf(view, growth.container);
}

/** Everything in a file that may be a growth and come to this verdict: by its form, by a library's model, by a dependency's own code. */
export function candidatesIn(view: ProgramView, file: ts.SourceFile, least: Verdict): readonly GrowthSite[] {
  const derived = least === 'leak' ? [] : ownResourcesIn(view, file);
  return [...growthSitesIn(view.ts, file), ...registrationSitesIn(view, file), ...derived, ...dependencySitesIn(view, file)];
}

/** What a growth comes to, when that is at least this verdict. */
export function growthFindingOf(view: ProgramView, growth: GrowthSite, least: Verdict): GrowthFinding | undefined {
  const frame = frameOf(view.ts, growth.node);
  const lasting = placesGrownBy(view, growth).filter((place) => !diesHere(view, place, frame, growth));
  if (lasting.length === 0 || (growth.registers === undefined && !isContainer(view, growth))) return undefined;
  if (!mayComeTo(view, growth, frame, least) || isOnceGuarded(view, growth.node)) return undefined;
  const places = least === 'leak' ? lasting.filter((place) => isIgnoredSomewhere(view, growth) || !isKeptInCheck(view, growth, place)) : lasting;
  return findingFor(view, growth, frame, places, least);
}

/** The findings whose growth is in this file and that come to at least this verdict, in source order. */
export function growthFindingsIn(view: ProgramView, file: ts.SourceFile, least: Verdict): readonly GrowthFinding[] {
  return candidatesIn(view, file, least).flatMap((growth) => growthFindingOf(view, growth, least) ?? []);
}
