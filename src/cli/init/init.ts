import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, posix } from 'node:path';
import { Project } from 'ts-morph';

import { findConfig } from '../config/find-config.js';
import { CouldNotRunError } from '../could-not-run.js';

import { addHook, offeredHook } from './add-hook.js';
import { extendConfig } from './extend-config.js';
import { includedFiles } from './included-files.js';
import { newConfig } from './new-config.js';

const needed = ['eslint', '@typescript-eslint/parser', 'typescript', 'eslint-plugin-leaks'];

function isModulePackage(folder: string): boolean {
  const path = join(folder, 'package.json');
  return existsSync(path) && (JSON.parse(readFileSync(path, 'utf8')) as { readonly type?: unknown }).type === 'module';
}

/** What the config imports and the folder does not have yet. */
function uninstalled(folder: string): readonly string[] {
  const require = createRequire(join(folder, 'package.json'));
  return needed.filter((name) => !(require.resolve.paths(name) ?? []).some((path) => existsSync(join(path, name))));
}

function create(folder: string): string {
  const name = isModulePackage(folder) ? 'eslint.config.js' : 'eslint.config.mjs';
  writeFileSync(join(folder, name), newConfig(includedFiles(folder)));
  return `${name}: written, with the preset recommended`;
}

function extend(path: string): string {
  const [folder, name] = [posix.dirname(path), posix.basename(path)];
  const file = new Project({ compilerOptions: { allowJs: true } }).addSourceFileAtPath(path);
  if (file.getFullText().includes('eslint-plugin-leaks')) return `${name}: has the plugin already`;
  const included = includedFiles(folder);
  const text = extendConfig(file, included);
  if (text === undefined) {
    throw new CouldNotRunError(`${name} exports something that init does not understand, and was left as it is. Add what these five lines say:\n\n${newConfig(included)}`);
  }
  writeFileSync(path, text);
  return `${name}: the preset recommended was added`;
}

/**
 * Adds the plugin to a folder's ESLint config, and its hook where that is asked for; else it offers one.
 * @throws {CouldNotRunError} when only a person can do it, with what to write.
 */
export function init(cwd: string, hook: boolean, stdout: Pick<NodeJS.WriteStream, 'write'>): 0 {
  const folder = cwd.replaceAll('\\', '/');
  const known = findConfig(folder);
  const done = [known === undefined ? create(folder) : extend(known)];
  if (hook) done.push(addHook(folder));
  const absent = uninstalled(folder);
  const offer = hook ? undefined : offeredHook(folder);
  if (offer !== undefined) done.push(offer);
  if (absent.length > 0) done.push(`still to install: npm install --save-dev ${absent.join(' ')}`);
  stdout.write(`${done.join('\n')}\n`);
  return 0;
}
