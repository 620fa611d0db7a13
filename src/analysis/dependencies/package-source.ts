/**
 * The JavaScript of one installed package. Reads and parses its modules when they are asked for, with the compiler the
 * program came with, and resolves module specifiers between them. Assumes the files do not change while the program is
 * analysed. Gives up files that are too large, and specifiers that lead out of the package.
 */
import { readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';

import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';

/** Minified bundles beyond this many bytes are not read: parsing them would take longer than the answer is worth. */
const largestModule = 600_000;

/** How files are read: the disk, or texts in a test. */
export interface FileReader {
  readonly read: (file: string) => string | undefined;
  /** Size in bytes and time of change of a file; undefined for anything else. */
  readonly stamp: (file: string) => { readonly bytes: number; readonly changed: number } | undefined;
}

/** The disk. */
export const diskReader: FileReader = {
  read: (file) => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return undefined;
    }
  },
  stamp: (file) => {
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats?.isFile() === true ? { bytes: stats.size, changed: stats.mtimeMs } : undefined;
  },
};

/** The parts of a package's manifest that say where its code is. */
export interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly main?: unknown;
  readonly module?: unknown;
  readonly exports?: unknown;
}

/** One installed package. */
export interface PackageSource {
  readonly tsc: Compiler;
  /** Its folder, without a slash at the end. */
  readonly root: string;
  readonly manifest: PackageManifest;
  readonly files: FileReader;
  /** The parsed module of a path; undefined when there is none, or too large a one. */
  readonly moduleAt: (path: string) => ts.SourceFile | undefined;
  /** The module that a module of the package imports; undefined when it is not the package's own. */
  readonly imported: (from: ts.SourceFile, specifier: string) => ts.SourceFile | undefined;
  /** The paths of all modules read so far. */
  readonly modulesRead: () => readonly string[];
}

const endings = ['', '.js', '.mjs', '.cjs', '/index.js', '/index.mjs', '/index.cjs'];

/** The file that a path without its ending stands for. */
export function fileFor(files: FileReader, path: string): string | undefined {
  return endings.map((ending) => path + ending).find((file) => /\.[cm]?js$/u.test(file) && files.stamp(file) !== undefined);
}

function parse(tsc: Compiler, files: FileReader, path: string): ts.SourceFile | undefined {
  const stamp = files.stamp(path);
  if (stamp === undefined || stamp.bytes > largestModule) return undefined;
  const text = files.read(path);
  if (text === undefined) return undefined;
  try {
    return tsc.createSourceFile(path, text, tsc.ScriptTarget.Latest, true, tsc.ScriptKind.JS);
  } catch {
    // Text nested so deeply that the parser runs out of stack.
    return undefined;
  }
}

/** Reads a package's manifest; undefined when the folder has none that names a package. */
export function readManifest(files: FileReader, root: string): PackageManifest | undefined {
  try {
    const manifest = JSON.parse(files.read(`${root}/package.json`) ?? 'null') as Partial<PackageManifest> | null;
    return typeof manifest?.name === 'string' && typeof manifest.version === 'string' ? (manifest as PackageManifest) : undefined;
  } catch {
    return undefined;
  }
}

/** Opens the package in a folder; nothing is parsed yet. */
export function openPackage(tsc: Compiler, files: FileReader, root: string): PackageSource | undefined {
  const manifest = readManifest(files, root);
  if (manifest === undefined) return undefined;
  const modules = new Map<string, ts.SourceFile | undefined>();
  const moduleAt = (path: string): ts.SourceFile | undefined => {
    if (!modules.has(path)) modules.set(path, parse(tsc, files, path));
    return modules.get(path);
  };
  return {
    tsc,
    root,
    manifest,
    files,
    moduleAt,
    imported: (from, specifier) => {
      if (!specifier.startsWith('.')) return undefined;
      const file = fileFor(files, posix.join(posix.dirname(from.fileName), specifier).replace(/\/$/u, ''));
      return file?.startsWith(`${root}/`) === true && !file.slice(root.length).includes('/node_modules/') ? moduleAt(file) : undefined;
    },
    modulesRead: () => [...modules.keys()],
  };
}
