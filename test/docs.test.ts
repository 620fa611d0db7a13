// Keeps `docs/rules/` true: a page for each rule, the same sections everywhere, and examples that compile and behave as the
// page says when the plugin lints them.

import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import plugin from '../src/index.js';
import { readRulePage } from './docs/rule-page.js';
import { lintProgram } from './fixture-programs/lint-program.js';
import { ProgramPool } from './fixture-programs/program-pool.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs/rules');
const pages = readdirSync(folder).map((file) => [basename(file, '.md'), readRulePage(readFileSync(join(folder, file), 'utf8'))] as const);
const sections = ['Why it leaks', 'Incorrect', 'Correct', 'What counts as a bound', 'What it cannot see', 'Options', 'When not to use it'];

mkdirSync(join(root, '.reports'), { recursive: true });
const scratch = mkdtempSync(join(root, '.reports/docs-'));
const pool = new ProgramPool();
const compilerOptions = {
  target: 'es2022',
  lib: ['es2023'],
  module: 'nodenext',
  types: ['node'],
  strict: true,
  skipLibCheck: true,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
};

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

describe('docs/rules', () => {
  it('has a page for each rule and a rule for each page', () => {
    expect(pages.map(([rule]) => rule).sort()).toEqual(Object.keys(plugin.rules).sort());
  });

  it.each(pages)('%s has its sections in order and at least two examples of each kind', (rule, page) => {
    expect(page.title).toBe(`leaks/${rule}`);
    expect(page.sections).toEqual(sections);
    for (const kind of ['Incorrect', 'Correct']) expect(page.blocks.filter(({ section }) => section === kind).length).toBeGreaterThanOrEqual(2);
  });

  const examples = pages.flatMap(([rule, { blocks }]) => blocks.map((block) => [`${rule}.md:${String(block.line)} (${block.section})`, rule, block] as const));
  it.each(examples)('%s', async (name, rule, { section, code }) => {
    const project = join(scratch, name.replace(/\W+/g, '-'));
    mkdirSync(project);
    const tsconfig = join(project, 'tsconfig.json');
    writeFileSync(tsconfig, JSON.stringify({ compilerOptions, files: ['server.ts'] }));
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(project, 'server.ts'), code);
    const program = pool.create(tsconfig);
    expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);

    const reports = await lintProgram({ tsconfig, program, settings: {} }, [join(project, 'server.ts')], 'recommended');
    const commented = code.split('\n').flatMap((text, index) => (text.includes(' // ') ? [index + 1] : []));
    if (section === 'Incorrect') expect(reports.map((report) => [report.rule, report.line])).toEqual(commented.map((line) => [rule, line]));
    else expect(reports).toEqual([]);
  });
});
