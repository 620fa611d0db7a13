// Lints the files of one program with the plugin, as a project that uses a preset would.

import { dirname, relative } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import { defineConfig } from 'eslint/config';
import type ts from 'typescript';
import plugin from '../../src/index.js';
import type { Preset } from './expectations.js';
import type { Report } from './report-diff.js';

/** A program and what its project sets. */
export interface LintTarget {
  readonly tsconfig: string;
  readonly program: ts.Program;
  /** The project's `settings.leaks`. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A report with the stretch of code it marks, counted from one as editors count. */
export interface PlacedReport extends Report {
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** All reports on these files under one preset, in the order of the files. */
export async function lintProgram({ tsconfig, program, settings }: LintTarget, files: readonly string[], preset: Preset): Promise<PlacedReport[]> {
  const cwd = dirname(tsconfig);
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: defineConfig({
      files: ['**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx}'],
      extends: [plugin.configs[preset]],
      languageOptions: { parser, parserOptions: { programs: [program] } },
      linterOptions: { reportUnusedDisableDirectives: 'error' },
      settings: { leaks: settings },
    }),
  });
  const reports: PlacedReport[] = [];
  for (const file of files) {
    const [result] = await eslint.lintFiles([file]);
    for (const { line, column, endLine = line, endColumn = column, ruleId, message } of result?.messages ?? []) {
      reports.push({ file: relative(cwd, file), line, column, endLine, endColumn, rule: ruleId?.replace(/^leaks\//, '') ?? 'eslint', message });
    }
  }
  return reports;
}
