/**
 * Sends imports of a referenced project to its sources, built or not, as editors do: only there can growth be followed.
 * Computes, for each declaration file a referenced config would emit, the source it would come from.
 */
import { realpathSync } from 'node:fs';
import { posix } from 'node:path';
import { ts } from 'ts-morph';

import type { Config } from './config.js';

/** A host that sees the outputs of referenced projects, and the way from an output back to its source. */
export interface SourceRedirect {
  readonly host: ts.ModuleResolutionHost;
  readonly sourceOf: (resolved: string) => string | undefined;
}

function outputsOf(references: readonly Config[]): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  for (const { parsed } of references) {
    for (const file of parsed.fileNames) {
      if (/\.(?:d\.[cm]?ts|json)$/u.test(file)) continue;
      const emitting = { ...parsed, options: { ...parsed.options, declaration: true } };
      for (const output of ts.getOutputFileNames(emitting, file, false)) sources.set(output, file);
    }
  }
  return sources;
}

/** The real path of what need not exist, by that of the nearest folder that does. */
function realPathOf(path: string): string {
  for (let existing = path; ; existing = posix.dirname(existing)) {
    try {
      return realpathSync.native(existing).replaceAll('\\', '/') + path.slice(existing === '/' ? 0 : existing.length);
    } catch {
      if (posix.dirname(existing) === existing) return path;
    }
  }
}

/** The redirect for a project that refers to others. */
export function redirectTo(references: readonly Config[], host: ts.ModuleResolutionHost): SourceRedirect {
  const sources = outputsOf(references);
  if (sources.size === 0) return { host, sourceOf: () => undefined };
  const folders = new Set<string>();
  for (const output of sources.keys()) {
    for (let folder = posix.dirname(output); !folders.has(folder); folder = posix.dirname(folder)) folders.add(folder);
  }
  return {
    host: {
      ...host,
      fileExists: (file) => host.fileExists(file) || sources.has(realPathOf(file)),
      directoryExists: (folder) => host.directoryExists?.(folder) !== false || folders.has(realPathOf(folder)),
      realpath: realPathOf,
    },
    sourceOf: (resolved) => sources.get(realPathOf(resolved)),
  };
}
