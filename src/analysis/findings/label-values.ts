/**
 * Whether the values that name a series are the turn's own data. Labels are meant to be few, and code that computes them
 * mostly sees to it; what is copied out of a request, a message or a connection is as many as there are of those.
 * Assumes that what a library hands to an entry point is such data. Gives up values that are computed on the way.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfTypeItself } from '../../typescript/rows-of.js';
import { type CallLike, frameOf, peel } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { callersOf } from '../graph/callers-of.js';
import { startsTurn } from '../graph/edge.js';

import { isFinite } from './finite-keys.js';

/** The variable that a chain of member reads starts from. */
function rootOf(view: ProgramView, expression: ts.Expression): ts.Identifier | undefined {
  const { ts: tsc } = view;
  let node = peel(tsc, expression);
  while (tsc.isPropertyAccessExpression(node) || tsc.isElementAccessExpression(node)) node = peel(tsc, node.expression);
  return tsc.isIdentifier(node) ? node : undefined;
}

function isFromEntry(view: ProgramView, declaration: ts.Declaration): boolean {
  const { ts: tsc } = view;
  let node: ts.Node = declaration;
  while (tsc.isBindingElement(node) || tsc.isBindingName(node)) node = node.parent;
  if (!tsc.isParameter(node)) return false;
  if (rowsOfTypeItself(view, view.checker.getTypeAtLocation(node), 'yields').length > 0) return true;
  return callersOf(view, frameOf(tsc, node)).some((edge) => startsTurn(edge) && edge.arguments === undefined);
}

function isTurnsOwn(view: ProgramView, expression: ts.Expression): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  if (isFinite(view, node)) return false;
  if (tsc.isTemplateExpression(node)) return node.templateSpans.some((span) => isTurnsOwn(view, span.expression));
  if (tsc.isBinaryExpression(node)) {
    // A fixed text that stands in for what is missing does not make the rest any fewer.
    const sides = [node.left, node.right].filter((side) => !isFinite(view, peel(tsc, side))).map((side) => isTurnsOwn(view, side));
    const joins = node.operatorToken.kind === tsc.SyntaxKind.PlusToken;
    return joins ? sides.includes(true) : sides.length > 0 && !sides.includes(false);
  }
  // What has no type was put there by the program.
  if ((view.checker.getTypeAtLocation(node).flags & tsc.TypeFlags.Any) !== 0) return false;
  const root = rootOf(view, node);
  const declaration = root === undefined ? undefined : declarationAt(view, root);
  if (declaration === undefined) return false;
  if (isFromEntry(view, declaration)) return true;
  const copied = tsc.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return copied !== undefined && frameOf(tsc, copied) === frameOf(tsc, node) && isTurnsOwn(view, copied);
}

function valuesIn(view: ProgramView, given: ts.Expression): readonly ts.Expression[] {
  const node = peel(view.ts, given);
  if (!view.ts.isObjectLiteralExpression(node)) return [node];
  return node.properties.flatMap((property) => {
    if (view.ts.isPropertyAssignment(property)) return [property.initializer];
    return view.ts.isShorthandPropertyAssignment(property) ? [property.name] : [];
  });
}

/** Whether a registration is told apart by label values none of which is seen to be the turn's own data. */
export function isDoubtfulKey(view: ProgramView, growth: GrowthSite): boolean {
  const keyedBy = growth.registers?.keyedBy;
  if (keyedBy === undefined || typeof keyedBy !== 'object' || 'member' in keyedBy) return false;
  const given = ((growth.node as CallLike).arguments ?? []).filter((_, i) => keyedBy.valuesOf === 'any' || keyedBy.valuesOf === i);
  return !given.flatMap((argument) => valuesIn(view, argument)).some((value) => isTurnsOwn(view, value));
}
