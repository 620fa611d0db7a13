import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { type Frame, isFunctionWithBody } from '../../typescript/syntax.js';

/** The `new Promise(…)` that runs this function at once as its executor. */
export function promiseOfExecutor(tsc: Compiler, frame: Frame): ts.NewExpression | undefined {
  if (!isFunctionWithBody(tsc, frame) || !tsc.isNewExpression(frame.parent)) return undefined;
  const made = frame.parent;
  return made.arguments?.[0] === frame && /(?:^|\.)Promise$/u.test(made.expression.getText()) ? made : undefined;
}
