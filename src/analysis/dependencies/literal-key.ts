import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { peel } from '../../typescript/syntax.js';

/** The name in `object['name']`; undefined when the key is computed. */
export function literalKey(tsc: Compiler, access: ts.ElementAccessExpression): string | undefined {
  const key = peel(tsc, access.argumentExpression);
  return tsc.isStringLiteralLike(key) || tsc.isNumericLiteral(key) ? key.text : undefined;
}
