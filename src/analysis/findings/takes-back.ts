/**
 * Whether running code takes something back from others: a registration, an entry of its own, or by telling whoever
 * listens. Computes it from the names of calls that models know to undo something, and from removals that name `this`.
 * Assumes that such a name means the same everywhere. Gives up calls nested deeper than the limit.
 */
import type ts from 'typescript';

import { perProgram, type ProgramView } from '../../typescript/program-view.js';
import { isCallLike, isWithin, peel } from '../../typescript/syntax.js';
import { calleesOf } from '../summaries/callees-of.js';

import { callsInside } from './calls-inside.js';

const deepest = 3;

const announcers: ReadonlySet<string> = new Set(['dispatchEvent', 'emit']);

const removers: ReadonlySet<string> = new Set(['delete', 'splice']);

/** Every name by which some model says that something is taken back. */
const undoers = perProgram((view): ReadonlySet<string> => {
  const rows = [...view.models.values()].flatMap((library) => [...library.byMember.values()].flat());
  return new Set(rows.flatMap((row) => (row.kind === 'registers' ? [...(row.undone?.members ?? []), ...(row.undone?.result ?? []), ...(row.undone?.passedTo ?? [])] : [])));
});

function namesThis(view: ProgramView, node: ts.Node): boolean {
  return node.kind === view.ts.SyntaxKind.ThisKeyword || (view.ts.forEachChild(node, (child) => namesThis(view, child) || undefined) ?? false);
}

/** Whether a frame, or what it calls, takes something back from others or tells them. */
export function takesBack(view: ProgramView, frame: ts.Node, depth = 0): boolean {
  return callsInside(view, frame).some((call) => {
    const callee = peel(view.ts, call.expression);
    const name = view.ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
    if (announcers.has(name)) return true;
    if (removers.has(name) && call.arguments.some((argument) => namesThis(view, argument))) return true;
    const callees = calleesOf(view, call);
    if (callees.length === 0) return undoers(view).has(name) && isCallLike(view.ts, call);
    return depth < deepest && callees.some((inner) => !isWithin(frame, inner) && takesBack(view, inner, depth + 1));
  });
}
