/**
 * What one function of a dependency does, as its callers see it. Computes growths, removals, stores, returns and calls
 * of arguments from the function's syntax, and through the package's other functions to a bounded depth; a function that
 * calls itself adds nothing new on the second visit. Assumes what inner functions do may happen later. What is too large
 * or too deep is incomplete.
 */
import type ts from 'typescript';

import { frameOf, isCallLike, isFunctionWithBody, peel } from '../../typescript/syntax.js';
import { growthSitesIn } from '../facts/growth-sites.js';
import { perFile } from '../facts/per-file.js';
import { removalAt } from '../facts/removal-at.js';
import { returnsIn } from '../facts/returns.js';
import { selfGrowth } from '../facts/self-growth.js';
import type { GrowthSite } from '../facts/growth-site.js';

import { callEffects, placesAmong } from './call-effects.js';
import { type Definition, definitionOf, functionOf } from './definition-of.js';
import { anyElement, type DependencyEffect, type DependencyPlace, type DependencySummary } from './dependency-summary.js';
import { isConstructorLike } from './constructor-like.js';
import { containersAt } from './container-evidence.js';
import { declarationOfKept } from './declaration-of-kept.js';
import { growthConditionOf } from './growth-condition.js';
import { keySourceOf } from './key-arguments.js';
import { literalKey } from './literal-key.js';
import { immediateCall, isKeptBinding } from './module-frame.js';
import { iterates, keptVariable, originsOf, type Reading, stepInto } from './origins-of.js';
import type { PackageSource } from './package-source.js';
import { bindingAt } from './scope.js';

const deepestCall = 6;
const mostFunctions = 150;
const mostEffects = 64;
const mostExpressions = 20_000;

const growthByNode = perFile((tsc, file: ts.SourceFile): ReadonlyMap<ts.Node, GrowthSite> => new Map(growthSitesIn(tsc, file).map((site) => [site.node, site])));

/** The arguments that an expression's value is, or hangs off. */
function argumentsIn(reading: Reading, expression: ts.Expression): readonly number[] {
  return placesAmong(originsOf(reading, expression)).flatMap(({ root }) => (typeof root === 'number' ? [root] : []));
}

function growthEffects(reading: Reading, site: GrowthSite): readonly DependencyEffect[] {
  const { gain } = site;
  if (gain !== 'element' && gain !== 'entry' && gain !== 'text') return [];
  const source = site.key === undefined ? 'new' : keySourceOf(reading, site.key);
  if (source === 'unknown' || source === 'constant') return [];
  const places = placesAmong(originsOf(reading, site.container)).filter(({ root, steps }) => !site.assigns || steps.length > 0 || typeof root === 'object');
  const own = new Set([site.container, ...(site.key === undefined ? [] : [site.key]), ...site.values].flatMap((value) => argumentsIn(reading, value)));
  return places.flatMap((at): readonly DependencyEffect[] => {
    const condition = growthConditionOf(reading, { node: site.node, container: at, own, keyed: typeof source === 'object' });
    const stored = condition === 'unique' ? site.values.flatMap((value) => argumentsIn(reading, value)) : [];
    const keys = typeof source === 'object' ? source : condition === 'unique' ? stored : undefined;
    if (condition === 'limited' || keys?.length === 0) return [];
    return [{ kind: 'grow', at, containers: site.kinds, gain, ...(keys === undefined ? {} : { keys }), sure: condition !== 'doubtful' }];
  });
}

function retainEffects(reading: Reading, values: readonly ts.Expression[], into: readonly DependencyPlace[]): readonly DependencyEffect[] {
  return values
    .flatMap((value) => placesAmong(originsOf(reading, reading.pkg.tsc.isSpreadElement(value) ? value.expression : value)))
    .flatMap(({ root, steps }) => (typeof root === 'number' && steps.length === 0 ? into.map((at): DependencyEffect => ({ kind: 'retain', argument: root, at })) : []));
}

function inElements(places: readonly DependencyPlace[]): readonly DependencyPlace[] {
  return placesAmong(places.map((place) => stepInto(place, [anyElement])));
}

/** An assignment to a variable of the module or to a member: what was there goes, what is assigned stays. */
function assignmentEffects(reading: Reading, node: ts.BinaryExpression): readonly DependencyEffect[] {
  const { tsc } = reading.pkg;
  if (node.operatorToken.kind !== tsc.SyntaxKind.EqualsToken) return [];
  const target = peel(tsc, node.left);
  // Removal by `length` is found at the access.
  if (tsc.isPropertyAccessExpression(target) && target.name.text === 'length') return [];
  const dynamic = tsc.isElementAccessExpression(target) && literalKey(tsc, target) === undefined;
  const binding = tsc.isIdentifier(target) ? bindingAt(tsc, target) : undefined;
  if (binding !== undefined && !isKeptBinding(tsc, binding)) return [];
  const places = placesAmong(binding === undefined ? originsOf(reading, target) : [{ root: keptVariable(reading.pkg, binding), steps: [] }]);
  const kept = retainEffects(reading, [node.right], places);
  const begins = isConstructorLike(tsc, frameOf(tsc, node));
  if (dynamic || begins || selfGrowth(tsc, node) !== undefined) return kept;
  return [...kept, ...places.map((at): DependencyEffect => ({ kind: 'shrink', at }))];
}

