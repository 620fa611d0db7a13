import { posix } from 'node:path';
import type { ts } from 'ts-morph';

import { type Config, readConfig } from './config.js';
import { configsAbove, readTarget, type Target } from './targets.js';

/** A program to make: its files, its options, and the files that findings are wanted for. */
export interface ProjectPlan {
  readonly folder: string;
  /** The config, or undefined for plain JavaScript without one. */
  readonly config: Config | undefined;
  readonly fileNames: readonly string[];
  readonly references: readonly Config[];
}

/** The programs to make, and which of them answers for a file. */
export interface Plan {
  readonly projects: readonly ProjectPlan[];
  /** Whether the user asked for a file. */
  readonly covers: (file: string) => boolean;
  /** The project that has the file among its own; undefined when one may only come to it by an import. */
  readonly ownerOf: (file: string) => ProjectPlan | undefined;
}

const built = /(?:^|\/)(?:build|coverage|dist|out)\/|\.min\.[cm]?js$/u;

function readAll(paths: readonly string[]): ReadonlyMap<string, Config> {
  const configs = new Map<string, Config>();
  const pending = [...paths];
  for (let path = pending.shift(); path !== undefined; path = pending.shift()) {
    if (configs.has(path)) continue;
    const config = readConfig(path);
    configs.set(path, config);
    pending.push(...config.references);
  }
  return configs;
}

function referencesOf(config: Config, all: ReadonlyMap<string, Config>): readonly Config[] {
  const found = new Set<Config>();
  const pending = [...config.references];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const target = all.get(path);
    if (target === undefined || target === config || found.has(target)) continue;
    found.add(target);
    pending.push(...target.references);
  }
  return [...found];
}

/** The config that answers for a file first: the nearest, as editors and typed linting choose it. */
function nearestFirst(a: Config, b: Config): number {
  const depth = (config: Config): number => config.folder.split('/').length;
  const plain = (config: Config): number => (posix.basename(config.path) === 'tsconfig.json' ? 0 : 1);
  return depth(b) - depth(a) || plain(a) - plain(b) || (a.path < b.path ? -1 : 1);
}

/** Source files with no config in any folder above: plain JavaScript, or TypeScript that is run as it is. */
function plainFiles(targets: readonly Target[], known: ReadonlyMap<string, unknown>): readonly string[] {
  return [
    ...new Set(
      targets.flatMap((target) => {
        const below = (file: string): string => file.slice(target.path.length + 1);
        return target.sources.filter((file) => !known.has(file) && !built.test(below(file)) && configsAbove(posix.dirname(file)).length === 0);
      }),
    ),
  ];
}

function commonFolder(files: readonly string[]): string {
  const [first = '', ...rest] = files.map((file) => posix.dirname(file));
  return rest.reduce((folder, other) => {
    let common = folder;
    while (other !== common && !other.startsWith(`${common}/`) && common !== '/') common = posix.dirname(common);
    return common;
  }, first);
}

/** The files a config names itself, without declarations. */
function ownFiles(parsed: ts.ParsedCommandLine): readonly string[] {
  return parsed.fileNames.filter((file) => !/\.d\.[cm]?ts$/u.test(file));
}

/** Finds the programs that the paths of a command line are part of. */
export function findProjects(paths: readonly string[], cwd: string): Plan {
  const targets = (paths.length === 0 ? ['.'] : paths).map((path) => readTarget(path, cwd));
  const covers = (file: string): boolean => targets.some((target) => target.covers(file));
  const configs = readAll(targets.flatMap((target) => target.configs));
  const owners = new Map<string, ProjectPlan>();
  const projects: ProjectPlan[] = [];
  const add = (project: ProjectPlan, files: readonly string[]): void => {
    const owned = files.filter((file) => !owners.has(file));
    for (const file of owned) owners.set(file, project);
    // Files that only imports lead to are answered by the first project that meets them.
    if (owned.some(covers) || (project.config !== undefined && targets.some(({ path }) => path === project.config?.path))) projects.push(project);
  };
  const projectOf = (config: Config): ProjectPlan => ({ folder: config.folder, config, fileNames: config.parsed.fileNames, references: referencesOf(config, configs) });
  for (const config of [...configs.values()].sort(nearestFirst)) add(projectOf(config), ownFiles(config.parsed));
  const plain = plainFiles(targets, owners);
  if (plain.length > 0) add({ folder: commonFolder(plain), config: undefined, fileNames: plain, references: [] }, plain);
  if (projects.length === 0) {
    // The files asked for may be among those that a config above only imports.
    const nearest = targets.map((target) => configs.get(configsAbove(target.path)[0] ?? ''));
    for (const config of new Set(nearest)) if (config !== undefined) projects.push(projectOf(config));
  }
  return { projects, covers, ownerOf: (file) => owners.get(file) };
}
