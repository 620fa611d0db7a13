/**
 * What was derived of one version of one package, on disk. Reads and writes it whole; several lint processes may do so at
 * once, since a record is written under a name of its own and then renamed. Assumes a file with the size and time of
 * change it had is the file it was. A record that is broken, or that another version of the plugin or other files led
 * to, counts for nothing; a folder that can't be written to means no record.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { DependencySummary, KeptFate } from './dependency-summary.js';
import type { PackageManifest } from './package-source.js';

/** To be raised when the shape of a record changes. */
const format = 1;

/** What is known of a package. Functions are named by module and members; null says that nothing can be derived. */
export interface PackageRecord {
  /** The files that it was derived from, with a stamp of each. */
  readonly files: Readonly<Record<string, string>>;
  readonly functions: Readonly<Record<string, DependencySummary | null>>;
  readonly fates: Readonly<Record<string, KeptFate>>;
}

interface StoredRecord extends PackageRecord {
  readonly format: number;
  readonly plugin: string;
}

/** The plugin's version, and the code that derives: in a checkout of the plugin itself the version alone says little. */
export function pluginStamp(): string {
  const { version } = createRequire(import.meta.url)('eslint-plugin-leaks/package.json') as { version: string };
  const here = dirname(fileURLToPath(import.meta.url));
  const code = [here, join(here, '../facts')].filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()));
  const files = code.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return `${version}+${createHash('sha256').update(Buffer.concat(files.map((file) => readFileSync(file)))).digest('hex').slice(0, 12)}`;
}

function fileOf(folder: string, { name, version }: PackageManifest): string {
  return join(folder, `${name.replaceAll(/[^\w.-]/gu, '+')}@${version.replaceAll(/[^\w.-]/gu, '+')}.json`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSummary(value: unknown): boolean {
  return value === null || (isObject(value) && typeof value['complete'] === 'boolean' && Array.isArray(value['effects']) && value['effects'].every((effect) => isObject(effect) && typeof effect['kind'] === 'string'));
}

function isFate(value: unknown): boolean {
  return isObject(value) && typeof value['complete'] === 'boolean' && Array.isArray(value['shrunk']) && value['shrunk'].every((steps) => Array.isArray(steps));
}

function isRecord(value: unknown, plugin: string): value is StoredRecord {
  if (!isObject(value) || value['format'] !== format || value['plugin'] !== plugin) return false;
  const { files, functions, fates } = value;
  return isObject(files) && isObject(functions) && isObject(fates) && Object.values(functions).every(isSummary) && Object.values(fates).every(isFate);
}

/** The stored record of a package; undefined when there is none that counts. */
export function readRecord(folder: string, manifest: PackageManifest, plugin: string): PackageRecord | undefined {
  try {
    const stored: unknown = JSON.parse(readFileSync(fileOf(folder, manifest), 'utf8'));
    return isRecord(stored, plugin) ? stored : undefined;
  } catch {
    return undefined;
  }
}

/** Stores a record, if the folder lets it. */
export function writeRecord(folder: string, manifest: PackageManifest, plugin: string, record: PackageRecord): void {
  const file = fileOf(folder, manifest);
  const draft = `${file}.${String(process.pid)}-${randomUUID()}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, JSON.stringify({ format, plugin, ...record } satisfies StoredRecord));
    renameSync(draft, file);
  } catch {
    discard(draft);
  }
}

function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Where nothing can be written nothing was left behind.
  }
}
