import type ts from 'typescript';

import { type Definition, exportOf, memberOf } from './definition-of.js';
import type { PackageSource } from './package-source.js';

/** What a path of names leads to from a module's exports; without names, what a CommonJS module is as a whole. */
export function exportedDefinition(pkg: PackageSource, module: ts.SourceFile, members: readonly string[]): Definition | undefined {
  const [first = 'default', ...rest] = members;
  let found = exportOf(pkg, module, first);
  for (const name of rest) found = found === undefined ? undefined : memberOf(pkg, found, name);
  return found;
}
