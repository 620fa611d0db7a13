/**
 * What a call inside a dependency's function does to what the function's callers see. Computes it by putting the
 * caller's names into the callee's summary, or from the names of the built-in containers' methods. Assumes that global
 * functions only read. What a callee nobody can see is given is handed out.
 */
import type ts from 'typescript';

import { type CallLike, isFunctionWithBody, peel } from '../../typescript/syntax.js';

import { definitionOf } from './definition-of.js';
import type { DependencyEffect, DependencyGrowth, DependencyPlace } from './dependency-summary.js';
import { growthConditionOf } from './growth-condition.js';
import { keySourceOf } from './key-arguments.js';
import { type Origin, originsAtCall, originsOf, type Reading } from './origins-of.js';
import { bindingAt } from './scope.js';

/** The places among some origins. */
export function placesAmong(origins: readonly Origin[]): readonly DependencyPlace[] {
  return origins.filter((origin) => typeof origin === 'object');
}

/** A growth at a place of the caller, unless what surrounds the call limits it. */
function composedGrowth(reading: Reading, call: CallLike, growth: DependencyGrowth, at: DependencyPlace): readonly DependencyGrowth[] {
  let keys: number[] | undefined;
  if (growth.keys !== undefined) {
    const sources = growth.keys.map((index) => {
      const argument = call.arguments?.[index];
      return argument === undefined ? 'constant' : keySourceOf(reading, argument);
    });
    if (sources.includes('unknown') || sources.every((source) => source === 'constant')) return [];
    if (!sources.includes('new')) keys = [...new Set(sources.flatMap((source) => (typeof source === 'string' ? [] : [...source])))];
  }
  const given = (call.arguments ?? []).flatMap((argument) => placesAmong(originsOf(reading, argument)));
  const own = new Set(given.flatMap(({ root }) => (typeof root === 'number' ? [root] : [])));
  const condition = growthConditionOf(reading, { node: call, container: at, own, keyed: keys !== undefined });
  if (condition === 'limited') return [];
  const { keys: _keys, ...rest } = growth;
  return [{ ...rest, at, ...(keys === undefined ? {} : { keys }), sure: growth.sure && condition === 'always' }];
}

function composed(reading: Reading, call: CallLike, effect: DependencyEffect): readonly DependencyEffect[] {
  if (effect.kind === 'return') return [];
  const argument = (index: number): readonly DependencyPlace[] => placesAmong(originsAtCall(reading, call, { root: index, steps: [] }));
  if (effect.kind === 'invoke') {
    return argument(effect.argument).flatMap(({ root, steps }): readonly DependencyEffect[] => (typeof root === 'number' && steps.length === 0 ? [{ kind: 'invoke', argument: root, when: effect.when }] : []));
  }
  const places = placesAmong(originsAtCall(reading, call, effect.at));
  if (effect.kind === 'grow') return places.flatMap((at) => composedGrowth(reading, call, effect, at));
  if (effect.kind === 'retain') {
    const stored = argument(effect.argument).flatMap(({ root, steps }) => (typeof root === 'number' && steps.length === 0 ? [root] : []));
    return stored.flatMap((index): readonly DependencyEffect[] => (places.length === 0 ? [] : places.map((at) => ({ kind: 'retain', argument: index, at }))));
  }
  return places.map((at) => ({ kind: effect.kind, at }));
}

const containerMethods = new Set([
  'add', 'apply', 'at', 'bind', 'call', 'charAt', 'charCodeAt', 'clear', 'concat', 'delete', 'endsWith', 'entries', 'every', 'fill', 'filter', 'find',
  'findIndex', 'findLast', 'flat', 'flatMap', 'forEach', 'get', 'has', 'hasOwnProperty', 'includes', 'indexOf', 'join', 'keys', 'lastIndexOf', 'map',
  'match', 'pop', 'push', 'reduce', 'reduceRight', 'replace', 'reverse', 'set', 'shift', 'slice', 'some', 'sort', 'splice', 'split', 'startsWith',
  'substring', 'test', 'toLowerCase', 'toString', 'toUpperCase', 'trim', 'unshift', 'values',
]);

function isGlobalCallee(reading: Reading, callee: ts.Expression): boolean {
  const { tsc } = reading.pkg;
  let node = callee;
  while (tsc.isPropertyAccessExpression(node)) node = peel(tsc, node.expression);
  return tsc.isIdentifier(node) && bindingAt(tsc, node) === undefined && node.text !== 'exports' && node.text !== 'module' && node.text !== 'require';
}

function handed(reading: Reading, expressions: readonly ts.Expression[]): readonly DependencyEffect[] {
  const { tsc } = reading.pkg;
  return expressions
    .flatMap((expression) => placesAmong(originsOf(reading, tsc.isSpreadElement(expression) ? expression.expression : expression)))
    .map((at) => ({ kind: 'hand', at }));
}

function outOfSight(reading: Reading, call: CallLike, now: boolean): readonly DependencyEffect[] {
  const { tsc } = reading.pkg;
  const callee = peel(tsc, call.expression);
  const given = call.arguments ?? [];
  if (isGlobalCallee(reading, callee) || isFunctionWithBody(tsc, callee)) return [];
  if (tsc.isPropertyAccessExpression(callee)) {
    if (containerMethods.has(callee.name.text)) return invocations(reading, callee.expression, now);
    return handed(reading, [callee.expression, ...given]);
  }
  return [...invocations(reading, callee, now), ...handed(reading, given)];
}

function invocations(reading: Reading, callee: ts.Expression, now: boolean): readonly DependencyEffect[] {
  if (isFunctionWithBody(reading.pkg.tsc, callee)) return [];
  return placesAmong(originsOf(reading, callee)).flatMap(({ root, steps }): readonly DependencyEffect[] => {
    const direct = reading.pkg.tsc.isPropertyAccessExpression(callee.parent) ? /^(?:apply|call)$/u.test(callee.parent.name.text) : true;
    return typeof root === 'number' && steps.length === 0 && direct ? [{ kind: 'invoke', argument: root, when: now ? 'now' : 'later' }] : [];
  });
}

/** The effects of a call; what runs later grows nothing for certain. */
export function callEffects(reading: Reading, call: CallLike, now: boolean): { readonly effects: readonly DependencyEffect[]; readonly complete: boolean } {
  const definition = definitionOf(reading.pkg, call.expression);
  if (definition === undefined) return { effects: outOfSight(reading, call, now), complete: true };
  const { effects, complete } = reading.summaryOf(definition);
  const own = effects.flatMap((effect) => composed(reading, call, effect));
  const lost = complete ? [] : handed(reading, call.arguments ?? []);
  return { effects: [...own.filter((effect) => now || effect.kind !== 'grow'), ...lost], complete };
}
