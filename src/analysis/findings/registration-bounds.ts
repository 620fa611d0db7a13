/**
 * Whether a registration is bounded. Computes it from the model's word on what names it and what takes it back, from
 * conditions that ask the owner first, and from what a one-shot registration waits for. Assumes that an event the
 * program itself emits in some loop comes. What waits for an event of a library may be served soon, and is unsure.
 */
import type ts from 'typescript';

import type { RegistersRow } from '../../models/schema.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import { around, type CallLike, frameOf, isCallLike, peel, widest } from '../../typescript/syntax.js';
import { conditionsInFrame, conditionsOn } from '../facts/conditions-on.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { growthSitesIn } from '../facts/growth-sites.js';
import { namesIn } from '../facts/name-index.js';
import type { Residence } from '../graph/lifetime-of.js';
import { unsetSwitch } from '../graph/once-guard.js';
import { runsInLoop } from '../graph/recurrence.js';
import { type Place, samePlace } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';
import { valuesOf } from '../summaries/values-of.js';
import { writtenOut } from '../summaries/written-out.js';

import { boundBy, bounded, type Bounds } from './bounds.js';
import { sets } from './calls-named.js';
import { namingDeclaration } from './capacity.js';
import { isFinite } from './finite-keys.js';
import { hasFiniteKeys } from './known-keys.js';
import { isDeferred } from './is-deferred.js';
import { isLeftEarly } from './is-left-early.js';
import { neverSettles } from './never-settles.js';
import { type Undoings, undoingsOf } from './undone.js';
import { isSeenToWait } from './waiting-code.js';

/** Whether the values of an object literal, or a text, are few. Numbers count and measure, and name nothing. */
function hasFewValues(view: ProgramView, given: ts.Expression): boolean {
  const node = writtenOut(view, given);
  if (!view.ts.isObjectLiteralExpression(node)) {
    return (view.checker.getTypeAtLocation(node).flags & view.ts.TypeFlags.StringLike) === 0 || isFinite(view, node);
  }
  return node.properties.every((property) => {
    if (view.ts.isPropertyAssignment(property)) return isFinite(view, property.initializer);
    if (view.ts.isSpreadAssignment(property)) return hasFewValues(view, property.expression);
    return view.ts.isShorthandPropertyAssignment(property) && isFinite(view, property.name);
  });
}

function isSameAgain(view: ProgramView, growth: GrowthSite, { keyedBy }: RegistersRow): boolean {
  if (keyedBy === undefined) return false;
  if (typeof keyedBy !== 'object' || 'member' in keyedBy) return growth.key === undefined || hasFiniteKeys(view, growth.node, growth.key, growth.container);
  const given = (growth.node as CallLike).arguments ?? [];
  return given.every((argument, i) => (keyedBy.valuesOf !== 'any' && keyedBy.valuesOf !== i) || hasFewValues(view, argument));
}

/** Whether the owner was made as something that bounds itself: a cache with a limit, a loader without a cache. */
function isBoundedOwner(view: ProgramView, names: readonly Place[]): boolean {
  const makers = names.flatMap((place) => {
    const declaration = namingDeclaration(place);
    return declaration === undefined ? [] : valuesOf(view, declaration).map(({ value }) => peel(view.ts, value));
  });
  return makers.some((maker) => {
    if (!isCallLike(view.ts, maker)) return false;
    return rowsOfCall(view, maker, 'bounds').rows.some(({ when }) => when === 'always' || (maker.arguments ?? []).some((_, argument) => sets(view, maker, { argument, options: when.options })));
  });
}

/** `if (bus.listenerCount('x') === 0) bus.on('x', f)`: a condition that asks the owner itself. */
function isAskedFirst(view: ProgramView, growth: GrowthSite, names: readonly Place[]): boolean {
  const { ts: tsc } = view;
  const asks = (node: ts.Node): boolean => {
    if (tsc.isPropertyAccessExpression(node) && placesOf(view, node.expression).some((place) => names.some((name) => samePlace(name, place)))) return true;
    return tsc.forEachChild(node, (child) => asks(child) || undefined) ?? false;
  };
  return conditionsInFrame(tsc, growth.node).some(({ test }) => asks(test));
}

/** `if (!workers.length) workers.push(start())`: what happens only while a list is empty fills it. */
function isFilledBeside(view: ProgramView, node: ts.Node): boolean {
  const { ts: tsc } = view;
  const frame = frameOf(tsc, node);
  return conditionsOn(tsc, node, frame).some((condition) => {
    const size = unsetSwitch(view, condition);
    if (size === undefined || !tsc.isPropertyAccessExpression(size) || (size.name.text !== 'length' && size.name.text !== 'size')) return false;
    const list = size.expression.getText();
    return growthSitesIn(tsc, node.getSourceFile()).some((growth) => growth.container.getText() === list && frameOf(tsc, growth.node) === frame);
  });
}

