// No input may crash or hang a rule: not the hostile programs somebody thought of, not real ones with damage, not arbitrary
// ones. A crash that the engine catches and reports as an internal error fails here as well.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { hostileTexts } from './hostile-texts.js';
import { LintBench } from './lint-bench.js';
import { damaged } from './mutations.js';
import { arbitraryProgram } from './programs.js';

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));
const realTexts = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && file.includes('/src/'))
  .sort()
  .map((file) => readFileSync(join(fixtures, file), 'utf8'));
const smallHostileTexts = Object.values(hostileTexts).flatMap((texts) => Object.values(texts).filter(({ length }) => length < 3000));

const caller = `import * as all from './hostile.js';\nconst kept: unknown[] = [];\nexport function visit(x: unknown) { kept.push(x, all); }\n`;
const beside = `const kept: unknown[] = [];\nexport function visit(x: string) { kept.push(x); }\n`;
const limit = 30_000;
const bench = new LintBench();

afterAll(() => {
  bench.close();
});

/** Checks a property for about eight seconds, from a seed that a failing run prints and `FUZZ_SEED` sets. */
async function check(property: fc.IAsyncProperty<[string]>): Promise<void> {
  const seed = Number(process.env.FUZZ_SEED ?? 1);
  await fc.assert(property, { seed, numRuns: 120, plugins: [fc.interruptAfterTimeLimit(8_000)], endOnFailure: true });
}

async function expectToSurvive(texts: Readonly<Record<string, string>>): Promise<void> {
  const { crashes } = await bench.lint(texts, limit);
  expect(crashes).toEqual([]);
}

describe('hostile input', () => {
  it.each(Object.entries(hostileTexts))('survives %s, and sees the leak of a file beside it', async (_what, texts) => {
    const { crashes, reports } = await bench.lint({ ...texts, 'beside.ts': beside }, limit);
    expect(crashes).toEqual([]);
    expect(reports).toContain('beside.ts:2 leaks/no-module-growth');
  });

  it('survives real files with damage, and files that import them', async () => {
    await check(fc.asyncProperty(damaged([...realTexts, ...smallHostileTexts]), (text) => expectToSurvive({ 'hostile.ts': text, 'caller.ts': caller })));
  });

  it('survives real files cut off anywhere', async () => {
    const cut = fc.tuple(fc.constantFrom(...realTexts), fc.double({ min: 0, max: 1, noNaN: true })).map(([text, end]) => text.slice(0, Math.floor(end * text.length)));
    await check(fc.asyncProperty(cut, (text) => expectToSurvive({ 'hostile.ts': text, 'caller.ts': caller })));
  });

  it('survives arbitrary programs, most of which parse', async () => {
    let parsed = 0;
    let runs = 0;
    await check(
      fc.asyncProperty(arbitraryProgram, async (text) => {
        const linted = await bench.lint({ 'hostile.ts': text }, limit);
        runs += 1;
        parsed += linted.parsed.length;
        expect(linted.crashes).toEqual([]);
      }),
    );
    expect(parsed).toBeGreaterThan(runs / 2);
  });
});
