/**
 * Under which conditions a growth inside a dependency's function happens. Computes whether what decides it is only the
 * thing that is added, the container's own state, or something else. Assumes a test of the container's size is a limit
 * and one of any other variable of the module a switch: a false alarm costs more than a miss.
 */
import type ts from 'typescript';

import { frameOf, isValueUse, peel } from '../../typescript/syntax.js';
import { conditionsOn } from '../facts/conditions-on.js';

import type { DependencyPlace } from './dependency-summary.js';
import { isSameKept } from './dependency-summary.js';
import { type Origin, originsOf, type Reading } from './origins-of.js';
import { bindingAt } from './scope.js';

/** `always`: whatever the state; `unique`: unless the same is there already; `doubtful`: other things decide; `limited`: it ends. */
export type GrowthCondition = 'always' | 'doubtful' | 'limited' | 'unique';

/** What a growth adds to and with what. */
export interface GrowthInQuestion {
  readonly node: ts.Node;
  readonly container: DependencyPlace;
  /** The arguments that are added, key the entry or hold the container. */
  readonly own: ReadonlySet<number>;
  readonly keyed: boolean;
}

const searches = new Set(['find', 'findIndex', 'has', 'includes', 'indexOf', 'some']);

function isPartOf(origin: DependencyPlace, container: DependencyPlace): boolean {
  const sameRoot = typeof origin.root === 'object' && typeof container.root === 'object' ? isSameKept(origin.root, container.root) : origin.root === container.root;
  const shared = Math.min(origin.steps.length, container.steps.length);
  return sameRoot && origin.steps.slice(0, shared).every((step, i) => step === container.steps[i]);
}

/** What the mention of the container in a test asks of it. */
function ofContainer({ pkg }: Reading, name: ts.Node, keyed: boolean): GrowthCondition {
  const { tsc } = pkg;
  let outer: ts.Node = name;
  while (tsc.isPropertyAccessExpression(outer.parent) || tsc.isParenthesizedExpression(outer.parent)) {
    const { parent } = outer;
    if (tsc.isPropertyAccessExpression(parent)) {
      if (/^(?:length|size)$/u.test(parent.name.text)) return 'limited';
      if (searches.has(parent.name.text)) return keyed ? 'always' : 'unique';
    }
    outer = parent;
  }
  return keyed || outer === name ? 'always' : 'doubtful';
}

function ofOrigin(reading: Reading, origin: Origin, name: ts.Node, growth: GrowthInQuestion): GrowthCondition {
  if (typeof origin === 'string') return origin === 'fresh' ? 'always' : 'doubtful';
  if (isPartOf(origin, growth.container)) return ofContainer(reading, name, growth.keyed);
  if (typeof origin.root === 'number') return growth.own.has(origin.root) ? 'always' : 'doubtful';
  return origin.root === 'this' ? 'doubtful' : 'limited';
}

/** The names and `this` of a test; what inner functions test is theirs. */
function namesIn({ pkg }: Reading, test: ts.Expression): readonly (ts.Identifier | ts.ThisExpression)[] {
  const { tsc } = pkg;
  const found: (ts.Identifier | ts.ThisExpression)[] = [];
  const pending: ts.Node[] = [test];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === tsc.SyntaxKind.ThisKeyword) found.push(node as ts.ThisExpression);
    if (tsc.isIdentifier(node) && isValueUse(tsc, node)) found.push(node);
    if (!tsc.isFunctionLike(node)) {
      tsc.forEachChild(node, (child) => {
        pending.push(child);
      });
    }
  }
  return found;
}

function widestAccess({ pkg }: Reading, name: ts.Expression): ts.Expression {
  const { tsc } = pkg;
  let outer = name;
  while (tsc.isPropertyAccessExpression(outer.parent) && outer.parent.expression === outer) {
    const { parent } = outer;
    const called = tsc.isCallExpression(parent.parent) && parent.parent.expression === parent;
    if (called || /^(?:length|size)$/u.test(parent.name.text)) break;
    outer = parent;
  }
  return outer;
}

function ofTest(reading: Reading, test: ts.Expression, growth: GrowthInQuestion): readonly GrowthCondition[] {
  const { tsc } = reading.pkg;
  return namesIn(reading, peel(tsc, test)).flatMap((name): readonly GrowthCondition[] => {
    const binding = tsc.isIdentifier(name) ? bindingAt(tsc, name) : undefined;
    if (tsc.isIdentifier(name) && binding === undefined) return [];
    if (binding !== undefined && (tsc.isFunctionDeclaration(binding) || tsc.isClassDeclaration(binding) || tsc.isImportClause(binding) || tsc.isImportSpecifier(binding) || tsc.isNamespaceImport(binding))) return [];
    const asked = widestAccess(reading, name);
    return originsOf(reading, asked).map((origin) => ofOrigin(reading, origin, asked, growth));
  });
}

/** What decides whether a growth happens. */
export function growthConditionOf(reading: Reading, growth: GrowthInQuestion): GrowthCondition {
  const { tsc } = reading.pkg;
  const found: GrowthCondition[] = [];
  let from: ts.Node = growth.node;
  for (let frame: ts.Node = frameOf(tsc, from); ; frame = frameOf(tsc, from)) {
    found.push(...conditionsOn(tsc, from, frame).flatMap(({ test }) => ofTest(reading, test, growth)));
    if (frame === reading.frame || tsc.isSourceFile(frame)) break;
    from = frame;
  }
  return (['limited', 'doubtful', 'unique'] as const).find((answer) => found.includes(answer)) ?? 'always';
}
