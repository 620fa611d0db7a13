import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfTypeItself } from '../../typescript/rows-of.js';
import { frameOf, isFunctionWithBody, peel } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { liveCallersOf } from '../graph/live-callers-of.js';
import type { Recurrence } from '../graph/recurrence.js';

import { callsInside } from './calls-inside.js';

/** Whether code that calls the growing code, or that code itself, brings the good end about before it waits for anything. */
export function endsAtOnce(view: ProgramView, { node }: GrowthSite, { path }: Recurrence): boolean {
  const { ts: tsc } = view;
  const own = frameOf(tsc, node);
  const frames = new Set([own, ...[...liveCallersOf(view, own), ...path].map((edge) => edge.frame)].filter((frame) => isFunctionWithBody(tsc, frame)));
  return [...frames].some((frame) =>
    callsInside(view, frame).some((call) => {
      const callee = peel(tsc, call.expression);
      if (frameOf(tsc, call) !== frame || !tsc.isPropertyAccessExpression(callee) || (tsc.getCombinedModifierFlags(frame) & tsc.ModifierFlags.Async) !== 0) return false;
      return rowsOfTypeItself(view, view.checker.getTypeAtLocation(callee.expression), 'ends').some(({ by }) => by?.includes(callee.name.text) ?? false);
    }),
  );
}
