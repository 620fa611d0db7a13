/**
 * Where a package's code begins for one import. Computes the file from the manifest's `exports` (conditions, subpaths,
 * patterns), else from `main`. Assumes Node's conditions, `import` before `require`. Gives up what is no JavaScript.
 */
import { posix } from 'node:path';

import { fileFor, type PackageSource } from './package-source.js';

const conditionSets = [
  new Set(['node', 'import', 'module-sync', 'default']),
  new Set(['node', 'require', 'module-sync', 'default']),
] as const;

/** The path that a target of `exports` gives under some conditions; a `*` stands for what the pattern left open. */
function targetOf(target: unknown, conditions: ReadonlySet<string>, open: string): string | undefined {
  if (typeof target === 'string') return target.startsWith('./') ? target.replaceAll('*', open) : undefined;
  if (Array.isArray(target)) {
    for (const item of target) {
      const found = targetOf(item, conditions, open);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (typeof target !== 'object' || target === null) return undefined;
  for (const [condition, value] of Object.entries(target)) {
    const found = conditions.has(condition) ? targetOf(value, conditions, open) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function fromExports(exports: unknown, subpath: string): string | undefined {
  const table = typeof exports === 'object' && exports !== null && Object.keys(exports).some((key) => key.startsWith('.')) ? (exports as Record<string, unknown>) : { '.': exports };
  const patterns = Object.keys(table)
    .filter((key) => key.includes('*'))
    .sort((a, b) => b.indexOf('*') - a.indexOf('*'));
  for (const conditions of conditionSets) {
    if (subpath in table) return targetOf(table[subpath], conditions, '') ?? targetOf(table[subpath], conditionSets[1], '');
    for (const key of patterns) {
      const [before = '', after = ''] = key.split('*');
      if (!subpath.startsWith(before) || !subpath.endsWith(after) || subpath.length < before.length + after.length) continue;
      const open = subpath.slice(before.length, subpath.length - after.length);
      const found = targetOf(table[key], conditions, open);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The path of the module that `import 'package<subpath>'` loads, where the subpath is `.` or begins with `./`. */
export function entryModuleOf({ files, manifest, root }: PackageSource, subpath: string): string | undefined {
  if (manifest.exports !== undefined && manifest.exports !== null) {
    const target = fromExports(manifest.exports, subpath);
    return target === undefined ? undefined : fileFor(files, posix.join(root, target));
  }
  if (subpath !== '.') return fileFor(files, posix.join(root, subpath));
  const main = typeof manifest.main === 'string' && manifest.main !== '' ? posix.join(root, manifest.main).replace(/\/$/u, '') : undefined;
  return (main === undefined ? undefined : fileFor(files, main)) ?? fileFor(files, `${root}/index`);
}
