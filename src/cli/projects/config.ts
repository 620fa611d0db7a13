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

/** A config, or one that it extends, is gone or goes in circles; other errors do not keep a program from being made. */
const unreadable: ReadonlySet<number> = new Set([5083, 6053, 18000]);

/**
 * Reads a config.
 * @throws {CouldNotRunError} when it cannot be read.
 */
export function readConfig(path: string): Config {
  const folder = posix.dirname(path);
  const fail = (diagnostic: ts.Diagnostic): never => {
    throw new CouldNotRunError(`${path}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')} Mend the config, or name the files to check.`);
  };
  const { error } = ts.readConfigFile(path, (name) => ts.sys.readFile(name));
  if (error !== undefined) fail(error);
  const parsed = ts.getParsedCommandLineOfConfigFile(path, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail });
  if (parsed === undefined) throw new CouldNotRunError(`${path}: cannot be read.`);
  parsed.errors.filter(({ code }) => unreadable.has(code)).forEach(fail);
  const references = (parsed.projectReferences ?? []).map((reference) => {
    const target = ts.resolveProjectReferencePath(reference);
    return existsSync(target) && statSync(target).isDirectory() ? posix.join(target, 'tsconfig.json') : target;
  });
  return { path, folder, parsed, references: references.filter((target) => existsSync(target)) };
}
