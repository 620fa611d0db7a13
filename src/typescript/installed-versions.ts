import { satisfies, valid } from 'semver';
import type ts from 'typescript';

import type { LibraryModel } from '../models/schema.js';

import type { Compiler } from './compiler.js';
import { packageOfFile } from './origin-of.js';

const marker = '/node_modules/';

/** The folder of the package that holds a file: `…/node_modules/@scope/name`. */
function rootOfPackage(fileName: string): string {
  const start = fileName.lastIndexOf(marker) + marker.length;
  const parts = fileName.slice(start).split('/');
  return fileName.slice(0, start) + parts.slice(0, parts[0]?.startsWith('@') === true ? 2 : 1).join('/');
}

function versionIn(tsc: Compiler, root: string): string | undefined {
  // A host without a file system cannot say.
  const sys = tsc.sys as ts.System | undefined;
  const text = sys?.readFile(`${root}/package.json`);
  if (text === undefined) return undefined;
  const { config } = tsc.parseConfigFileTextToJson('package.json', text) as { config?: { version?: unknown } };
  return typeof config?.version === 'string' ? (valid(config.version) ?? undefined) : undefined;
}

/** Where a model's version is read: node's own modules are as new as the declarations of node. */
function versionedPackage(model: LibraryModel): string {
  return model.package.startsWith('node:') ? 'node' : model.package;
}

/**
 * The models that speak of what is installed: those whose `versions` hold the version that the program's declarations
 * come from. What the program has no declarations of, or whose version nobody tells, is taken to be meant.
 */
export function modelsOfInstalled(tsc: Compiler, program: ts.Program, models: readonly LibraryModel[]): readonly LibraryModel[] {
  const ranged = new Set(models.filter((model) => model.versions !== undefined).map(versionedPackage));
  const versions = new Map<string, string | undefined>();
  for (const { fileName } of program.getSourceFiles()) {
    const name = packageOfFile(fileName);
    if (name !== undefined && ranged.has(name) && !versions.has(name)) versions.set(name, versionIn(tsc, rootOfPackage(fileName)));
  }
  return models.filter((model) => {
    const version = versions.get(versionedPackage(model));
    return model.versions === undefined || version === undefined || satisfies(version, model.versions, { includePrerelease: true });
  });
}
