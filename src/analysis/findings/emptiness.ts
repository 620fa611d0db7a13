import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { peel } from '../../typescript/syntax.js';
import type { Condition } from '../facts/conditions-on.js';
import { unsetSwitch } from '../graph/once-guard.js';

/** The container that has to be empty for a condition to let code through: `list.length === 0`, `!set.size`, `set.size < 1`. */
export function emptyByCondition(view: ProgramView, condition: Condition): ts.Expression | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, condition.test);
  const isBelowOne = condition.holds && tsc.isBinaryExpression(node) && node.operatorToken.kind === tsc.SyntaxKind.LessThanToken && node.right.getText() === '1';
  const size = isBelowOne ? peel(tsc, node.left) : unsetSwitch(view, condition);
  const isSize = size !== undefined && tsc.isPropertyAccessExpression(size) && (size.name.text === 'length' || size.name.text === 'size');
  return isSize ? size.expression : undefined;
}
