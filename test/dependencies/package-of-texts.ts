// A package that lies nowhere, made of texts, and what its functions do in words that fit a line.

import ts from 'typescript';

import type { DependencyEffect, DependencyPlace, DependencySummary } from '../../src/analysis/dependencies/dependency-summary.js';
import { entryModuleOf } from '../../src/analysis/dependencies/entry-module.js';
import { exportedDefinition } from '../../src/analysis/dependencies/exported-definition.js';
import { openPackage, type PackageSource } from '../../src/analysis/dependencies/package-source.js';
import { summarizeFunction } from '../../src/analysis/dependencies/summarize-function.js';

const root = '/texts/node_modules/example';

/** A package with these files; a manifest is added where there is none. */
export function packageOfTexts(texts: Readonly<Record<string, string>>): PackageSource {
  const all: Readonly<Record<string, string>> = { 'package.json': '{ "name": "example", "version": "1.0.0" }', ...texts };
  const textOf = (file: string): string | undefined => (file.startsWith(`${root}/`) ? all[file.slice(root.length + 1)] : undefined);
  const stamp = (file: string): { bytes: number; changed: number } | undefined => {
    const text = textOf(file);
    return text === undefined ? undefined : { bytes: text.length, changed: 0 };
  };
  const opened = openPackage(ts, { read: textOf, stamp }, root);
  if (opened === undefined) throw new Error('the manifest does not name a package');
  return opened;
}

function place({ root: base, steps }: DependencyPlace): string {
  const start = typeof base === 'object' ? `${base.name}@${base.file}` : base === 'this' ? 'this' : `#${String(base)}`;
  return [start, ...steps].join('.');
}

function words(effect: DependencyEffect): string {
  if (effect.kind === 'grow') {
    const keys = effect.keys === undefined ? '' : ` by ${effect.keys.map((key) => `#${String(key)}`).join(' ')}`;
    return `grow ${place(effect.at)} ${effect.gain}${keys}${effect.sure ? '' : ' perhaps'}`;
  }
  if (effect.kind === 'return') return `return ${typeof effect.of === 'string' ? effect.of : place(effect.of)}`;
  if (effect.kind === 'invoke') return `invoke #${String(effect.argument)} ${effect.when}`;
  if (effect.kind === 'retain') return `retain #${String(effect.argument)} in ${place(effect.at)}`;
  return `${effect.kind} ${place(effect.at)}`;
}

/** What the function at a path of members does; undefined when it is not found. */
export function summaryIn(pkg: PackageSource, members: string, subpath = '.'): DependencySummary | undefined {
  const file = entryModuleOf(pkg, subpath);
  const module = file === undefined ? undefined : pkg.moduleAt(file);
  const definition = module === undefined ? undefined : exportedDefinition(pkg, module, members === '' ? [] : members.split('.'));
  return definition === undefined ? undefined : summarizeFunction(pkg, definition);
}

/** The effects in words, sorted. */
export function effectsIn(pkg: PackageSource, members: string, subpath = '.'): readonly string[] | undefined {
  return summaryIn(pkg, members, subpath)?.effects.map(words).sort();
}
