// Lints every fixture program under both presets and compares with the comments in its sources; then lints its files one by
// one in reverse order on a fresh program, because a report must not depend on which file was looked at first.

import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { expectationsOf, type Expectation } from './expectations.js';
import { findPrograms } from './find-programs.js';
import { lintProgram } from './lint-program.js';
import { ProgramPool } from './program-pool.js';
import { reportDiff, type Report } from './report-diff.js';

const root = fileURLToPath(new URL('../../fixtures', import.meta.url));
const programs = findPrograms(root);
const rules = new Set(Object.keys(plugin.rules));
const pool = new ProgramPool();
const known: Expectation[] = [];

const inOrder = (reports: readonly Report[]) => reports.map(({ file, line, rule, message }) => `${file}:${String(line)} ${rule} ${message}`).sort();

describe('fixture programs', () => {
  it('are there', () => {
    expect(programs.length).toBeGreaterThan(40);
  });

  it.each(programs.map((one) => [one.name, one] as const))('%s', async (name, { tsconfig, settings }) => {
    const program = pool.create(tsconfig);
    const source = join(dirname(tsconfig), 'src');
    const own = program.getSourceFiles().filter(({ fileName, isDeclarationFile }) => fileName.startsWith(`${source}/`) && !isDeclarationFile && !fileName.includes('/node_modules/'));
    const files = own.map(({ fileName }) => fileName);
    const expectations = own.flatMap(({ fileName, text }) => expectationsOf(relative(dirname(tsconfig), fileName), text, rules));
    known.push(...expectations.filter(({ reason }) => reason !== '').map((one) => ({ ...one, file: `${name}/${one.file}` })));

    const target = { tsconfig, program, settings };
    const recommended = await lintProgram(target, files, 'recommended');
    const strict = await lintProgram(target, files, 'strict');
    expect([...reportDiff(expectations, recommended, 'recommended'), ...reportDiff(expectations, strict, 'strict')]).toEqual([]);

    const reversed = await lintProgram({ ...target, program: pool.create(tsconfig) }, files.toReversed(), 'strict');
    expect(inOrder(reversed)).toEqual(inOrder(strict));
  });

  afterAll(() => {
    const count = (kind: Expectation['kind']) => String(known.filter((one) => one.kind === kind).length);
    for (const { kind, file, line, rule, reason } of known) console.log(`${kind} ${file}:${String(line)} ${rule} – ${reason}`);
    console.log(`fixtures: ${String(programs.length)} programs, ${count('missed')} known misses, ${count('false-alarm')} known false alarms`);
  });
});