function nodeEffects(reading: Reading, node: ts.Node, now: boolean): { readonly effects: readonly DependencyEffect[]; readonly complete: boolean } {
  const { tsc } = reading.pkg;
  const site = growthByNode(tsc, node.getSourceFile()).get(node);
  const ownFunction = isCallLike(tsc, node) && definitionOf(reading.pkg, node.expression) !== undefined;
  if (site !== undefined && !ownFunction) {
    const retained = retainEffects(reading, site.values, inElements(placesAmong(originsOf(reading, site.container))));
    return { effects: [...(now ? growthEffects(reading, site) : []), ...retained], complete: true };
  }
  if (tsc.isPropertyAccessExpression(node) || tsc.isElementAccessExpression(node)) {
    const removes = removalAt(tsc, node.expression, 'entry') !== undefined;
    return { effects: removes ? placesAmong(originsOf(reading, node.expression)).map((at) => ({ kind: 'shrink', at })) : [], complete: true };
  }
  if (tsc.isBinaryExpression(node)) return { effects: assignmentEffects(reading, node), complete: true };
  return isCallLike(tsc, node) ? callEffects(reading, node, now) : { effects: [], complete: true };
}

/** Whether an inner function runs before the outer one goes on. */
function runsNow(pkg: PackageSource, inner: ts.Node): boolean {
  return immediateCall(pkg.tsc, inner) !== undefined || iterates(pkg, inner.parent);
}

function readFrame(reading: Reading): DependencySummary {
  const { pkg, frame } = reading;
  const { tsc } = pkg;
  const effects = new Map<string, DependencyEffect>();
  let complete = true;
  const note = (effect: DependencyEffect): void => {
    effects.set(JSON.stringify(effect), effect);
  };
  const pending: { readonly node: ts.Node; readonly now: boolean }[] = [{ node: frame, now: true }];
  for (let next = pending.pop(); next !== undefined && effects.size < mostEffects; next = pending.pop()) {
    const { node } = next;
    const inner = node !== frame && isFunctionWithBody(tsc, node);
    const now = next.now && (!inner || runsNow(pkg, node));
    const found = nodeEffects(reading, node, now);
    found.effects.forEach(note);
    complete &&= found.complete;
    const children: { readonly node: ts.Node; readonly now: boolean }[] = [];
    tsc.forEachChild(node, (child) => {
      children.push({ node: child, now });
    });
    pending.push(...children.reverse());
  }
  for (const returned of returnsIn(tsc, frame)) for (const of of originsOf(reading, returned)) note({ kind: 'return', of });
  return { effects: [...effects.values()].slice(0, mostEffects), complete: complete && effects.size < mostEffects && reading.budget > 0 };
}

const nothing: DependencySummary = { effects: [], complete: true };
const notSeen: DependencySummary = { effects: [], complete: false };

/** Leaves out growths of the package's variables where nothing shows that there is a container. */
function onlyContainers(pkg: PackageSource, { effects, complete }: DependencySummary): DependencySummary {
  const isKnown = (effect: DependencyEffect): boolean => {
    if (effect.kind !== 'grow' || typeof effect.at.root !== 'object') return true;
    const variable = declarationOfKept(pkg, effect.at.root);
    const kinds = variable === undefined ? undefined : containersAt(pkg, variable, effect.at.steps);
    return kinds !== undefined && !kinds.has('weak') && effect.containers.some((kind) => kinds.has(kind));
  };
  return { effects: effects.filter(isKnown), complete };
}

/** What a definition does when it is called; a class without a constructor of its own does nothing. */
export function summarizeFunction(pkg: PackageSource, definition: Definition): DependencySummary {
  const known = new Map<ts.Node, DependencySummary>();
  const running = new Set<ts.Node>();
  let visits = 0;
  const summaryOf = (wanted: Definition): DependencySummary => {
    const frame = functionOf(pkg, wanted);
    if (frame === undefined) return pkg.tsc.isClassLike(wanted.node) ? nothing : notSeen;
    if (running.has(frame)) return nothing;
    const before = known.get(frame);
    if (before !== undefined) return before;
    visits += 1;
    if (running.size >= deepestCall || visits > mostFunctions) return notSeen;
    running.add(frame);
    const summary = readFrame({ pkg, frame, summaryOf, active: new Set(), budget: mostExpressions, depth: 0 });
    running.delete(frame);
    known.set(frame, summary);
    return summary;
  };
  const summary = summaryOf(definition);
  const { receiver } = definition;
  if (receiver === undefined) return onlyContainers(pkg, summary);
  // The object a method was taken from is a variable of the module: that is its receiver, whoever calls.
  const root = keptVariable(pkg, receiver);
  const named = (at: DependencyPlace): DependencyPlace => (at.root === 'this' ? { root, steps: at.steps } : at);
  const effects = summary.effects.map((effect): DependencyEffect => {
    if (effect.kind === 'invoke') return effect;
    if (effect.kind === 'return') return typeof effect.of === 'string' ? effect : { ...effect, of: named(effect.of) };
    return { ...effect, at: named(effect.at) };
  });
  return onlyContainers(pkg, { effects, complete: summary.complete });
}
