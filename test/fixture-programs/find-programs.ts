// Finds the fixture programs: every folder below `fixtures/` with a `tsconfig.json` beside a `src/`.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One fixture as it lies on disk. */
export interface FixtureProgram {
  /** Its folder relative to `fixtures/`. */
  readonly name: string;
  readonly tsconfig: string;
  /** What `settings.json` beside the tsconfig puts under `settings.leaks`. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** All fixtures below a root, by name. */
export function findPrograms(root: string): FixtureProgram[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|\/)tsconfig\.json$/.test(file) && !file.includes('node_modules'))
    .map((file) => dirname(file))
    .filter((name) => existsSync(join(root, name, 'src')))
    .sort()
    .map((name) => ({ name, tsconfig: join(root, name, 'tsconfig.json'), settings: settingsOf(join(root, name, 'settings.json')) }));
}

function settingsOf(file: string): Record<string, unknown> {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
}
