/**
 * Whether a test can never come out as code needs it. Computes the reason from what both sides of a comparison can be:
 * the few values ever stored, the numbers a size can be, an identity that is new, a class without instances, and from
 * what is truthy in any case. Assumes nothing of types that the project only claims. Gives up all other tests.
 */
import type ts from 'typescript';

import { containerKindOf } from '../../typescript/container-kind.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { peel } from '../../typescript/syntax.js';
import type { Condition } from '../facts/conditions-on.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { writtenOut } from '../summaries/written-out.js';

import { whyTruthy } from './always-truthy.js';
import { markValuesOf } from './mark-values.js';
import { neverEmptied } from './never-emptied.js';
import { isNeverMade } from './never-made.js';
import { isNewIdentity } from './new-identity.js';
import { type NumberRange, numberRange } from './number-range.js';
import { onlyValuesOf } from './only-values.js';
import { isOutOfRange } from './out-of-range.js';
import { quoted } from './quoted.js';

const falsy: ReadonlySet<string> = new Set(["''", '0', 'NaN', 'false', 'null', 'undefined']);

function valuesAt(view: ProgramView, expression: ts.Expression, growth: GrowthSite): readonly string[] | undefined {
  const node = peel(view.ts, expression);
  return onlyValuesOf(view, node) ?? (view.ts.isPropertyAccessExpression(node) ? markValuesOf(view, node, growth) : undefined);
}

function whyOnly(expression: ts.Expression, values: readonly string[]): string {
  const named = values.map((value) => `\`${value}\``);
  return `${quoted(expression)} is ${named.length === 1 ? 'always' : 'only ever'} ${named.join(' or ')}`;
}

function isNaN(view: ProgramView, expression: ts.Expression): boolean {
  const text = writtenOut(view, expression).getText();
  return text === 'NaN' || text === 'Number.NaN';
}

/** The side whose values are no literal: what there is to say something of. */
function subjectOf({ ts: tsc }: ProgramView, { left, right }: ts.BinaryExpression): ts.Expression {
  const node = peel(tsc, left);
  return tsc.isIdentifier(node) || tsc.isPropertyAccessExpression(node) || tsc.isCallExpression(node) ? left : right;
}

function whyRange(view: ProgramView, comparison: ts.BinaryExpression, left: NumberRange, right: NumberRange): string {
  const subject = subjectOf(view, comparison);
  const sought = soughtInVain(view, subject);
  if (sought !== undefined) return `${quoted(sought)} is made anew and is nothing else`;
  const [range, other] = subject === comparison.left ? [left, right] : [right, left];
  if (range.least === range.most) return `${quoted(subject)} is always ${String(range.least)}`;
  return range.least >= other.most ? `${quoted(subject)} is never below ${String(range.least)}` : `${quoted(subject)} never gets so far`;
}

/** What a search for a place looks for, when nobody else was given that. */
function soughtInVain(view: ProgramView, side: ts.Expression): ts.Expression | undefined {
  const call = writtenOut(view, side);
  const [sought] = view.ts.isCallExpression(call) ? call.arguments : [];
  return sought !== undefined && isNewIdentity(view, sought) ? sought : undefined;
}

function whyUnequal(view: ProgramView, comparison: ts.BinaryExpression, growth: GrowthSite): string | undefined {
  const { left, right } = comparison;
  if (isNaN(view, left) || isNaN(view, right)) return 'nothing equals NaN';
  const made = [left, right].find((side) => isNewIdentity(view, side));
  if (made !== undefined) return `${quoted(made)} is made anew and is nothing else`;
  const [a, b] = [numberRange(view, left), numberRange(view, right)];
  if (a !== undefined && b !== undefined) return a.most < b.least || b.most < a.least ? whyRange(view, comparison, a, b) : undefined;
  const values = valuesAt(view, left, growth);
  const others = values === undefined ? undefined : valuesAt(view, right, growth);
  if (values === undefined || others === undefined || values.some((value) => others.includes(value))) return undefined;
  const subject = subjectOf(view, comparison);
  return whyOnly(subject, subject === left ? values : others);
}

function whyEqual(view: ProgramView, comparison: ts.BinaryExpression, growth: GrowthSite): string | undefined {
  const { left, right } = comparison;
  const [a, b] = [numberRange(view, left), numberRange(view, right)];
  if (a !== undefined && b !== undefined) return a.least === a.most && b.least === b.most && a.least === b.least ? whyRange(view, comparison, a, b) : undefined;
  const [value, ...more] = valuesAt(view, left, growth) ?? [];
  const [other, ...others] = value === undefined || more.length > 0 ? [] : (valuesAt(view, right, growth) ?? []);
  return value !== undefined && value === other && others.length === 0 ? whyOnly(subjectOf(view, comparison), [value]) : undefined;
}

function ofComparison(view: ProgramView, comparison: ts.BinaryExpression, holds: boolean, growth: GrowthSite): string | undefined {
  const { SyntaxKind } = view.ts;
  const { left, operatorToken, right } = comparison;
  const operator = operatorToken.kind;
  if (operator === SyntaxKind.InstanceOfKeyword) return holds && isNeverMade(view, right) ? `nothing makes ${quoted(right)}` : undefined;
  // A loose comparison converts, and finds `null` in `undefined`: only equals of one kind are known to differ.
  const isEquality = operator === SyntaxKind.EqualsEqualsEqualsToken;
  if (isEquality || operator === SyntaxKind.ExclamationEqualsEqualsToken) {
    return isEquality === holds ? whyUnequal(view, comparison, growth) : whyEqual(view, comparison, growth);
  }
  const a = numberRange(view, left);
  const b = a === undefined ? undefined : numberRange(view, right);
  return a !== undefined && b !== undefined && isOutOfRange(view.ts, operator, holds, a, b) ? whyRange(view, comparison, a, b) : undefined;
}

/** `list.includes(x)`, `set.has(x)` with an `x` that nobody was given. */
function whyNotIn(view: ProgramView, { expression, arguments: [wanted] }: ts.CallExpression): string | undefined {
  const { ts: tsc } = view;
  if (!tsc.isPropertyAccessExpression(expression) || (expression.name.text !== 'has' && expression.name.text !== 'includes')) return undefined;
  const kind = containerKindOf(view, expression.expression);
  const holdsIdentities = kind === 'array' || kind === 'map' || kind === 'set';
  return holdsIdentities && wanted !== undefined && isNewIdentity(view, wanted) ? `${quoted(wanted)} is made anew and is nothing else` : undefined;
}

/** Why a test never comes out as the condition says, asked before a release of what a growth adds; undefined when it may. */
export function whyNeverHolds(view: ProgramView, { test, holds }: Condition, growth: GrowthSite): string | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, test);
  const filled = neverEmptied(view, { test, holds });
  if (filled !== undefined) return `nothing takes from ${quoted(filled)}`;
  if (tsc.isBinaryExpression(node)) return ofComparison(view, node, holds, growth);
  const missing = holds && tsc.isCallExpression(node) ? whyNotIn(view, node) : undefined;
  if (missing !== undefined) return missing;
  const values = valuesAt(view, node, growth);
  if (values !== undefined) return values.every((value) => falsy.has(value) === holds) ? whyOnly(node, values) : undefined;
  return holds ? undefined : whyTruthy(view, node);
}
