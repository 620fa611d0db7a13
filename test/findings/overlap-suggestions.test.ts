// The change an editor offers for a schedule whose library has an option, and that nothing is left to report once it is made.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import * as parser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import ts from 'typescript';
import { afterAll, expect, it } from 'vitest';

import plugin from '../../src/index.js';
import { ScratchProject } from '../typed-lint/scratch-project.js';

const project = new ScratchProject({});
const { folder } = project;
const file = join(folder, 'main.ts');
const work = `async function sync(): Promise<void> {\n  await fetch('http://orders.internal/');\n}\n`;

afterAll(() => {
  project.dispose();
});

async function messagesFor(text: string): Promise<readonly Linter.LintMessage[]> {
  writeFileSync(file, text);
  const options: ts.CompilerOptions = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, strict: true, experimentalDecorators: true, types: ['node'] };
  const program = ts.createProgram([file], options);
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: defineConfig({ files: ['**/*.ts'], extends: [plugin.configs.strict], languageOptions: { parser, parserOptions: { programs: [program] } } }),
  });
  const [result] = await eslint.lintFiles([file]);
  return result?.messages ?? [];
}

it.each([
  ['an option beside others', `import cron from 'node-cron';\n${work}cron.schedule('* * * * *', sync, { timezone: 'UTC' });\n`, `cron.schedule('* * * * *', sync, { noOverlap: true, timezone: 'UTC' });`],
  ['options that were left out', `import cron from 'node-cron';\n${work}cron.schedule('* * * * *', sync);\n`, `cron.schedule('* * * * *', sync, { noOverlap: true });`],
  ['empty options', `import cron from 'node-cron';\n${work}cron.schedule('* * * * *', sync, {});\n`, `cron.schedule('* * * * *', sync, { noOverlap: true });`],
  ['options before the job', `import { Cron } from 'croner';\n${work}new Cron('* * * * *', { name: 'sync' }, sync);\n`, `new Cron('* * * * *', { protect: true, name: 'sync' }, sync);`],
  ['an object that holds the job too', `import { CronJob } from 'cron';\n${work}CronJob.from({ cronTime: '* * * * *', onTick: sync });\n`, `CronJob.from({ waitForCompletion: true, cronTime: '* * * * *', onTick: sync });`],
  ['a decorator', `import { Cron } from '@nestjs/schedule';\n${work}export class Jobs {\n  @Cron('* * * * *')\n  run(): Promise<void> {\n    return sync();\n  }\n}\n`, `@Cron('* * * * *', { waitForCompletion: true })`],
])('adds the guard to %s', async (_, text, changed) => {
  const [message, ...others] = await messagesFor(text);
  expect(others).toEqual([]);
  expect(message?.ruleId).toBe('leaks/no-overlapping-schedule');
  const [suggestion] = message?.suggestions ?? [];
  if (suggestion === undefined) throw new Error('no suggestion');
  const { range, text: inserted } = suggestion.fix;
  const after = `${text.slice(0, range[0])}${inserted}${text.slice(range[1])}`;
  expect(after).toContain(changed);
  expect(await messagesFor(after)).toEqual([]);
});

it.each([
  ['setInterval has no option', `${work}setInterval(sync, 1000);\nexport {};\n`],
  ['the promise would still be lost', `import cron from 'node-cron';\n${work}cron.schedule('* * * * *', () => void sync());\n`],
  ['the option was switched off on purpose', `import cron from 'node-cron';\n${work}cron.schedule('* * * * *', sync, { noOverlap: false });\n`],
])('offers nothing where %s', async (_, text) => {
  const [message] = await messagesFor(text);
  expect(message?.ruleId).toBe('leaks/no-overlapping-schedule');
  expect(message?.suggestions ?? []).toEqual([]);
});
