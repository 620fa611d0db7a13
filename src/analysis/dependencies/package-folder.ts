import { existsSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';

/** The folder of an installed package as Node finds it from a file, symbolic links followed; undefined when there is none. */
export function packageFolder(from: string, name: string): string | undefined {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const candidate = `${folder}/node_modules/${name}`;
    if (existsSync(`${candidate}/package.json`)) return realpathSync(candidate).replaceAll('\\', '/');
    if (dirname(folder) === folder) return undefined;
  }
}
