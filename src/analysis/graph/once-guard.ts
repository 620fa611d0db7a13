/**
 * Which switches let code run only the first time it is called. Computes the conditions on it that are a switch: a
 * variable or field that outlives the call, that must be unset to get here, that the same frame sets and nothing resets.
 * Assumes a constructor's first value is no reset. Whether what keeps the switch outlives the turn is the asker's question.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import { memoPerProgram, type ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf, isStaticMember, peel } from '../../typescript/syntax.js';
import { type Condition, conditionsInFrame } from '../facts/conditions-on.js';
import { isAbsolute } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';
import { valuesOf } from '../summaries/values-of.js';

import { isFilledOnce } from './untyped-switch.js';

/** Whether a store unsets: nothing, false, zero, or one less. */
function isEmptyValue(view: ProgramView, expression: ts.Expression): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  const countsDown = tsc.isPrefixUnaryExpression(node) || tsc.isPostfixUnaryExpression(node) ? node.operator === tsc.SyntaxKind.MinusMinusToken : tsc.isBinaryExpression(node) && node.operatorToken.kind === tsc.SyntaxKind.MinusEqualsToken;
  return (
    countsDown ||
    node.kind === tsc.SyntaxKind.NullKeyword ||
    node.kind === tsc.SyntaxKind.FalseKeyword ||
    (tsc.isIdentifier(node) && node.text === 'undefined') ||
    (tsc.isNumericLiteral(node) && node.text === '0') ||
    tsc.isVoidExpression(node)
  );
}

/** The name that must be unset for the condition to let code through. */
export function unsetSwitch(view: ProgramView, { test, holds }: Condition): ts.Identifier | ts.PropertyAccessExpression | undefined {
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

/** A switch that is set where it guards: in which class's instances it is kept, if it is a field, or in which function's variables. */
export interface OnceSwitch {
  readonly owner: ts.ClassLikeDeclaration | undefined;
  readonly home: Frame | undefined;
}

function switchSetHere(view: ProgramView, name: ts.Identifier | ts.PropertyAccessExpression, guarded: ts.Node): OnceSwitch | undefined {
  const { ts: tsc } = view;
  const declaration = declarationAt(view, tsc.isPropertyAccessExpression(name) ? name.name : name);
  if (declaration === undefined) {
    const filled = tsc.isPropertyAccessExpression(name) && isFilledOnce(view, name, guarded, (value) => isEmptyValue(view, value));
    return filled ? { owner: undefined, home: undefined } : undefined;
  }
  const frame = frameOf(tsc, guarded);
  const own = tsc.isPropertyAccessExpression(name) && name.expression.kind === tsc.SyntaxKind.ThisKeyword;
  const kept = own || (tsc.isIdentifier(name) ? frameOf(tsc, declaration) !== frame : placesOf(view, name).every((place) => isAbsolute(view, place)));
  if (!kept) return undefined;
  const stores = valuesOf(view, declaration).filter(({ at }) => at !== declaration);
  const sets = stores.filter(({ value }) => !isEmptyValue(view, value));
  const resets = stores.filter(({ value, at }) => isEmptyValue(view, value) && !tsc.isConstructorDeclaration(frameOf(tsc, at)));
  if (!sets.some(({ at }) => frameOf(tsc, at) === frame) || resets.length > 0) return undefined;
  const owner = own && tsc.isClassLike(declaration.parent) && !isStaticMember(tsc, declaration) ? declaration.parent : undefined;
  const home = tsc.isIdentifier(name) ? frameOf(tsc, declaration) : undefined;
  return { owner, home: home === undefined || tsc.isSourceFile(home) ? undefined : home };
}

/** The switches that must be unset for this node to run and that running it sets. */
export const onceSwitchesOn = memoPerProgram<ts.Node, readonly OnceSwitch[]>(
  () => [],
  (view, node) =>
    conditionsInFrame(view.ts, node).flatMap((condition) => {
      const name = unsetSwitch(view, condition);
      return (name === undefined ? undefined : switchSetHere(view, name, node)) ?? [];
    }),
);
