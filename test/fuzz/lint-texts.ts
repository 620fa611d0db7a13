// Lints source texts that lie on no disk with all rules at their most talkative, and tells what must never happen: a rule that
// throws into ESLint, or a crash of the engine that it reported instead.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import ts from 'typescript';
import plugin from '../../src/index.js';
import { ProgramPool } from '../fixture-programs/program-pool.js';

const folder = fileURLToPath(new URL('../../virtual', import.meta.url));
const pool = new ProgramPool();
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  types: ['node'],
  typeRoots: [fileURLToPath(new URL('../../node_modules/@types', import.meta.url))],
  strict: true,
  allowJs: true,
  experimentalDecorators: true,
  jsx: ts.JsxEmit.Preserve,
  noEmit: true,
};

/** What linting a set of texts showed. */
export interface LintedTexts {
  /** Engine crashes that were caught and reported, by file and message. */
  readonly crashes: readonly string[];
  /** Files that parsed, so that rules saw them. */
  readonly parsed: readonly string[];
  /** Reports of growth, as `file:line rule`. */
  readonly reports: readonly string[];
}

/** Lints every text as one program; an exception that a rule lets through reaches the caller. */
export function lintTexts(texts: Readonly<Record<string, string>>): LintedTexts {
  const program = pool.createFromTexts(folder, texts, options);
  const linter = new Linter({ cwd: folder });
  const config = defineConfig({
    files: ['**/*.{ts,tsx,mts,cts,js,mjs,cjs}'],
    extends: [plugin.configs.strict],
    languageOptions: { parser, parserOptions: { programs: [program] } },
  });
  const all = Object.entries(texts).flatMap(([name, text]) => linter.verify(text, config, { filename: join(folder, name) }).map((message) => ({ name, ...message })));
  const unseen = all.find(({ ruleId, fatal }) => ruleId === null && fatal !== true);
  if (unseen !== undefined) throw new Error(`${unseen.name}: ${unseen.message}`);
  return {
    crashes: all.filter(({ messageId }) => messageId === 'internalError').map(({ name, message }) => `${name}: ${message}`),
    parsed: Object.keys(texts).filter((name) => !all.some((one) => one.name === name && one.fatal === true)),
    reports: all.filter(({ ruleId, messageId }) => ruleId !== null && messageId !== 'internalError').map(({ name, line, ruleId }) => `${name}:${String(line)} ${String(ruleId)}`),
  };
}
