import { posix } from 'node:path';

import { CouldNotRunError } from '../could-not-run.js';
import { readConfig } from '../projects/config.js';
import { configsAbove } from '../projects/targets.js';

/** The globs of a flat config that name what a tsconfig includes: typed linting refuses every other file. */
export interface IncludedFiles {
  readonly files: readonly string[];
  readonly ignores: readonly string[];
}

const withoutTsconfig = `typed linting needs a tsconfig.json. Write this one, with allowJs where there is JavaScript, and run init again:
{ "compilerOptions": { "allowJs": true, "module": "nodenext", "target": "es2022", "types": ["node"], "noEmit": true }, "include": ["src"] }`;

function textsIn(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string').map((entry) => posix.normalize(entry)) : undefined;
}

function isPattern(entry: string): boolean {
  return entry.includes('*') || /\.[cm]?[jt]sx?$/u.test(entry);
}

function globOf(entry: string, extensions: string): string {
  const folder = entry.replace(/\/?(?:\*\*\/\*|\*\*)?\/?$/u, '');
  if (isPattern(entry) && /\.[^/]+$/u.test(entry)) return entry;
  return folder === '' || folder === '.' ? `**/*.{${extensions}}` : `${folder}/**/*.{${extensions}}`;
}

/**
 * Reads the config that a folder is linted with.
 * @throws {CouldNotRunError} when there is none.
 */
export function includedFiles(folder: string): IncludedFiles {
  const [path] = configsAbove(folder);
  if (path === undefined || posix.dirname(path) !== folder) throw new CouldNotRunError(`No tsconfig.json in ${folder}: ${withoutTsconfig}`);
  const { parsed } = readConfig(path);
  const raw = parsed.raw as { readonly include?: unknown; readonly files?: unknown; readonly exclude?: unknown };
  const extensions = parsed.options.allowJs === true ? 'ts,mts,cts,tsx,js,mjs,cjs,jsx' : 'ts,mts,cts,tsx';
  const own = [...(textsIn(raw.include) ?? []), ...(textsIn(raw.files) ?? [])].filter((entry) => !entry.startsWith('..') && !/\.d\.[cm]?ts$/u.test(entry));
  const files = own.length === 0 ? [`**/*.{${extensions}}`] : own.map((entry) => globOf(entry, extensions));
  const ignores = (textsIn(raw.exclude) ?? []).filter((entry) => !entry.startsWith('..') && entry !== 'node_modules');
  return { files: [...new Set(files)], ignores: ignores.map((entry) => (isPattern(entry) ? entry : `${entry.replace(/\/$/u, '')}/**`)) };
}
