import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where ESLint is installed for a folder; undefined when it is not. */
export function installedEslint(folder: string): string | undefined {
  try {
    return pathToFileURL(createRequire(join(folder, 'package.json')).resolve('eslint')).href;
  } catch {
    return undefined;
  }
}
