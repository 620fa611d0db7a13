import { existsSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { ts } from 'ts-morph';

import { CouldNotRunError } from '../could-not-run.js';

/** A tsconfig or jsconfig that was read, with everything it extends. */
export interface Config {
  readonly path: string;
  readonly folder: string;
  readonly parsed: ts.ParsedCommandLine;
  /** The configs it refers to. */
  readonly references: readonly string[];
}

/** Errors of a config that leave nothing to work with; the others do not keep a program from being made. */
function isFatal(diagnostic: ts.Diagnostic): boolean {
  const syntax = diagnostic.code < 2000;
  const unreadable = diagnostic.code === 5083 || diagnostic.code === 6053 || diagnostic.code === 18000;
  return syntax || unreadable;
}

/**
 * Reads a config.
 * @throws {CouldNotRunError} when it cannot be read.
 */
export function readConfig(path: string): Config {
  const folder = posix.dirname(path);
  const fail = (diagnostic: ts.Diagnostic): never => {
    throw new CouldNotRunError(`${path}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')} Mend the config, or name the files to check.`);
  };
  const parsed = ts.getParsedCommandLineOfConfigFile(path, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail });
  if (parsed === undefined) throw new CouldNotRunError(`${path}: cannot be read.`);
  parsed.errors.filter(isFatal).forEach(fail);
  const references = (parsed.projectReferences ?? []).map((reference) => {
    const target = ts.resolveProjectReferencePath(reference);
    return existsSync(target) && statSync(target).isDirectory() ? posix.join(target, 'tsconfig.json') : target;
  });
  return { path, folder, parsed, references: references.filter((target) => existsSync(target)) };
}
