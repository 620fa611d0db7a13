/**
 * Why a growth is reported, or why not. Computes, with the very functions that decide about findings, what each of them
 * answered on the way: the places a growth may add to, the loops those outlive, the bound that was found and what stayed
 * unknown. Assumes nothing of its own. Gives up naming every rejected caller: the nearest loop stands for them.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf, isCallLike, isFunctionWithBody } from '../../typescript/syntax.js';
import type { BoundEvidence, ExplainedPlace, Explanation, GrowthExplanation, Reach } from '../../terms/explanation.js';
import type { Finding } from '../../terms/finding.js';
import type { GrowthSite } from '../facts/growth-site.js';
import type { Residence } from '../graph/lifetime-of.js';
import { isOnceGuarded, type Recurrence, recurrenceOf, statementsAround } from '../graph/recurrence.js';
import type { Place } from '../summaries/place.js';

import type { BoundReason, Bounds } from './bounds.js';
import { boundsFor } from './bounds-for.js';
import { explainSchedule } from './explain-schedule.js';
import { candidatesIn, diesHere, isForGood, placesGrownBy, verdictOf } from './growth-findings.js';
import { gainOf } from './growth-words.js';
import { isContainer } from './grown-container.js';
import { questionOf } from './question-of.js';
import { residencesFor } from './residences-for.js';
import { placeOfSchedule } from './schedule-words.js';
import { schedulesIn } from './schedules.js';
import { siteOf } from './site-of.js';
import { loopOf, nameOfFrame, nameOfPlace, stepsOf } from './wording.js';

/** What a reason comes to when it bounds, and when it only may, with what is then unknown; `none` is all that is left. */
const reasons: Readonly<Record<BoundReason['kind'], { readonly bounded?: string; readonly unsure?: string; readonly unknown?: string }>> = {
  asked: { unsure: 'a condition asks the owner first, or something else that is filled beside it', unknown: 'how often that condition holds' },
  fires: {
    bounded: 'it goes when what it waits for comes, and that comes in some loop',
    unsure: 'it goes when what it waits for comes, whenever that is',
    unknown: 'whether and when what it waits for comes',
  },
  keys: { bounded: 'the keys come from a finite set, so that later stores overwrite' },
  known: { unsure: 'the key has to name something that is there already: an entry of a table that is not seen to grow, or a file', unknown: 'how many there are' },
  lost: { unsure: 'the handle that the release needs may be overwritten first', unknown: 'whether a release always comes before the handle is overwritten' },
  none: {},
  'out-of-sight': { unsure: 'nothing removes, as far as its uses could be followed; some go out of sight', unknown: 'whether code out of sight takes back from it' },
  owner: { bounded: 'the owner was made with a bound of its own' },
  removal: { bounded: 'a loop reaches a removal', unsure: 'a removal exists, but no loop that runs it was proved', unknown: 'whether the removal runs as often as the growth' },
  renewed: { bounded: 'the next turn begins only when the last registration is gone' },
  size: { bounded: 'a size check must allow it' },
  skipped: {},
  unopened: { bounded: 'nothing opens it, so that it holds nothing' },
};

function evidenceOf(growth: GrowthSite, { answer, reason, idleRemoval, sibling, undoings, vain }: Bounds): BoundEvidence {
  const { bounded, unsure, unknown } = reasons[reason.kind];
  const site = reason.node === undefined ? undefined : siteOf(reason.node);
  if (answer === 'bounded') return { answer, because: bounded ?? 'it is bounded', unknown: undefined, site };
  if (answer === 'unsure') return { answer, because: unsure ?? 'a bound may be there', unknown, site };
  if (reason.kind === 'lost') return { answer, because: 'the handle that the release needs is lost', unknown: undefined, site };
  if (sibling !== undefined) return { answer, because: 'only what the same code fills beside it is cleaned', unknown: undefined, site: siteOf(sibling.release) };
  if (reason.kind === 'skipped') return { answer, because: 'a way out of the code skips the removal', unknown: undefined, site };
  if (vain !== undefined) return { answer, because: 'the release that is there takes nothing back', unknown: undefined, site: siteOf(vain.release) };
  const [miss] = undoings?.misses ?? [];
  if (miss !== undefined) return { answer, because: 'the release that is there takes back something else', unknown: undefined, site: siteOf(miss) };
  if (idleRemoval !== undefined) return { answer, because: 'a removal exists, but no loop runs it', unknown: undefined, site: siteOf(idleRemoval) };
  const because = growth.registers === undefined ? 'no removal, size check or finite key was found' : 'nothing was found that takes it back';
  return { answer, because, unknown: undefined, site };
}

