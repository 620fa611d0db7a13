// The process of an editor: opens a project, then changes one character of a file and lints that file, again and again, as an editor
// does while somebody types. Answers its parent with the time that the plugin's rules took after each edit, that of the reference
// rule in the same lints, and the memory held after collections on the way.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { sourceFiles } from './source-files.js';

/** What one session of edits took: milliseconds after each edit, and megabytes after the first edits and after the last. */
export interface EditSession {
  readonly plugin: readonly number[];
  readonly reference: readonly number[];
  readonly early: number;
  readonly late: number;
}

const reference = '@typescript-eslint/no-floating-promises';
/** Files that somebody has open in a day. */
const openFiles = 25;

const [, , built, tsconfig, count] = process.argv;
if (built === undefined || tsconfig === undefined || process.send === undefined) throw new Error('start this file through the benchmark');
const edits = Number(count);
const collect = globalThis.gc;
if (collect === undefined) throw new Error('start this file with --expose-gc');

const { default: leaks } = (await import(built)) as { default: ESLint.Plugin };
const names = Object.keys(leaks.rules ?? {});
const eslint = new ESLint({
  cwd: path.dirname(tsconfig),
  stats: true,
  overrideConfigFile: true,
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: path.dirname(tsconfig) } },
    plugins: { leaks, '@typescript-eslint': tseslint.plugin },
    rules: { [reference]: 'error', ...Object.fromEntries(names.map((name) => [`leaks/${name}`, 'error'])) },
  },
});

// A fixed sequence, so that every run edits the same places.
let state = 1;
const below = (limit: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return state % limit;
};

const all = sourceFiles(tsconfig);
const open = Array.from({ length: openFiles }, () => all[below(all.length)] ?? '').map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const plugin: number[] = [];
const others: number[] = [];
let early = 0;
const held = (): number => {
  collect();
  return process.memoryUsage().heapUsed / 1024 / 1024;
};
for (const { file, text } of open) await eslint.lintText(text, { filePath: file });
while (plugin.length < edits) {
  const { file, text } = open[below(open.length)] ?? { file: '', text: '' };
  const at = below(text.length);
  // A letter in a word: most other edits do not parse, and then no rule runs.
  if (!/[a-z]/u.test(text.charAt(at))) continue;
  const [result] = await eslint.lintText(`${text.slice(0, at)}x${text.slice(at)}`, { filePath: file });
  const rules = result?.stats?.times.passes[0]?.rules ?? {};
  if (rules[reference] === undefined) continue;
  plugin.push(names.reduce((sum, name) => sum + (rules[`leaks/${name}`]?.total ?? 0), 0));
  others.push(rules[reference].total);
  if (plugin.length === Math.ceil(edits / 5)) early = held();
}
process.send({ plugin, reference: others, early, late: held() } satisfies EditSession);
