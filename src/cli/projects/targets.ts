import { existsSync, statSync } from 'node:fs';
import { posix, resolve } from 'node:path';

import { CouldNotRunError } from '../could-not-run.js';

import { isSourceName, walkSources } from './source-walk.js';

/** What a user asked to be checked. */
export interface Target {
  readonly path: string;
  /** Configs to begin with: below the folder, and the nearest ones above it. */
  readonly configs: readonly string[];
  /** The source files asked for, whoever includes them. */
  readonly sources: readonly string[];
  /** Whether a file is meant. */
  readonly covers: (file: string) => boolean;
}

/** The configs in the folders above, nearest first. */
export function configsAbove(folder: string): readonly string[] {
  const above: string[] = [];
  for (let current = folder; ; current = posix.dirname(current)) {
    const found = ['tsconfig.json', 'jsconfig.json'].map((name) => posix.join(current, name)).find((path) => existsSync(path));
    if (found !== undefined) above.push(found);
    if (posix.dirname(current) === current) return above;
  }
}

function isBelow(file: string, folder: string): boolean {
  return file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/**
 * Reads one path of the command line.
 * @throws {CouldNotRunError} when there is nothing there.
 */
export function readTarget(given: string, cwd: string): Target {
  const path = resolve(cwd, given).replaceAll('\\', '/');
  if (!existsSync(path)) throw new CouldNotRunError(`${given}: no such file or folder.`);
  if (statSync(path).isDirectory()) {
    const { configs, sources } = walkSources(path);
    return { path, configs: [...configs, ...configsAbove(path)], sources, covers: (file) => isBelow(file, path) };
  }
  const folder = posix.dirname(path);
  if (/[jt]sconfig[^/]*\.json$/u.test(path)) return { path, configs: [path], sources: [], covers: () => true };
  if (!isSourceName(path)) throw new CouldNotRunError(`${given}: not a JavaScript or TypeScript file, a folder or a tsconfig.`);
  return { path, configs: configsAbove(folder), sources: [path], covers: (file) => file === path };
}
