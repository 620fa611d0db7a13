import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { widest } from '../../typescript/syntax.js';
import { removalAt } from '../facts/removal-at.js';
import { selfGrowth } from '../facts/self-growth.js';
import type { Sighting } from '../graph/sighting.js';

/** What cuts or replaces a list of an owner, that holds what is registered with it: `router.stack = []`. */
export function emptiedList(view: ProgramView, { expression, path }: Sighting, lists: readonly string[]): ts.Node | undefined {
  const { ts: tsc } = view;
  const access = expression.parent;
  if (path.length > 0 || !tsc.isPropertyAccessExpression(access) || access.expression !== expression || !lists.includes(access.name.text)) return undefined;
  const list = widest(tsc, access);
  const { parent } = list;
  const isReplaced = tsc.isBinaryExpression(parent) && parent.left === list && parent.operatorToken.kind === tsc.SyntaxKind.EqualsToken;
  return isReplaced && selfGrowth(tsc, parent) === undefined ? parent : removalAt(tsc, list, 'element');
}
