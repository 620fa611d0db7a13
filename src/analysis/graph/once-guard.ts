/**
 * Whether code runs at most once in the process although it is called again. Computes the conditions on it that are a
 * switch: a variable or field that outlives the call, that must be unset to get here and that the same frame sets.
 * Assumes nobody resets a switch that is only ever given a value. Gives up switches kept as text or counters.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import { memoPerProgram, type ProgramView } from '../../typescript/program-view.js';
import { frameOf, peel } from '../../typescript/syntax.js';
import { type Condition, conditionsOn } from '../facts/conditions-on.js';
import { valuesOf } from '../summaries/values-of.js';

function isEmptyValue(view: ProgramView, expression: ts.Expression): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  return (
    node.kind === tsc.SyntaxKind.NullKeyword ||
    node.kind === tsc.SyntaxKind.FalseKeyword ||
    (tsc.isIdentifier(node) && node.text === 'undefined') ||
    (tsc.isNumericLiteral(node) && node.text === '0') ||
    tsc.isVoidExpression(node)
  );
}

/** The name that must be unset for the condition to let code through. */
function unsetSwitch(view: ProgramView, { test, holds }: Condition): ts.Identifier | ts.PropertyAccessExpression | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, test);
  if (!holds && (tsc.isIdentifier(node) || tsc.isPropertyAccessExpression(node))) return node;
  if (!tsc.isBinaryExpression(node)) return undefined;
  const operator = node.operatorToken.kind;
  const equal = operator === tsc.SyntaxKind.EqualsEqualsEqualsToken || operator === tsc.SyntaxKind.EqualsEqualsToken;
  const unequal = operator === tsc.SyntaxKind.ExclamationEqualsEqualsToken || operator === tsc.SyntaxKind.ExclamationEqualsToken;
  if (!(equal && holds) && !(unequal && !holds)) return undefined;
  const left = peel(tsc, node.left);
  return isEmptyValue(view, node.right) && (tsc.isIdentifier(left) || tsc.isPropertyAccessExpression(left)) ? left : undefined;
}

function isSwitchSetHere(view: ProgramView, name: ts.Identifier | ts.PropertyAccessExpression, guarded: ts.Node): boolean {
  const { ts: tsc } = view;
  const declaration = declarationAt(view, tsc.isPropertyAccessExpression(name) ? name.name : name);
  if (declaration === undefined) return false;
  const frame = frameOf(tsc, guarded);
  const kept = tsc.isPropertyAccessExpression(name) || frameOf(tsc, declaration) !== frame;
  if (!kept) return false;
  const stores = valuesOf(view, declaration).filter(({ at }) => at !== declaration);
  const sets = stores.filter(({ value }) => !isEmptyValue(view, value));
  const resets = stores.filter(({ value, at }) => isEmptyValue(view, value) && frameOf(tsc, at) === frame);
  return sets.some(({ at }) => frameOf(tsc, at) === frame) && resets.length === 0;
}

/** Whether a switch lets this node run only the first time. */
export const isOnceGuarded = memoPerProgram<ts.Node, boolean>(
  () => false,
  (view, node) =>
    conditionsOn(view.ts, node, frameOf(view.ts, node)).some((condition) => {
      const name = unsetSwitch(view, condition);
      return name !== undefined && isSwitchSetHere(view, name, node);
    }),
);
