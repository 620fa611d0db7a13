/**
 * Calls of memoized functions: each new key makes the function keep one more result. Computes them by following what a
 * memoizer returns to where it is called. Assumes the model's word on the key; gives up memoizers passed as values.
 */
import type ts from 'typescript';

import type { MemoizesRow, RegistersRow } from '../../models/schema.js';
import { perProgram, type ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import type { CallLike } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { callersOf } from '../graph/callers-of.js';
import { flowFrom } from '../graph/value-flow.js';

import { callsNamed, sets } from './calls-named.js';

function asRegistration(row: MemoizesRow): RegistersRow {
  const { on, keyedBy, undone, because } = row;
  return { kind: 'registers', on, what: 'an entry', into: 'receiver', keyedBy, ...(undone === undefined ? {} : { undone }), because };
}

function callsOf(view: ProgramView, maker: CallLike, row: MemoizesRow): readonly GrowthSite[] {
  const { ts: tsc } = view;
  const { sightings } = flowFrom(view, { expressions: [{ expression: maker, path: [] }] }, (frame) =>
    callersOf(view, frame).flatMap(({ site, pace }) => (pace === 'call' && tsc.isExpression(site) ? [site] : [])),
  );
  return sightings.flatMap(({ expression, path }) => {
    const call = expression.parent;
    if (path.length > 0 || !tsc.isCallExpression(call) || call.expression !== expression) return [];
    return [{ node: call, container: expression, kinds: [], gain: 'registration', assigns: false, means: 'call', key: call.arguments[row.keyedBy], values: [...call.arguments], registers: asRegistration(row) } as const];
  });
}

/** The calls of memoized functions, by the file they stand in. */
export const memoizedCalls = perProgram((view): ReadonlyMap<ts.SourceFile, readonly GrowthSite[]> => {
  const byFile = new Map<ts.SourceFile, GrowthSite[]>();
  for (const file of view.files) {
    for (const { call } of callsNamed(view, file, 'memoizes')) {
      const row = rowsOfCall(view, call, 'memoizes').rows.find(({ unless }) => unless === undefined || !sets(view, call, unless));
      if (row === undefined || (row.resolver !== undefined && call.arguments?.[row.resolver] !== undefined)) continue;
      for (const site of callsOf(view, call, row)) {
        const home = site.node.getSourceFile();
        byFile.set(home, [...(byFile.get(home) ?? []), site]);
      }
    }
  }
  return byFile;
});
