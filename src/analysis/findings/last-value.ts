import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { frameOf, peel } from '../../typescript/syntax.js';
import { isStraightBefore } from '../facts/straight-before.js';
import { valuesOf } from '../summaries/values-of.js';

/** The value that an assignment gave a local on the way to this use of it, when that way always passes the assignment. */
export function lastValueOf(view: ProgramView, name: ts.Identifier): ts.Expression | undefined {
  const declaration = declarationAt(view, name);
  const frame = frameOf(view.ts, name);
  if (declaration === undefined || !view.ts.isVariableDeclaration(declaration) || frameOf(view.ts, declaration) !== frame) return undefined;
  const earlier = valuesOf(view, declaration).filter(({ at }) => at.end <= name.pos);
  const last = earlier.reduce<(typeof earlier)[number] | undefined>((latest, store) => (latest === undefined || store.at.pos > latest.at.pos ? store : latest), undefined);
  if (last === undefined || last.at === declaration || frameOf(view.ts, last.at) !== frame) return undefined;
  return isStraightBefore(view.ts, last.at, name) ? peel(view.ts, last.value) : undefined;
}
