import type ts from 'typescript';

import { containerKindOf } from '../../typescript/container-kind.js';
import type { ProgramView } from '../../typescript/program-view.js';
import type { Sighting } from '../graph/sighting.js';

/** How something is put where only its key finds it again: `timers.set(room, timer)`, `timers[room] = timer`. */
export interface KeyedPut {
  readonly node: ts.BinaryExpression | ts.CallExpression;
  readonly container: ts.Expression;
  readonly key: ts.Expression;
  /** How the code reads what lies there. */
  readonly slot: string;
}

/** The store under a key that this sighting of a value is. */
export function keyedPutOf(view: ProgramView, { expression, path }: Sighting): KeyedPut | undefined {
  const { ts: tsc } = view;
  const node: ts.Node = expression.parent;
  if (path.length > 0) return undefined;
  if (tsc.isBinaryExpression(node)) {
    const { left, operatorToken, right } = node;
    if (right !== expression || operatorToken.kind !== tsc.SyntaxKind.EqualsToken || !tsc.isElementAccessExpression(left)) return undefined;
    const key = left.argumentExpression;
    return tsc.isLiteralExpression(key) ? undefined : { node, container: left.expression, key, slot: left.getText() };
  }
  if (!tsc.isCallExpression(node) || !tsc.isPropertyAccessExpression(node.expression)) return undefined;
  const { name, expression: container } = node.expression;
  const [key, value] = node.arguments;
  if (name.text !== 'set' || key === undefined || value !== expression || containerKindOf(view, container) !== 'map') return undefined;
  return { node, container, key, slot: `${container.getText()}.get(${key.getText()})` };
}
