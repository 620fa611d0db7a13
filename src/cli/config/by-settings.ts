import { existsSync } from 'node:fs';
import { posix, resolve } from 'node:path';

import type { LeaksSettings } from '../../settings/read-settings.js';
import { CouldNotRunError } from '../could-not-run.js';
import type { Options } from '../options.js';

import type { Question } from './child.js';
import { configSettings } from './config-settings.js';
import { installedEslint } from './installed-eslint.js';
import { findConfig } from './find-config.js';

/** Files for which the same is set. */
export interface SettingsGroup {
  readonly settings: LeaksSettings;
  readonly files: readonly string[];
}

/** A config, the ESLint that reads it, and the folder that its patterns are relative to. */
type Chosen = Omit<Question, 'files'>;

function chosenConfig({ config: given }: Pick<Options, 'config'>, folders: readonly string[]): Chosen | undefined {
  if (given === 'none') return undefined;
  const [cwd = '.'] = folders;
  if (given === undefined) {
    const config = folders.map(findConfig).find((found) => found !== undefined);
    const eslint = config === undefined ? undefined : installedEslint(posix.dirname(config));
    // Where ESLint is not installed nobody reads the config.
    return config === undefined || eslint === undefined ? undefined : { config, eslint, cwd: posix.dirname(config) };
  }
  const config = resolve(cwd, given.path).replaceAll('\\', '/');
  const eslint = installedEslint(cwd);
  if (!existsSync(config)) throw new CouldNotRunError(`--config ${given.path}: no such file.`);
  if (eslint === undefined) throw new CouldNotRunError(`--config ${given.path}: eslint, which reads it, is not installed: npm install --save-dev eslint`);
  return { config, eslint, cwd };
}

/**
 * Files of one project by what `settings.leaks` says for them, with the entry points of the command line on top. `folders` are
 * looked into for a config in this order; the first is the one that the command runs in.
 * @throws {CouldNotRunError} when a config cannot be read.
 */
export function bySettings(options: Pick<Options, 'config' | 'entryPoints'>, folders: readonly string[], files: readonly string[]): readonly SettingsGroup[] {
  const chosen = files.length === 0 ? undefined : chosenConfig(options, folders);
  const none: LeaksSettings = { entryPoints: [], models: [] };
  const each = chosen === undefined ? files.map(() => none) : configSettings({ ...chosen, files });
  const groups = new Map<string, { settings: LeaksSettings; files: string[] }>();
  for (const [i, file] of files.entries()) {
    const { entryPoints, models } = each[i] ?? none;
    const settings = { models, entryPoints: [...entryPoints, ...options.entryPoints] };
    const key = JSON.stringify(settings);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { settings, files: [file] });
    else group.files.push(file);
  }
  return [...groups.values()];
}