/** A place as findings call it. */
function nameOfOwner(view: ProgramView, { registers }: GrowthSite, place: Place): string {
  return registers?.into === 'process' ? 'process' : nameOfPlace(view, place);
}

function reachOf(view: ProgramView, growth: GrowthSite, own: Place, residence: Residence): Reach {
  const bounds = boundsFor(view, growth, own, residence);
  const registry = isForGood(view, growth, residence, bounds);
  const bound = registry
    ? ({ answer: 'bounded', because: 'whoever starts the program registers it, once', unknown: undefined, site: undefined } as const)
    : evidenceOf(growth, bounds);
  return {
    loop: loopOf(view, residence.recurrence),
    steps: stepsOf(view, residence.recurrence.path),
    evidence: residence.recurrence.evidence,
    place: nameOfOwner(view, growth, residence.place),
    role: questionOf(view, growth, own, residence, bounds).role,
    certain: residence.certain,
    bound,
    verdict: registry ? 'safe' : (verdictOf(view, growth, residence, bounds) ?? 'safe'),
  };
}

function placeOf(view: ProgramView, growth: GrowthSite, frame: Frame, own: Place): ExplainedPlace {
  const name = own.base.kind === 'unknown' ? growth.container.getText() : nameOfOwner(view, growth, own);
  if (own.base.kind === 'unknown' && own.path.length === 0) return { name, passing: 'comes from nobody knows where', reaches: [] };
  if (diesHere(view, own, frame, growth)) return { name, passing: 'is made in each run of the code and dropped at its end', reaches: [] };
  const residences = residencesFor(view, growth, frame, own);
  const passing = residences.length === 0 ? 'was not found to outlive any loop that reaches this code' : undefined;
  return { name, passing, reaches: distinct(residences.map((residence) => reachOf(view, growth, own, residence))) };
}

/** Several names of one place lead to the same answer: it is given once. */
function distinct(reaches: readonly Reach[]): readonly Reach[] {
  return [...new Map(reaches.map((reach) => [JSON.stringify(reach), reach])).values()];
}

function nearestLoop(view: ProgramView, growth: GrowthSite, frame: Frame): Recurrence | undefined {
  const statement = statementsAround(view, growth.node, frame);
  return statement === undefined ? recurrenceOf(view, frame) : { evidence: 'loop', entry: undefined, statement, path: [] };
}

interface Gathered {
  readonly container: boolean;
  readonly once: boolean;
  readonly nearest: Recurrence | undefined;
  readonly places: readonly ExplainedPlace[];
}

function decisiveClause(view: ProgramView, growth: GrowthSite, frame: Frame, { container, once, nearest, places }: Gathered): string {
  if (!container) return `\`${growth.container.getText()}\` is ${typeName(view, growth.container)}, to which this code adds nothing by itself`;
  const reaches = places.flatMap((place) => place.reaches);
  if (nearest === undefined && reaches.length === 0) return `no loop runs \`${nameOfFrame(view, frame)}\`: only start-up code or tests call it, or nobody does`;
  if (once) return 'a switch that is kept lets it run only the first time';
  const worst = reaches.find(({ verdict }) => verdict === 'leak') ?? reaches.find(({ verdict }) => verdict === 'possible');
  if (worst?.verdict === 'leak') return `\`${worst.place}\` outlives the ${worst.loop.turn}, and ${worst.bound.because}`;
  if (worst !== undefined) return `\`${worst.place}\` may outlive the ${worst.loop.turn}, and ${worst.bound.because}`;
  const [safe] = reaches;
  const [passed] = places.flatMap(({ name, passing }) => (passing === undefined ? [] : [`\`${name}\` ${passing}`]));
  return safe?.bound.because ?? passed ?? 'no place that it adds to is known';
}

