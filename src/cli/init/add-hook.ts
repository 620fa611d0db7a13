import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { CouldNotRunError } from '../could-not-run.js';

const pattern = '*.{ts,mts,cts,tsx,js,mjs,cjs,jsx}';
/** Staged files that the config leaves out are no news at each commit. */
const command = 'eslint --no-warn-ignored';
const ownFiles = ['.lintstagedrc', '.lintstagedrc.json', '.lintstagedrc.js', '.lintstagedrc.mjs', 'lint-staged.config.js', 'lint-staged.config.mjs'];

const preCommitConfig = '.pre-commit-config.yaml';

interface Manifest {
  'lint-staged'?: unknown;
}

function runsEslint(commands: unknown): boolean {
  return [commands].flat().some((command) => typeof command === 'string' && /\beslint\b/u.test(command));
}

/**
 * Makes lint-staged run ESLint on what is committed, in package.json, where no entry does yet. Tells what it did.
 * @throws {CouldNotRunError} when lint-staged is configured in a way that only its owner can extend.
 */
export function addHook(folder: string): string {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) throw new CouldNotRunError(`No package.json in ${folder} to add lint-staged to. Run npm init first.`);
  const other = ownFiles.find((name) => existsSync(join(folder, name)));
  if (other !== undefined) throw new CouldNotRunError(`lint-staged is configured in ${other}. Add there: '${pattern}': '${command}'`);
  const text = readFileSync(path, 'utf8');
  const manifest = JSON.parse(text) as Manifest;
  const known: unknown = manifest['lint-staged'] ?? {};
  if (typeof known !== 'object' || known === null || Array.isArray(known)) throw new CouldNotRunError(`"lint-staged" in package.json is no object. Add there: "${pattern}": "${command}"`);
  const entries = known as Record<string, unknown>;
  if (Object.values(entries).some(runsEslint)) return 'package.json: lint-staged already runs eslint';
  manifest['lint-staged'] = { ...entries, [pattern]: pattern in entries ? [entries[pattern], command].flat() : command };
  const indent = /^([\t ]+)"/mu.exec(text)?.[1] ?? '  ';
  writeFileSync(path, JSON.stringify(manifest, undefined, indent) + (text.endsWith('\n') ? '\n' : ''));
  return 'package.json: lint-staged runs eslint on what is committed; npx husky init, and "npx lint-staged" in .husky/pre-commit, set the hook';
}

/** What to run to have leaks refused at the commit, at the root of a repository where no hook is seen that may do so. */
export function offeredHook(folder: string): string | undefined {
  if (!existsSync(join(folder, '.git')) || [...ownFiles, preCommitConfig].some((name) => existsSync(join(folder, name)))) return undefined;
  const path = join(folder, 'package.json');
  const manifest = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Manifest) : undefined;
  if (manifest === undefined || 'lint-staged' in manifest) return undefined;
  return 'to refuse leaks at the commit too: npx eslint-plugin-leaks init --hook';
}
