/**
 * Whether a chain that is appended to is held at its other end too. Computes it from what else gets the tail or the
 * new node: without a second holder the collector takes all but the last node. A list that grows at its head holds
 * itself.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { peel } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { referencesOf } from '../summaries/references.js';
import { valuesOf } from '../summaries/values-of.js';

function declarationOfName(view: ProgramView, expression: ts.Expression): ts.Declaration | undefined {
  const node = peel(view.ts, expression);
  const name = view.ts.isPropertyAccessExpression(node) ? node.name : node;
  return view.ts.isIdentifier(name) || view.ts.isPrivateIdentifier(name) ? declarationAt(view, name) : undefined;
}

function isGivenElsewhere(view: ProgramView, declaration: ts.Declaration, tail: string): boolean {
  const { ts: tsc } = view;
  return referencesOf(view, declaration).some((reference) => {
    const { parent } = reference;
    if (!tsc.isBinaryExpression(parent) || parent.right !== reference || parent.operatorToken.kind !== tsc.SyntaxKind.EqualsToken) return false;
    const target = parent.left.getText();
    return target !== tail && !target.startsWith(`${tail}.`);
  });
}

/** Whether somebody besides the tail holds the chain that a node growth appends to. */
export function isHeldChain(view: ProgramView, growth: GrowthSite): boolean {
  if (growth.means === '=') return true;
  const tail = declarationOfName(view, growth.container);
  const [value] = growth.values;
  const node = value === undefined ? undefined : declarationOfName(view, value);
  if (tail === undefined || node === undefined) return false;
  const text = growth.container.getText();
  const starts = valuesOf(view, tail).some(({ value: stored }) => {
    const from = declarationOfName(view, stored);
    return from !== undefined && from !== node;
  });
  return starts || isGivenElsewhere(view, node, text) || isGivenElsewhere(view, tail, text);
}
