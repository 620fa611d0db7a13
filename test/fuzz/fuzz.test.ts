// No input may crash a rule: not the hostile programs somebody thought of, not real ones with damage, not arbitrary ones. A
// crash that the engine catches and reports as an internal error fails here as well.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileTexts } from './hostile-texts.js';
import { lintTexts } from './lint-texts.js';
import { damaged } from './mutations.js';
import { arbitraryProgram } from './programs.js';

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));
const realTexts = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && file.includes('/src/'))
  .sort()
  .map((file) => readFileSync(join(fixtures, file), 'utf8'));

const caller = `import * as all from './hostile.js';\nconst kept: unknown[] = [];\nexport function visit(x: unknown) { kept.push(x, all); }\n`;
const seed = Number(process.env.FUZZ_SEED ?? 1);
const parameters = (numRuns: number): fc.Parameters => ({ seed, numRuns, interruptAfterTimeLimit: 10_000, endOnFailure: true });

describe('hostile input', () => {
  it.each(Object.entries(hostileTexts))('survives %s', (_what, texts) => {
    expect(lintTexts(texts).crashes).toEqual([]);
  });

  it.each(Object.entries(hostileTexts))('still sees the leak of a file beside %s', (_what, texts) => {
    const { crashes, reports } = lintTexts({ ...texts, 'beside.ts': `const kept: unknown[] = [];\nexport function visit(x: string) { kept.push(x); }\n` });
    expect(crashes).toEqual([]);
    expect(reports).toContain('beside.ts:2 leaks/no-module-growth');
  });

  it('survives real files with damage, and files that import them', () => {
    fc.assert(
      fc.property(damaged([...realTexts, ...Object.values(hostileTexts).flatMap((texts) => Object.values(texts).filter(({ length }) => length < 3000))]), (text) => {
        expect(lintTexts({ 'hostile.ts': text, 'caller.ts': caller }).crashes).toEqual([]);
      }),
      parameters(120),
    );
  });

  it('survives real files cut off anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...realTexts), fc.double({ min: 0, max: 1, noNaN: true }), (text, end) => {
        expect(lintTexts({ 'hostile.ts': text.slice(0, Math.floor(end * text.length)), 'caller.ts': caller }).crashes).toEqual([]);
      }),
      parameters(80),
    );
  });

  it('survives arbitrary programs', () => {
    let parsed = 0;
    let runs = 0;
    fc.assert(
      fc.property(arbitraryProgram, (text) => {
        const linted = lintTexts({ 'hostile.ts': text });
        runs += 1;
        parsed += linted.parsed.length;
        expect(linted.crashes).toEqual([]);
      }),
      parameters(120),
    );
    expect(parsed).toBeGreaterThan(runs / 2);
  });
});
