/**
 * What a call of a dependency's function does, derived from the dependency's own JavaScript. Computes it when a question
 * about a candidate leak first needs it, and keeps it on disk for later runs. Assumes the installed code is the code that
 * runs. What can't be located, read or derived has no answer.
 */
import { dirname, posix } from 'node:path';

import type ts from 'typescript';

import { memoPerProgram, perProgram, type ProgramView } from '../../typescript/program-view.js';
import type { KeptContainer } from '../../terms/kept-container.js';

import { cacheFolderFor } from './cache-folder.js';
import { type CallTarget, callTargetOf } from './call-target.js';
import type { Definition } from './definition-of.js';
import { exportedDefinition } from './exported-definition.js';
import type { DependencySummary, KeptFate, KeptVariable } from './dependency-summary.js';
import { entryModuleOf } from './entry-module.js';
import { keptFateOf } from './kept-fate.js';
import { packageFolder } from './package-folder.js';
import { type PackageRecord, pluginStamp, readRecord, writeRecord } from './package-record.js';
import { diskReader, fileFor, openPackage, type PackageSource } from './package-source.js';
import { summarizeFunction } from './summarize-function.js';

/** A package of the program and what is known of it. */
export interface KnownPackage {
  readonly source: PackageSource;
  readonly functions: Map<string, DependencySummary | null>;
  readonly fates: Map<string, KeptFate>;
  readonly stored: PackageRecord | undefined;
  changed: boolean;
}

/** A call of a function whose code was read. */
export interface DependencyCall {
  readonly package: KnownPackage;
  readonly summary: DependencySummary;
}

const cache = perProgram((view) => {
  const { configFilePath } = view.program.getCompilerOptions();
  const folder = cacheFolderFor(typeof configFilePath === 'string' ? dirname(configFilePath) : view.program.getCurrentDirectory());
  return { folder, plugin: pluginStamp() };
});

const packages = perProgram(() => new Map<string, KnownPackage | undefined>());

function stampOf(source: PackageSource, file: string): string {
  const stamp = source.files.stamp(file);
  return stamp === undefined ? '' : `${String(stamp.bytes)}:${String(stamp.changed)}`;
}

function open(view: ProgramView, root: string): KnownPackage | undefined {
  const source = openPackage(view.ts, diskReader, root);
  if (source === undefined) return undefined;
  const { folder, plugin } = cache(view);
  const record = folder === undefined ? undefined : readRecord(folder, source.manifest, plugin);
  const current = record !== undefined && Object.entries(record.files).every(([file, stamp]) => stampOf(source, `${root}/${file}`) === stamp) ? record : undefined;
  return { source, functions: new Map(Object.entries(current?.functions ?? {})), fates: new Map(Object.entries(current?.fates ?? {})), stored: current, changed: false };
}

function packageOf(view: ProgramView, from: string, name: string): KnownPackage | undefined {
  const root = packageFolder(from, name);
  if (root === undefined) return undefined;
  const known = packages(view);
  if (!known.has(root)) known.set(root, open(view, root));
  return known.get(root);
}

function definitionOfTarget({ source }: KnownPackage, { module, members }: CallTarget): Definition | undefined {
  const beside = 'declarations' in module ? fileFor(source.files, module.declarations) : undefined;
  const path = beside ?? entryModuleOf(source, 'subpath' in module ? module.subpath : '.');
  const file = path === undefined ? undefined : source.moduleAt(path);
  return file === undefined ? undefined : exportedDefinition(source, file, members);
}

function derive(known: KnownPackage, target: CallTarget): DependencySummary | undefined {
  try {
    const definition = definitionOfTarget(known, target);
    return definition === undefined ? undefined : summarizeFunction(known.source, definition);
  } catch {
    // Code nobody wrote by hand can be nested deeper than the stack; a dependency's text must not end the analysis.
    return undefined;
  }
}

function summaryFor(known: KnownPackage, target: CallTarget): DependencySummary | undefined {
  const { module, members } = target;
  const name = `${'subpath' in module ? module.subpath : posix.relative(known.source.root, module.declarations)}#${members.join('.')}`;
  const before = known.functions.get(name);
  if (before !== undefined) return before ?? undefined;
  const summary = derive(known, target) ?? null;
  known.functions.set(name, summary);
  known.changed = true;
  return summary ?? undefined;
}

const answers = memoPerProgram<ts.CallExpression, { readonly found: DependencyCall | undefined }>(
  () => ({ found: undefined }),
  (view, call) => {
    const target = callTargetOf(view, call);
    const known = target === undefined ? undefined : packageOf(view, call.getSourceFile().fileName, target.package);
    const summary = target === undefined || known === undefined ? undefined : summaryFor(known, target);
    return { found: summary === undefined || known === undefined ? undefined : { package: known, summary } };
  },
);

/** What a call of a dependency's function does; undefined when nobody knows. */
export function dependencyCallOf(view: ProgramView, call: ts.CallExpression): DependencyCall | undefined {
  return answers(view, call).found;
}

function deriveFate({ source }: KnownPackage, kept: KeptVariable): KeptFate {
  try {
    return keptFateOf(source, kept);
  } catch {
    return { shrunk: [], complete: false };
  }
}

/** What the package that keeps a variable does to it; undefined when the package was never read. */
export function fateOfKept(view: ProgramView, { folder, name: variable, site }: KeptContainer): KeptFate | undefined {
  const known = packages(view).get(folder);
  if (known === undefined) return undefined;
  const { file, ...position } = site;
  const kept: KeptVariable = { ...position, name: variable, file: posix.relative(folder, file) };
  const name = `${kept.file}:${String(kept.start)}`;
  const before = known.fates.get(name);
  if (before !== undefined) return before;
  const fate = deriveFate(known, kept);
  known.fates.set(name, fate);
  known.changed = true;
  return fate;
}

/** Stores what was newly derived, for the runs to come. */
export function storeDerived(view: ProgramView): void {
  for (const known of packages(view).values()) {
    const { folder, plugin } = cache(view);
    if (known?.changed !== true || folder === undefined) continue;
    const { source, stored } = known;
    const read = ['package.json', ...source.modulesRead().map((file) => posix.relative(source.root, file))];
    const files = { ...stored?.files, ...Object.fromEntries(read.map((file) => [file, stampOf(source, `${source.root}/${file}`)])) };
    writeRecord(folder, source.manifest, plugin, { files, functions: Object.fromEntries(known.functions), fates: Object.fromEntries(known.fates) });
    known.changed = false;
  }
}