function typeName(view: ProgramView, node: ts.Node): string {
  return `of type ${view.checker.typeToString(view.checker.getTypeAtLocation(node))}`;
}

function unknownsOf({ nearest, places }: Gathered): readonly string[] {
  const found = new Set<string>();
  if (nearest?.evidence === 'unknown') found.add('how often the library without a model runs the callback');
  if (nearest?.evidence === 'offered') found.add('who creates instances of the exported class, and how often its method is called');
  if (nearest?.evidence === 'exported') found.add('who calls the exported function, and how often');
  for (const { name, passing, reaches } of places) {
    if (passing?.startsWith('comes from nobody') === true) found.add(`what \`${name}\` is`);
    for (const { certain, bound, place } of reaches) {
      if (!certain) found.add(`whether \`${place}\` is the same one in each turn: a step on the way could not be resolved`);
      if (bound.unknown !== undefined) found.add(`${bound.unknown}, for \`${place}\``);
    }
  }
  return [...found];
}

/** What is reported of a growth: of several at one node, as a call may register with several owners, the one that the places tell. */
function findingOf({ node }: GrowthSite, places: readonly ExplainedPlace[], findings: readonly Finding[]): Finding | undefined {
  const { file, start } = siteOf(node);
  const owners = places.flatMap(({ reaches }) => reaches.map(({ place }) => place));
  return findings.find((finding) => finding.form === 'growth' && finding.growth.file === file && finding.growth.start === start && owners.includes(finding.location.name));
}

function explain(view: ProgramView, growth: GrowthSite, findings: readonly Finding[]): GrowthExplanation {
  const frame = frameOf(view.ts, growth.node);
  const nearest = nearestLoop(view, growth, frame);
  const container = growth.registers !== undefined || isContainer(view, growth);
  const places = container ? placesGrownBy(view, growth).map((own) => placeOf(view, growth, frame, own)) : [];
  const gathered: Gathered = { container, nearest, places, once: isOnceGuarded(view, growth.node) };
  return {
    form: 'growth',
    growth: siteOf(growth.node),
    means: growth.means,
    gain: gainOf(growth),
    finding: findingOf(growth, places, findings),
    because: decisiveClause(view, growth, frame, gathered),
    nearest: nearest === undefined ? undefined : { loop: loopOf(view, nearest), steps: stepsOf(view, nearest.path) },
    places,
    unknown: unknownsOf(gathered),
  };
}

/** What decided about each schedule and each growth on a line, and about those that are reported there. */
export function explainLine(view: ProgramView, file: ts.SourceFile, line: number, findings: readonly Finding[]): readonly Explanation[] {
  const lastLine = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.end).line + 1;
  const covers = (from: ts.Node, to: ts.Node): boolean => siteOf(from).line <= line && line <= lastLine(to);
  // What a callback does is its own.
  const isInCallback = (node: ts.Node): boolean =>
    isCallLike(view.ts, node) && (node.arguments ?? []).some((argument) => isFunctionWithBody(view.ts, argument) && siteOf(argument).line < line && line < lastLine(argument));
  const schedules = schedulesIn(view, file).filter((schedule) => covers(placeOfSchedule(view, schedule), schedule.call.expression));
  const here = candidatesIn(view, file, 'possible').filter(({ node }) => covers(node, node) && !isInCallback(node));
  const reported = findings.flatMap((finding) => (finding.form === 'growth' && finding.site.file === file.fileName && finding.site.line === line ? [finding.growth] : []));
  const elsewhere = [...new Map(reported.map((site) => [`${site.file}:${String(site.start)}`, site])).values()].flatMap((site) => {
    const other = view.files.find(({ fileName }) => fileName === site.file);
    return other === undefined ? [] : candidatesIn(view, other, 'possible').filter(({ node }) => node.getStart(other) === site.start && node.end === site.end && !here.some((known) => known.node === node));
  });
  return [...schedules.map((schedule) => explainSchedule(view, schedule, findings)), ...[...here, ...elsewhere].map((growth) => explain(view, growth, findings))];
}
