/**
 * How a handle is put where it outlives the turn. Computes it for assignments to variables and fields that some loop
 * finds again. Assumes that whoever reads them there may let go of it, as what closes a connection before it reconnects does.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import type { Sighting } from '../graph/sighting.js';

import { slotTurnsOf } from './slot-turns.js';

/** The assignment by which this sighting of what a registration returned keeps it beyond the turn. */
export function keptBy(view: ProgramView, { expression, path }: Sighting): ts.BinaryExpression | undefined {
  const { ts: tsc } = view;
  const assignment: ts.Node = expression.parent;
  if (path.length > 0 || !tsc.isBinaryExpression(assignment) || assignment.right !== expression) return undefined;
  if (assignment.operatorToken.kind < tsc.SyntaxKind.FirstAssignment || assignment.operatorToken.kind > tsc.SyntaxKind.LastAssignment) return undefined;
  return slotTurnsOf(view, assignment).length > 0 ? assignment : undefined;
}
