import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { widest } from '../../typescript/syntax.js';

/** The call of one of these members, when the expression is its receiver; `cache.clear` goes through a property. */
export function memberCall(view: ProgramView, expression: ts.Expression, members: readonly string[], before = ''): ts.CallExpression | undefined {
  const { ts: tsc } = view;
  const access = expression.parent;
  if (!tsc.isPropertyAccessExpression(access) || access.expression !== expression) return undefined;
  const path = `${before}${access.name.text}`;
  const outer = widest(tsc, access);
  if (members.includes(path)) return tsc.isCallExpression(outer.parent) && outer.parent.expression === outer ? outer.parent : undefined;
  return members.some((member) => member.startsWith(`${path}.`)) ? memberCall(view, outer, members, `${path}.`) : undefined;
}
