// All fixtures as one project. Together they have other findings than each alone, since a program is read as a whole; what is compared
// on them is two ways to look at one program.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, '.reports/all-fixtures');

/** The repository, which the names of the files are relative to. */
export const fixturesRoot = root.slice(0, -1);

/** The files, as ESLint is given them. */
export const fixtureFiles = 'fixtures/*/*/src/**/*.{ts,cts,mts,js,cjs,mjs}';

/** Writes the tsconfig of the project and gives its path. */
export function allFixtures(): string {
  const path = join(folder, 'tsconfig.json');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, JSON.stringify({ extends: '../../fixtures/tsconfig.base.json', compilerOptions: { allowJs: true, experimentalDecorators: true }, include: ['../../fixtures/*/*/src'] }));
  return path;
}