function eventOf(view: ProgramView, growth: GrowthSite, row: RegistersRow): string | undefined {
  const given = (growth.node as CallLike).arguments?.[row.event ?? 0];
  return given !== undefined && view.ts.isStringLiteralLike(given) ? given.text : undefined;
}

function isEmittedInLoop(view: ProgramView, event: string): boolean {
  const { ts: tsc } = view;
  return view.files.some((file) =>
    (namesIn(tsc, file).get('emit') ?? []).some((id) => {
      const call = id.parent.parent;
      if (!tsc.isPropertyAccessExpression(id.parent) || !tsc.isCallExpression(call)) return false;
      const [name] = call.arguments;
      return name !== undefined && tsc.isStringLiteralLike(name) && name.text === event && runsInLoop(view, frameOf(tsc, call));
    }),
  );
}

/** What becomes of a registration that goes when what it waits for comes. */
function untilFired(view: ProgramView, growth: GrowthSite, row: RegistersRow, { recurrence }: Residence): Bounds['answer'] {
  if (row.what === 'a timeout') return 'bounded';
  if (row.what === 'a reaction') {
    if (neverSettles(view, growth.container)) return 'unbounded';
    // Where the next round of a race begins, what it was against is still pending.
    const isRaced = typeof row.into === 'object' && 'elements' in row.into && recurrence.statement !== undefined;
    return isRaced && isDeferred(view, growth.container) ? 'unsure' : 'bounded';
  }
  const event = eventOf(view, growth, row);
  if (event === undefined) return row.lastEvents === undefined ? 'unsure' : 'unbounded';
  if (row.lastEvents?.includes(event) === true) return 'unbounded';
  return isEmittedInLoop(view, event) ? 'bounded' : 'unsure';
}

/** `for (;;) await once(arrivals, 'some')`: the next round begins when it has fired. */
function isAwaitedByLoop(view: ProgramView, growth: GrowthSite, { recurrence }: Residence): boolean {
  return recurrence.statement !== undefined && view.ts.isAwaitExpression(growth.node.parent);
}

/**
 * Whether what has to be opened first is only looked at: nothing is called on it, and it is handed to nobody. Where more than that
 * decides whether anything is held, somebody must be seen to open it.
 */
function isNeverOpened(view: ProgramView, { node }: GrowthSite, { leftOpen, opensBy, perhaps }: RegistersRow, { handles, complete }: Undoings): boolean {
  const { ts: tsc } = view;
  if (opensBy === undefined || (leftOpen === true && [...handles].some(({ parent }) => isLeftEarly(tsc, parent)))) return false;
  if (typeof perhaps === 'object' && isSeenToWait(view, node, perhaps)) return false;
  const isOpening = ({ parent }: ts.Node): boolean => tsc.isPropertyAccessExpression(parent) && opensBy.includes(parent.name.text);
  // What is asked until it has no more has come to its end.
  const isInLoop = (handle: ts.Node): boolean => [...around(handle)].some((outer) => tsc.isIterationStatement(outer, false) && frameOf(tsc, outer) === frameOf(tsc, handle));
  const openings = [...handles].filter(isOpening);
  if (perhaps !== undefined) return openings.length === 0 || openings.some(isInLoop);
  if (!complete) return false;
  return [...handles].every(({ parent }) => {
    if (tsc.isVariableDeclaration(parent)) return true;
    return tsc.isPropertyAccessExpression(parent) && !opensBy.includes(parent.name.text) && !isCallLike(tsc, widest(tsc, parent).parent);
  });
}

/** The bound on a registration, given every name of the owner it adds to. */
export function registrationBoundsOn(view: ProgramView, growth: GrowthSite, row: RegistersRow, residence: Residence, names: readonly Place[]): Bounds {
  if (isSameAgain(view, growth, row)) return bounded('keys', growth.key ?? growth.node);
  if (isBoundedOwner(view, names)) return bounded('owner', growth.container);
  const once = row.endsWhenFired === true;
  // What registers itself again as it fires is there once.
  if (once && (residence.recurrence.entry?.site === growth.node || isAwaitedByLoop(view, growth, residence))) return bounded('renewed', growth.node);
  const fired = once ? untilFired(view, growth, row, residence) : 'unbounded';
  if (fired === 'bounded') return bounded('fires', growth.node);
  const undoings = undoingsOf(view, growth, names);
  if (isNeverOpened(view, growth, row, undoings)) return bounded('unopened', growth.node);
  // Whoever ends it in the normal course has not given it away, unless something keeps it.
  const complete = undoings.complete || (growth.derived === true && undoings.kept.length === 0);
  const bounds: Bounds = { ...boundBy(view, growth, undoings.sites, complete, residence), undoings };
  const steps = [growth.node, ...residence.recurrence.path.map((edge) => edge.site)];
  const doubted = fired === 'unsure' || isAskedFirst(view, growth, names) || steps.some((step) => isFilledBeside(view, step));
  if (bounds.answer !== 'unbounded' || !doubted) return bounds;
  return { ...bounds, answer: 'unsure', reason: { kind: fired === 'unsure' ? 'fires' : 'asked', node: growth.node } };
}
