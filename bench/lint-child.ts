// The process of one measurement: lints the files of one tsconfig with one rule set and answers its parent with what that took.
// A process of its own, because the second lint in a process finds caches filled and memory used by the first.

import path from 'node:path';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import type { RuleSet } from './rule-set.js';
import { sourceFiles } from './source-files.js';

const [, , built, tsconfig, ruleSet] = process.argv;
if (built === undefined || tsconfig === undefined || process.send === undefined) throw new Error('start this file through the benchmark');

const folder = path.dirname(tsconfig);
const files = sourceFiles(tsconfig);
const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  allowInlineConfig: false,
  ignore: false,
  overrideConfig: {
    files: ['**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx}'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: [tsconfig], tsconfigRootDir: folder },
    },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    ...(await rulesOf(ruleSet as RuleSet, built)),
  },
});
const results = await eslint.lintFiles(files.map((file) => file.replaceAll(/[[\](){}*?!+\\]/g, String.raw`\$&`)));
const messages = results.flatMap((result) => result.messages);
const failures = messages.filter((message) => message.ruleId === null || message.message.startsWith('Internal error'));
const { userCPUTime, maxRSS } = process.resourceUsage();
process.send({
  files: results.length,
  cpu: userCPUTime / 1000,
  memory: maxRSS / 1024,
  reports: messages.length - failures.length,
  failures: failures.map((message) => message.message),
});

async function rulesOf(set: RuleSet, built: string): Promise<Pick<Linter.Config, 'plugins' | 'rules'>> {
  switch (set) {
    case 'none':
      return {};
    case 'reference':
      return {
        plugins: { '@typescript-eslint': tseslint.plugin },
        rules: { '@typescript-eslint/no-floating-promises': 'error' },
      };
    case 'plugin': {
      const { default: plugin } = (await import(built)) as { default: ESLint.Plugin };
      const names = Object.keys(plugin.rules ?? {});
      if (names.length === 0) throw new Error(`${built} has no rules`);
      return { plugins: { leaks: plugin }, rules: Object.fromEntries(names.map((name) => [`leaks/${name}`, 'error'])) };
    }
  }
}
