// Runs the turns of one drive in equal windows and samples, after each window, what stays behind once the collector ran.
// A result close to its threshold is measured again with more turns, since noise shrinks with their number and growth does not.

import { setImmediate as nextTick } from 'node:timers/promises';
import type { Counted, Drive } from './drive.js';
import { growthPerTurn, isNear } from './growth.js';
import { payloadOf } from './payload.js';

const defaultTurnsPerWindow = 340;
const defaultBytesPerTurn = 200;
const countPerTurn = 0.2;
const windows = 5;
const moreTurns = 3;

/** What one fixture's program did with memory while it was driven. */
export interface Measurement {
  readonly bytesPerTurn: number;
  readonly countsPerTurn: Readonly<Record<string, number>>;
  readonly turns: number;
  /** Whether each of the things looked at grew, in the order bytes (unless only counts decide), then counts. */
  readonly grew: readonly boolean[];
}

interface Sample {
  readonly bytes: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** Measures a drive, at first with its own number of turns, then once more if the answer is not clear. */
export async function measure(drive: Drive, collect: () => void): Promise<Measurement> {
  const perWindow = drive.turnsPerWindow?.value ?? defaultTurnsPerWindow;
  const threshold = drive.bytesPerTurn?.value ?? defaultBytesPerTurn;
  let done = await runTurns(drive, 0, perWindow);
  let measured = await runWindows(drive, collect, { first: done, perWindow });
  if (drive.countOnly === undefined && isNear(measured.bytesPerTurn, threshold)) {
    done = measured.turns;
    measured = await runWindows(drive, collect, { first: done, perWindow: perWindow * moreTurns });
  }
  const counts = Object.values(measured.countsPerTurn).map((growth) => growth > countPerTurn);
  const grew = drive.countOnly === undefined ? [measured.bytesPerTurn > threshold, ...counts] : counts;
  return { ...measured, grew };
}

async function runWindows(drive: Drive, collect: () => void, span: { first: number; perWindow: number }): Promise<Omit<Measurement, 'grew'>> {
  const samples = [await sampleAfter(drive, collect)];
  let turns = span.first;
  for (let window = 0; window < windows; window++) {
    turns = await runTurns(drive, turns, span.perWindow);
    samples.push(await sampleAfter(drive, collect));
  }
  const names = Object.keys(samples[0]?.counts ?? {});
  const growthOf = (pick: (sample: Sample) => number): number => growthPerTurn(samples.map(pick), span.perWindow);
  return {
    bytesPerTurn: growthOf((sample) => sample.bytes),
    countsPerTurn: Object.fromEntries(names.map((name) => [name, growthOf((sample) => sample.counts[name] ?? 0)])),
    turns,
  };
}

async function runTurns(drive: Drive, first: number, amount: number): Promise<number> {
  for (let index = first; index < first + amount; index++) {
    await drive.turn(payloadOf(index), index);
    await nextTick();
  }
  return first + amount;
}

async function sampleAfter(drive: Drive, collect: () => void): Promise<Sample> {
  await drive.settle?.();
  let bytes = Infinity;
  for (let round = 0; round < 6; round++) {
    await nextTick();
    collect();
    const { heapUsed, external } = process.memoryUsage();
    const gain = bytes - (heapUsed + external);
    bytes = Math.min(bytes, heapUsed + external);
    if (round > 0 && gain < 1024) break;
  }
  return { bytes, counts: named(drive.count?.()) };
}

function named(counted: Counted | undefined): Readonly<Record<string, number>> {
  if (counted === undefined) return {};
  return typeof counted === 'number' ? { count: counted } : counted;
}
