/**
 * What the models say a call registers. Computes it from the callee, and for a member that only an interface of the
 * project names, from the classes that implement it. Assumes nominal use of interfaces.
 */
import type { RegistersRow } from '../../models/schema.js';
import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall, rowsOfType } from '../../typescript/rows-of.js';
import { type CallLike, peel } from '../../typescript/syntax.js';
import { heirsOf } from '../summaries/class-family.js';

/** The rows that speak of what a call registers. */
export function registeringRows(view: ProgramView, call: CallLike): readonly RegistersRow[] {
  const { rows } = rowsOfCall(view, call, 'registers');
  const callee = peel(view.ts, call.expression);
  if (rows.length > 0 || !view.ts.isPropertyAccessExpression(callee)) return rows;
  const owner = declarationAt(view, callee.name)?.parent;
  if (owner === undefined || !view.ts.isInterfaceDeclaration(owner)) return rows;
  return heirsOf(view, owner).flatMap((heir) => rowsOfType(view, view.checker.getTypeAtLocation(heir), callee.name.text, 'registers'));
}
