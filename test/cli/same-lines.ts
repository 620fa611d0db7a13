// What ESLint says of some files and what the command says of them, as lines that can be compared.

import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import { defineConfig } from 'eslint/config';
import { expect } from 'vitest';
import plugin from '../../src/index.js';
import { runCommand } from './run-command.js';

/** `file:line:column rule message`, as ESLint says it. */
export async function byEslint(cwd: string, paths: readonly string[], preset: 'recommended' | 'strict', parserOptions: parser.ParserOptions = { projectService: true }): Promise<readonly string[]> {
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: defineConfig({ files: ['**/*.{ts,cts,mts,js,cjs,mjs}'], extends: [plugin.configs[preset]], languageOptions: { parser, parserOptions } }),
  });
  const results = await eslint.lintFiles([...paths]);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${filePath.slice(cwd.length + 1)}:${String(line)}:${String(column)} ${String(ruleId)} ${message}`),
  );
}

interface JsonFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly message: string;
}

/** The same of the command, which must have nothing to complain of. */
export function byCommand(cwd: string, paths: readonly string[], more: readonly string[] = []): readonly string[] {
  const { out, err } = runCommand(cwd, [...paths, '--format', 'json', ...more]);
  expect(err).toBe('');
  return asLines(out);
}

/** The findings of the command's JSON. */
export function asLines(json: string): readonly string[] {
  const { findings } = JSON.parse(json) as { findings: readonly JsonFinding[] };
  return findings.map(({ file, line, column, rule, message }) => `${file}:${String(line)}:${String(column)} ${rule} ${message}`);
}
