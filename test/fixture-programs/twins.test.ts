// Each leak that a release would end stands beside clean programs that end it in ways of their own: fixtures/twins.json names
// them and their idioms. That they are clean is for the prover to show; here it is that they are there and differ.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { marksOf, verdictOf } from '../../prove/expectation.js';
import plugin from '../../src/index.js';
import { expectationsOf } from './expectations.js';
import { findPrograms } from './find-programs.js';

const root = fileURLToPath(new URL('../../fixtures', import.meta.url));
const twins = JSON.parse(readFileSync(join(root, 'twins.json'), 'utf8')) as Readonly<Record<string, Readonly<Record<string, string>>>>;
const rules = new Set(['no-incomplete-release', 'no-ineffective-release', 'no-lost-handle', 'no-overlapping-schedule', 'no-unreleased-resource']);
const known = new Set(Object.keys(plugin.rules));
const fewest = 2;

interface Marked {
  readonly name: string;
  /** Whether one of the rules that ask for a release reports, or should. */
  readonly isLeak: boolean;
  /** Whether the prover has to find that nothing stays. */
  readonly isClean: boolean;
}

const programs = findPrograms(root).map(({ name, tsconfig }): Marked => {
  const source = join(dirname(tsconfig), 'src');
  const texts = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file) && !file.includes('node_modules'))
    .map((file) => ({ file, text: readFileSync(join(source, file), 'utf8') }));
  // What is only suspected may be proved all the same, and what is a leak need not be reported.
  const drive = join(dirname(tsconfig), 'drive.ts');
  const isProved = existsSync(drive);
  const saysLeak = isProved && readFileSync(drive, 'utf8').includes("verdict: 'leak'");
  const due = texts.flatMap(({ file, text }) => expectationsOf(file, text, known));
  return {
    name,
    isLeak: due.some(({ kind, rule }) => rules.has(rule) && (kind === 'leak' || kind === 'missed' || (kind === 'possible' && saysLeak))),
    isClean: isProved && !saysLeak && verdictOf(texts.flatMap(({ text }) => marksOf(text))) === 'clean',
  };
});
const clean = new Set(programs.filter(({ isClean }) => isClean).map(({ name }) => name));

describe('twins of leaks that a release would end', () => {
  it('stand beside every such leak and beside nothing else', () => {
    expect(Object.keys(twins)).toEqual(programs.filter(({ isLeak }) => isLeak).map(({ name }) => name));
  });

  it.each(Object.entries(twins))('of %s are clean and differ', (_, named) => {
    expect(Object.keys(named).filter((name) => !clean.has(name))).toEqual([]);
    expect(new Set(Object.values(named)).size).toBe(Object.keys(named).length);
    expect(Object.keys(named).length).toBeGreaterThanOrEqual(fewest);
  });
});
