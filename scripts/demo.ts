// `npm run demo`: lints the bundled example server with the recommended rules and prints what they find, a file at a time.

import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint, type Linter } from 'eslint';
import * as parser from '@typescript-eslint/parser';
import leaks from '../src/index.js';

const root = fileURLToPath(new URL('../fixtures/demo-server/ticket-desk/', import.meta.url));
const sources: Linter.Config = {
  files: ['**/*.ts'],
  languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: root } },
};
const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [sources, leaks.configs.recommended].flat() });
const results = await eslint.lintFiles(['src/**/*.ts']);

let count = 0;
for (const { filePath, messages } of results) {
  if (messages.length === 0) continue;
  count += messages.length;
  console.log(relative(root, filePath));
  for (const { line, column, ruleId, message } of messages) {
    console.log(`  ${`${String(line)}:${String(column)}`.padEnd(7)} ${ruleId ?? 'error'}\n          ${message}`);
  }
  console.log();
}
console.log(`${String(count)} ${count === 1 ? 'finding' : 'findings'} in ${String(results.length)} files of ${relative(process.cwd(), root) || root}`);
