import { describe, expect, test } from 'vitest';
import { measure } from '../../prove/measure.js';

const few = { turnsPerWindow: { value: 10, because: 'speed' } };
const collect = (): void => undefined;

describe('measure', () => {
  test('sees a count that grows each turn', async () => {
    let held = 0;
    const measured = await measure({ ...few, turn: () => held++, count: () => held, countOnly: 'no bytes here' }, collect);
    expect(measured).toMatchObject({ countsPerTurn: { count: 1 }, grew: [true], turns: 60 });
  });

  test('tells the counts apart by name', async () => {
    let held = 0;
    const drive = { ...few, turn: () => held++, count: () => ({ held, slots: 3 }), countOnly: 'no bytes here' };
    expect(await measure(drive, collect)).toMatchObject({ countsPerTurn: { held: 1, slots: 0 }, grew: [true, false] });
  });

  test('gives every turn a payload of its own', async () => {
    const seen = new Set<string>();
    const measured = await measure({ ...few, turn: (payload) => seen.add(payload), count: () => 0, countOnly: 'no bytes here' }, collect);
    expect(seen.size).toBe(measured.turns);
  });
});
