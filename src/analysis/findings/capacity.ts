/**
 * Whether a growth is capped by a size check. Computes, from the conditions on the growth, a comparison of the same
 * container's `length` or `size` that must allow it, also through a predicate of the project. Assumes the limit is a
 * number that does not grow. Eviction after the fact is a shrink and found there.
 */
import type ts from 'typescript';

import { declarationAt, declarationsAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { frameOf, peel } from '../../typescript/syntax.js';
import { type Condition, conditionsInFrame } from '../facts/conditions-on.js';
import { returnsIn } from '../facts/returns.js';
import { calleesOf } from '../summaries/callees-of.js';
import type { Place } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';
import { valuesOf } from '../summaries/values-of.js';

import { stepsUp } from './counter.js';

/** The declaration that names a place best: its last known field, else its variable. */
export function namingDeclaration(place: Place): ts.Declaration | undefined {
  for (const step of place.path.toReversed()) {
    if ((step.kind === 'field' || step.kind === 'captured') && step.declaration !== undefined) return step.declaration;
  }
  return place.base.kind === 'variable' ? place.base.declaration : undefined;
}

/** Whether the code that grows also counts up this variable: the count stands for the size. */
function isCountedBeside(view: ProgramView, declaration: ts.Declaration, site: ts.Node): boolean {
  const frame = frameOf(view.ts, site);
  if (frameOf(view.ts, declaration) === frame) return false;
  return valuesOf(view, declaration).some((stored) => stored.at !== declaration && frameOf(view.ts, stored.at) === frame && stepsUp(view, stored));
}

function isSizeOf(view: ProgramView, expression: ts.Expression, containers: ReadonlySet<ts.Declaration>, site: ts.Node): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  if (tsc.isIdentifier(node)) {
    const declaration = declarationAt(view, node);
    if (declaration === undefined) return false;
    if (isCountedBeside(view, declaration, site)) return true;
    return tsc.isVariableDeclaration(declaration) && declaration.initializer !== undefined && isSizeOf(view, declaration.initializer, containers, site);
  }
  if (!tsc.isPropertyAccessExpression(node)) return false;
  if (node.name.text === 'length' || node.name.text === 'size') {
    const measured = peel(tsc, node.expression);
    const [listed] = tsc.isCallExpression(measured) && measured.expression.getText() === 'Object.keys' ? measured.arguments : [];
    return placesOf(view, listed ?? measured).some((place) => {
      const declaration = namingDeclaration(place);
      return declaration !== undefined && containers.has(declaration);
    });
  }
  return false;
}

function isZero(view: ProgramView, expression: ts.Expression): boolean {
  return peel(view.ts, expression).getText() === '0';
}

function caps(view: ProgramView, { test, holds }: Condition, containers: ReadonlySet<ts.Declaration>, site: ts.Node): boolean {
  const { ts: tsc } = view;
  const { SyntaxKind } = tsc;
  const node = peel(tsc, test);
  const getter = tsc.isPropertyAccessExpression(node) ? declarationsAt(view, node.name).find((d) => tsc.isGetAccessorDeclaration(d)) : undefined;
  if (getter !== undefined) {
    const results = returnsIn(tsc, getter);
    return results.length === 1 && results.every((result) => caps(view, { test: result, holds }, containers, site));
  }
  if (tsc.isCallExpression(node)) {
    const results = calleesOf(view, node).flatMap((callee) => returnsIn(tsc, callee));
    return results.length === 1 && results.every((result) => caps(view, { test: result, holds }, containers, site));
  }
  if (!holds && isSizeOf(view, node, containers, site)) return true;
  if (!tsc.isBinaryExpression(node)) return false;
  const left = isSizeOf(view, node.left, containers, site);
  if (!left && !isSizeOf(view, node.right, containers, site)) return false;
  const operator = node.operatorToken.kind;
  const equals = operator === SyntaxKind.EqualsEqualsEqualsToken || operator === SyntaxKind.EqualsEqualsToken;
  if (equals) return holds ? true : !isZero(view, left ? node.right : node.left);
  const less = operator === SyntaxKind.LessThanToken || operator === SyntaxKind.LessThanEqualsToken;
  const greater = operator === SyntaxKind.GreaterThanToken || operator === SyntaxKind.GreaterThanEqualsToken;
  return (less || greater) && (left ? less : greater) === holds;
}

/** Whether a size check on one of these containers must allow the node to run. */
export function isCapped(view: ProgramView, node: ts.Node, containers: ReadonlySet<ts.Declaration>): boolean {
  return conditionsInFrame(view.ts, node).some((condition) => caps(view, condition, containers, node));
}
