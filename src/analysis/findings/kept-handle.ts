/**
 * Whether a handle is put where it outlives the turn. Computes it for assignments to variables and fields that some loop
 * finds again. Assumes that whoever reads them there may let go of it, as what closes a connection before it reconnects does.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { frameOf } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { residencesOf } from '../graph/lifetime-of.js';
import type { Sighting } from '../graph/sighting.js';
import { slotsOf } from '../summaries/places-of.js';

/** Whether this sighting of what a registration returned keeps it beyond the turn. */
export function isKept(view: ProgramView, growth: GrowthSite, { expression, path }: Sighting): boolean {
  const { ts: tsc } = view;
  const assignment: ts.Node = expression.parent;
  if (path.length > 0 || !tsc.isBinaryExpression(assignment) || assignment.right !== expression) return false;
  if (assignment.operatorToken.kind < tsc.SyntaxKind.FirstAssignment || assignment.operatorToken.kind > tsc.SyntaxKind.LastAssignment) return false;
  const frame = frameOf(tsc, assignment);
  return slotsOf(view, assignment.left).some((place) => residencesOf(view, { frame, site: growth.node, place }, 'assign').length > 0);
}
