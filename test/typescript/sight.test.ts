// Which file can hold a value of which other: over imports of any form, in one direction, and everywhere for what augments.

import ts from 'typescript';
import { expect, it } from 'vitest';

import { canSee } from '../../src/analysis/summaries/sight.js';
import { libraryModels } from '../../src/models/index.js';
import { indexModels } from '../../src/typescript/model-index.js';
import { programOfTexts } from '../models/program-of-texts.js';

const texts = new Map([
  ['store.ts', 'export class Store { readonly list: string[] = []; }'],
  ['other.ts', 'export class Other {}'],
  ['by-type.ts', "export type Held = import('./store.js').Store;"],
  ['by-name.ts', "export * from './store.js';"],
  ['lazily.ts', "export const load = () => import('./by-name.js');"],
  ['user.ts', "import { load } from './lazily.js'; export const used = load();"],
  ['global.ts', "import type { Other } from './other.js'; declare global { var other: Other; } export {};"],
]);

it('follows imports towards those who import, and lets everyone see what is put into the global scope', () => {
  const program = programOfTexts(texts);
  const file = (name: string): ts.SourceFile => {
    const found = program.getSourceFiles().find((source) => source.fileName.endsWith(`/test/models/texts/${name}`));
    if (found === undefined) throw new Error(`${name} is not in the program`);
    return found;
  };
  const files = [...texts.keys()].map(file);
  const view = { ts, program, checker: program.getTypeChecker(), files, tests: [], models: indexModels(libraryModels), settings: { entryPoints: [] } };
  const readersOf = (name: string): readonly string[] => [...texts.keys()].filter((reader) => canSee(view, file(reader), file(name)));
  expect(readersOf('store.ts')).toEqual(['store.ts', 'by-type.ts', 'by-name.ts', 'lazily.ts', 'user.ts']);
  expect(readersOf('by-type.ts')).toEqual(['by-type.ts']);
  expect(readersOf('other.ts')).toEqual([...texts.keys()]);
});
