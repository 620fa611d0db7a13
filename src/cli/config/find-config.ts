import { existsSync } from 'node:fs';
import { posix } from 'node:path';

const names = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `eslint.config.${extension}`);

/** The ESLint config in one folder; undefined when there is none. */
export function findConfig(folder: string): string | undefined {
  return names.map((name) => posix.join(folder, name)).find((path) => existsSync(path));
}
