import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { peel } from '../../typescript/syntax.js';

/** The text of the key by which a removal takes one entry; undefined when it takes whatever is there. */
export function keyOfRemoval(tsc: Compiler, removal: ts.Node): string | undefined {
  if (tsc.isCallExpression(removal)) return removal.arguments[0]?.getText();
  const target = tsc.isDeleteExpression(removal) ? peel(tsc, removal.expression) : undefined;
  return target !== undefined && tsc.isElementAccessExpression(target) ? target.argumentExpression.getText() : undefined;
}
