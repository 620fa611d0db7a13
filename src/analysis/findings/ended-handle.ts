/**
 * Whether what a handle stood for is over by the time the handle is overwritten. Computes it for loops that go round because
 * the thing itself said so: its `close` brings the reconnect. Assumes that after any event but those that a model names as
 * survived it holds nothing more. Gives up ways through timers that are longer than the limit.
 */
import type ts from 'typescript';

import type { RegistersRow } from '../../models/schema.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { isCallLike, peel } from '../../typescript/syntax.js';
import type { Edge } from '../graph/edge.js';
import { liveCallersOf } from '../graph/live-callers-of.js';
import type { Recurrence } from '../graph/recurrence.js';

const deepest = 4;

/** The registrations through which the loop comes round, and what leads to a timer it waits for. */
function edgesOf(view: ProgramView, { entry, path }: Recurrence): readonly Edge[] {
  const edges = [...(entry === undefined ? [] : [entry]), ...path];
  let last = entry?.pace === 'once' ? [entry] : [];
  for (let depth = 0; depth < deepest && last.length > 0; depth += 1) {
    last = last.flatMap(({ frame }) => liveCallersOf(view, frame)).filter((edge) => !edges.some((known) => known.site === edge.site));
    edges.push(...last);
  }
  return edges;
}

/** Whether the turns of this loop begin when what the handles denote has ended. */
export function hasEnded(view: ProgramView, { survives = [] }: Pick<RegistersRow, 'survives'>, recurrence: Recurrence, handles: ReadonlySet<ts.Node>): boolean {
  const { ts: tsc } = view;
  return edgesOf(view, recurrence).some(({ site }) => {
    const callee = isCallLike(tsc, site) ? peel(tsc, site.expression) : undefined;
    if (callee === undefined || !tsc.isPropertyAccessExpression(callee) || !isCallLike(tsc, site) || !handles.has(callee.expression)) return false;
    const [event] = site.arguments ?? [];
    return event === undefined || !tsc.isStringLiteralLike(event) || !survives.includes(event.text);
  });
}
