// What `settings.leaks` of an ESLint config says counts for the command too, as the project's own ESLint reads it.

import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ownModelsProject, promisedReports } from '../docs/own-models-page.js';
import { runCommand } from './run-command.js';
import { eslintReports } from './run-eslint.js';
import { packedPackage } from './packed-package.js';
import { ScratchTree, tsconfig } from './scratch-tree.js';

const trees: ScratchTree[] = [];

function tree(files: Readonly<Record<string, string>>, where: 'inside' | 'outside' = 'inside'): ScratchTree {
  const made = new ScratchTree({ 'package.json': '{ "type": "module" }', 'tsconfig.json': tsconfig(), ...files }, where);
  trees.push(made);
  return made;
}

afterEach(() => {
  for (const made of trees.splice(0)) made.dispose();
});

function found(folder: string, args: readonly string[] = []): readonly string[] {
  const { out, err } = runCommand(folder, [...args, '--format', 'json']);
  expect(err).toBe('');
  const { findings } = JSON.parse(out) as { findings: readonly { file: string; line: number; rule: string }[] };
  return findings.map(({ file, line, rule }) => `${file}:${String(line)} ${rule}`);
}

const jobs = "const done: string[] = [];\nfunction work(job: string): void {\n  note(job);\n}\nfunction note(job: string): void {\n  done.push(job);\n}\nexport const table = { work };\n";
const naming = (entry: string): string => `export default [{ files: ['**/*.ts'], settings: { leaks: { entryPoints: ['${entry}'] } } }];\n`;
const leak = ['src/jobs.ts:6 leaks/no-module-growth'];

describe('settings of an ESLint config', () => {
  it('give the command the models of its owner, as they give them to ESLint', () => {
    const { folder } = tree(ownModelsProject);
    trees.at(-1)?.link('eslint-plugin-leaks', packedPackage().folder);
    expect(eslintReports(folder, ['src'])).toEqual(promisedReports);
    expect(found(folder)).toEqual(promisedReports);
    expect(found(folder, ['--no-config'])).toEqual([]);
  });

  it('hold for the files that the config says, and entry points of the command line are added', () => {
    const config = "console.log('loaded');\nexport default [{ files: ['src/jobs.ts'], settings: { leaks: { entryPoints: ['work'] } } }];\n";
    const { folder } = tree({ 'src/jobs.ts': jobs, 'src/other.ts': jobs.replace('{ work }', '{ other: work }'), 'eslint.config.js': config });
    expect(found(folder)).toEqual(leak);
    expect(found(folder, ['--entry-point', 'src/other.ts#work'])).toEqual([...leak, 'src/other.ts:6 leaks/no-module-growth']);
    expect(runCommand(folder, ['--explain', 'src/jobs.ts:6']).out).toContain('\nReported: ');
  });

  it('come from the folder of the command, from that of the tsconfig, or from the config that is named', () => {
    const { folder } = tree({ 'app/tsconfig.json': tsconfig(), 'app/src/jobs.ts': jobs, 'app/eslint.config.js': naming('work'), 'strict.config.js': naming('nobody') });
    expect(found(folder)).toEqual(leak.map((line) => `app/${line}`));
    expect(found(join(folder, 'app'))).toEqual(leak);
    expect(found(folder, ['--config', 'strict.config.js'])).toEqual([]);
  });

  it.each([
    ['a config that throws', "throw new Error('no such luck');\n", [], 'cannot be read: no such luck\nMend that, or run the command with --no-config.\n'],
    ['settings that make no sense', "export default [{ files: ['**/*.ts'], settings: { leaks: { entries: [] } } }];\n", [], 'settings.leaks has the unknown key entries; known are entryPoints and models.\n'],
    ['a config that is not there', naming('work'), ['--config', 'none.js'], '--config none.js: no such file.\n'],
    ['both ways at once', naming('work'), ['--config', 'eslint.config.js', '--no-config'], '--config names an ESLint config and --no-config none: give one of them.\n'],
  ])('end the command with what is wrong: %s', (_, config, args, told) => {
    const { folder } = tree({ 'src/jobs.ts': jobs, 'eslint.config.js': config });
    const { code, err } = runCommand(folder, args);
    expect(code).toBe(2);
    expect(err).toContain(told);
  });

  it('do not count where ESLint is not installed, unless the config is named', () => {
    const { folder } = tree({ 'src/jobs.ts': jobs, 'eslint.config.js': naming('work') }, 'outside');
    expect(runCommand(folder, []).code).toBe(0);
    expect(runCommand(folder, ['--config', 'eslint.config.js'])).toMatchObject({ code: 2, err: '--config eslint.config.js: eslint, which reads it, is not installed: npm install --save-dev eslint\n' });
  });

  it('are told to be idle where a row can never apply', () => {
    const files = Object.fromEntries(Object.entries(ownModelsProject).map(([name, text]) => [name, text.replace('Bus#tap', 'Bus#listen')]));
    const { folder } = tree(files);
    trees.at(-1)?.link('eslint-plugin-leaks', packedPackage().folder);
    expect(runCommand(folder, []).err).toBe('settings.leaks.models[0].rows[1].on: acme-bus declares no Bus#listen. See docs/own-models.md.\n');
  });
});
