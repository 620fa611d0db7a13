// Every row of every library model, against the library's real type declarations; and that a made-up row is caught.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import { renderModelDefinitions } from '../../scripts/render-model-definitions.js';
import { renderModelRows } from '../../scripts/render-model-rows.js';
import { packagesInFixtures } from '../../scripts/packages-in-fixtures.js';
import { renderModelsDocs } from '../../scripts/render-models-docs.js';
import { renderModelsIndex } from '../../scripts/render-models-index.js';
import { libraryModels } from '../../src/models/index.js';
import type { LibraryModel, ModelRow } from '../../src/models/schema.js';
import { DeclaredMembers } from './declared-members.js';

const because = 'https://example.org/';
const directory = fileURLToPath(new URL('../../src/models', import.meta.url));
const declared = new DeclaredMembers(libraryModels);

function rowsOf(model: LibraryModel): readonly string[] {
  return model.rows.map(({ because: _, ...row }) => JSON.stringify(row));
}

describe('library models', () => {
  it.each(libraryModels.map((model) => [model.package, model] as const))('hold against the declarations of %s', (_, model) => {
    const problems = model.rows.map((row) => ({ row: `${row.kind} ${row.on}`, problem: declared.problemOf(model, row) }));
    expect(problems.filter(({ problem }) => problem !== undefined)).toEqual([]);
  });

  const express = { package: 'express', aliases: ['express-serve-static-core'] };
  it.each<[string, ModelRow, string]>([
    ['a member that is not there', { kind: 'neutral', on: 'Application#teleport', because }, 'names nothing'],
    ['an owner that is not there', { kind: 'neutral', on: 'Teleporter#use', because }, 'names nothing'],
    ['a static member for an instance one', { kind: 'neutral', on: 'Application.use', because }, 'names nothing'],
    ['an argument that no signature has', { kind: 'invokes', on: 'IRouter#param', callback: { argument: 7 }, per: 'request', owner: 'receiver', because }, 'names something else'],
    ['a value for a type', { kind: 'yields', on: 'Application#use', lifetime: 'request', because }, 'names something else'],
    ['a member that takes nothing back', { kind: 'registers', on: 'Application#engine', what: 'an entry', into: 'receiver', undone: { members: ['unengine'] }, because }, 'names something else'],
    ['a result without the member', { kind: 'registers', on: 'Application#engine', what: 'an entry', into: 'receiver', undone: { result: ['[Symbol.dispose]'] }, because }, 'names something else'],
    ['more arguments than it takes', { kind: 'registers', on: 'Application#engine', what: 'an entry', into: 'receiver', onlyWith: { argument: 2 }, because }, 'names something else'],
    ['a method for what lasts', { kind: 'lasts', on: 'Application#engine', lifetime: 'process', because }, 'names something else'],
    ['a type for a function', { kind: 'decorates', on: 'Request', per: 'request', because }, 'names something else'],
  ])('would not hold with %s', (_, row, problem) => {
    expect(declared.problemOf({ ...express, rows: [row] }, row)).toBe(problem);
  });

  it('would not hold with a row that another one hides', () => {
    const row: ModelRow = { kind: 'invokes', on: 'Application#prependListener', callback: { argument: 1 }, per: 'event', owner: 'receiver', because };
    expect(declared.problemOf({ ...express, rows: [row] }, row)).toBe('names nothing');
  });

  it('name only aliases that declare something of them', () => {
    expect(libraryModels.flatMap((model) => declared.idleAliasesOf(model))).toEqual([]);
    const idle = { ...express, aliases: ['express-serve-static-core', 'koa'], rows: [{ kind: 'neutral', on: 'IRouter#use', because }] } as const;
    expect(declared.idleAliasesOf(idle)).toEqual(['koa']);
  });

  it('justify each row with a web page', () => {
    const sources = libraryModels.flatMap((model) => model.rows.map((row) => row.because));
    expect(sources.filter((source) => !URL.canParse(source) || !source.startsWith('https://'))).toEqual([]);
  });

  it('are data alone', () => {
    expect(JSON.parse(JSON.stringify(libraryModels))).toStrictEqual(libraryModels);
  });

  it('say each thing once', () => {
    const repeated = libraryModels.flatMap((model) => rowsOf(model).filter((row, index, rows) => rows.indexOf(row) !== index).map((row) => `${model.package}: ${row}`));
    expect(repeated).toEqual([]);
  });
});

describe('generated files', () => {
  it('list the models that are there', () => {
    expect(readFileSync(`${directory}/index.ts`, 'utf8')).toBe(renderModelsIndex(directory));
  });

  it('define the models that users may write as their types do', () => {
    expect(readFileSync(`${directory}/model-definitions.ts`, 'utf8')).toBe(renderModelDefinitions());
  });

  it('document the kinds of rows that the types have', () => {
    expect(readFileSync(fileURLToPath(new URL('../../docs/model-rows.md', import.meta.url)), 'utf8')).toBe(renderModelRows());
  });

  it('document the models that are there', () => {
    expect(readFileSync(fileURLToPath(new URL('../../docs/models.md', import.meta.url)), 'utf8')).toBe(renderModelsDocs(libraryModels, packagesInFixtures()));
  });
});
