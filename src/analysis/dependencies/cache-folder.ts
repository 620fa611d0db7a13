import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where a program's root keeps what can be worked out again: below the `node_modules` of the nearest package. */
export function cacheFolderFor(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return join(folder, 'node_modules/.cache/eslint-plugin-leaks');
    if (dirname(folder) === folder) return undefined;
  }
}
