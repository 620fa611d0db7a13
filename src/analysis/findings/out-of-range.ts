import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';

import type { NumberRange } from './number-range.js';

/** Whether no two numbers of these ranges compare as `<`, `<=`, `>` or `>=` asks, or as it asks not to. */
export function isOutOfRange({ SyntaxKind }: Compiler, operator: ts.SyntaxKind, holds: boolean, left: NumberRange, right: NumberRange): boolean {
  const noneLess = left.least >= right.most;
  const noneLessOrEqual = left.least > right.most;
  const noneGreater = left.most <= right.least;
  const noneGreaterOrEqual = left.most < right.least;
  if (operator === SyntaxKind.LessThanToken) return holds ? noneLess : noneGreaterOrEqual;
  if (operator === SyntaxKind.LessThanEqualsToken) return holds ? noneLessOrEqual : noneGreater;
  if (operator === SyntaxKind.GreaterThanToken) return holds ? noneGreater : noneLessOrEqual;
  return operator === SyntaxKind.GreaterThanEqualsToken && (holds ? noneGreaterOrEqual : noneLess);
}
