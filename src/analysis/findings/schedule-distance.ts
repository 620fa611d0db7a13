/**
 * How far apart a schedule starts the runs of its job. Computes milliseconds from what the model says holds the pace: a
 * number, a cron expression, an object of units, a phrase. Assumes that a date in place of an expression means one run.
 */
import type ts from 'typescript';

import type { Every } from '../../models/schema.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type CallLike, peel } from '../../typescript/syntax.js';

import { cronDistance } from './cron-distance.js';
import { constantOf } from './known-constant.js';
import { literalBehind, memberOfLiteral, writtenOption } from './written-option.js';

/** The time between two runs in milliseconds; `even` when it is always the same. */
export interface Distance {
  readonly shortest: number;
  readonly even: boolean;
}

/** A distance, or why there is none: it runs once, or nobody can tell. */
export type Pacing = Distance | 'once' | 'unknown';

const units: Readonly<Record<string, number>> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};

function ofPhrase(text: string): Pacing {
  const [, amount, unit = ''] = /^(?:(\d+(?:\.\d+)?)\s+)?([a-z]+?)s?$/u.exec(text.trim().toLowerCase()) ?? [];
  const size = units[unit];
  if (size !== undefined) return { shortest: Number(amount ?? 1) * size, even: true };
  return ofCron(text);
}

function ofCron(text: string): Pacing {
  if (/^\d{4}-\d{2}/u.test(text)) return 'once';
  const distance = cronDistance(text);
  return distance === undefined ? 'unknown' : { shortest: distance.shortest, even: distance.shortest === distance.longest };
}

function ofDuration(view: ProgramView, given: ts.Expression): Pacing {
  const literal = literalBehind(view, given);
  if (literal === undefined) return 'unknown';
  let total = 0;
  for (const [unit, size] of Object.entries(units)) {
    const written = memberOfLiteral(view, literal, `${unit}s`);
    if (written === 'absent') continue;
    const amount = written === 'unknown' ? undefined : constantOf(view, written);
    if (typeof amount !== 'number') return 'unknown';
    total += amount * size;
  }
  return { shortest: total, even: true };
}

function isDate(view: ProgramView, given: ts.Expression): boolean {
  const type = view.checker.getTypeAtLocation(peel(view.ts, given));
  return type.getProperty('getTime') !== undefined || type.getProperty('toMillis') !== undefined;
}

/** The pace at which a call, a construction or a decorator starts runs. */
export function pacingOf(view: ProgramView, call: CallLike, every: Every): Pacing {
  const argument = every.argument < 0 ? call.arguments?.at(every.argument) : call.arguments?.[every.argument];
  if (argument === undefined) return every.as === 'milliseconds' ? { shortest: 1, even: true } : 'unknown';
  const given = every.member === undefined ? argument : writtenOption(view, argument, every.member);
  if (typeof given === 'string') return 'unknown';
  if (every.as === 'duration') return ofDuration(view, given);
  if (every.as === 'cron' && isDate(view, given)) return 'once';
  const value = constantOf(view, given);
  if (typeof value === 'number') return every.as === 'cron' ? 'unknown' : { shortest: Math.max(1, value), even: true };
  if (value === undefined) return 'unknown';
  return every.as === 'milliseconds' ? 'unknown' : every.as === 'phrase' ? ofPhrase(value) : ofCron(value);
}
