// What users read when their setup is wrong: one sentence that says what to change, once per file, and no crash.

import * as parser from '@typescript-eslint/parser';
import type { Linter } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';
import { libraryModels } from '../../src/models/index.js';
import { readSettings } from '../../src/settings/read-settings.js';
import { asCompiler, CompilerUnavailableError } from '../../src/typescript/compiler.js';
import { ScratchProject } from './scratch-project.js';

const project = new ScratchProject({
  'package.json': '{ "type": "module" }',
  'tsconfig.json': JSON.stringify({ compilerOptions: { target: 'es2022', module: 'nodenext', types: [], strict: true, noEmit: true }, include: ['src'] }),
  'src/b.ts': 'export const clean = true;\n',
  'src/a.ts': 'const seen: string[] = [];\nexport function visit(name: string): void {\n  seen.push(name);\n}\n',
});
const typed = { parser, parserOptions: { projectService: true, tsconfigRootDir: project.folder } };

const oncePerFile = (words = '') => ['a', 'b'].map((name): unknown => expect.stringMatching(new RegExp(`^src/${name}\\.ts:1 leaks/[a-z-]+ ${words}`)));

afterAll(() => {
  project.dispose();
});

describe('a wrong setup', () => {
  it('is told once per file when there is no type information', async () => {
    const lines = await project.lint({ parser });
    expect(lines).toEqual(oncePerFile('eslint-plugin-leaks needs type information\\. .*projectService'));
  });

  it.each([
    ['an unknown key', { entrypoints: ['visit'] }, 'settings.leaks has the unknown key entrypoints; known are entryPoints and models.'],
    ['two unknown keys', { entry: [], model: [] }, 'settings.leaks has the unknown key entry, model; known are entryPoints and models.'],
    ['an entry point that is no name', { entryPoints: [/visit/] }, 'settings.leaks.entryPoints must be an array of function names'],
    ['entry points that are no list', { entryPoints: 'visit' }, 'settings.leaks.entryPoints must be an array of function names'],
    ['settings that are no object', [], 'settings.leaks must be an object'],
  ])('is told once per file for %s', async (_what, leaks, message) => {
    const lines = await project.lint(typed, { settings: { leaks } });
    expect(lines).toEqual(oncePerFile());
    for (const line of lines) expect(line).toContain(message);
  });

  const process = { kind: 'invokes', on: 'Queue#process', callback: { argument: 0 }, per: 'job', owner: 'receiver', because: 'https://queue.example/' };
  const register = { kind: 'registers', on: 'Queue#use', what: 'a hook', into: 'receiver', because: 'https://queue.example/' };
  const { callback: _callback, ...withoutCallback } = process;
  it.each([
    ['models that are no list', { package: 'queue', rows: [] }, ' must be an array; it is an object with package, rows.'],
    ['a model that is none', ['queue'], '[0] must be { package, versions?, aliases?, generatedWith?, rows }; it is "queue".'],
    ['a model without rows', [{ package: 'queue' }], '[0].rows is missing; it must be an array.'],
    ['a model with an unknown property', [{ name: 'queue', rows: [] }], '[0].name is not known; known are package, versions?, aliases?, generatedWith?, rows.'],
    ['aliases that are no list', [{ package: 'queue', aliases: 'q', rows: [] }], '[0].aliases must be an array of strings; it is "q".'],
    ['a row of an unknown kind', [{ package: 'queue', rows: [process, { ...process, kind: 'calls' }] }], /\[0\]\.rows\[1\]\.kind must be one of (?:\w+, )*bounds, (?:\w+, )*yields; it is "calls"\.$/],
    ['a row without its kind', [{ package: 'queue', rows: [{ on: 'Queue#process' }] }], /\[0\]\.rows\[0\]\.kind is missing; it must be one of (?:\w+, )*bounds, (?:\w+, )*yields\.$/],
    ['a row without its callback', [{ package: 'queue', rows: [withoutCallback] }], '[0].rows[0].callback is missing; it must be { argument, members?, deep? }.'],
    ['a misspelt property', [{ package: 'queue', rows: [{ ...withoutCallback, calback: { argument: 0 } }] }], '[0].rows[0].calback is not known; known are because, kind, on, callback, per, owner, events?.'],
    ['a word that is none of the words', [{ package: 'queue', rows: [process, process, { ...process, per: 'daily' }] }], /^settings\.leaks\.models\[0\]\.rows\[2\]\.per must be one of connection, event, job, message, .*; it is "daily"\.$/],
    ['a name that is none', [{ package: 'queue', rows: [{ ...process, on: /process/ }] }], '[0].rows[0].on must be a string; it is /process/.'],
    ['neither of two forms', [{ package: 'queue', rows: [{ ...process, callback: { argument: 'first' } }] }], '[0].rows[0].callback.argument must be one of a number, any; it is "first".'],
    ['no form of an object', [{ package: 'queue', rows: [{ ...register, into: { arguments: 0 } }] }], '[0].rows[0].into must be one of process, receiver, { argument, member? }, { elements }; it is an object with arguments.'],
    ['something wrong inside one form', [{ package: 'queue', rows: [{ ...register, into: { argument: 0, member: 1 } }] }], '[0].rows[0].into.member must be a string; it is 1.'],
    ['a key with a strange name', [{ package: 'queue', rows: [{ ...process, events: { 'every day': ['dawn'] } }] }], '[0].rows[0].events["every day"] is not known; known are connection?, event?,'],
    ['a function', [{ package: 'queue', rows: [{ ...process, because: () => 'https://queue.example/' }] }], '[0].rows[0].because must be a string; it is a function.'],
    ['the second of two models', [{ package: 'queue', rows: [process] }, { package: 'bus', rows: null }], '[1].rows must be an array; it is null.'],
  ])('names the place in settings.leaks.models for %s', (_what, models, words) => {
    const answer = readSettings({ models });
    const sentence = 'problem' in answer ? answer.problem.replace(/ See docs\/own-models\.md\.$/, '') : '';
    if (typeof words === 'string') expect(`${sentence} `).toContain(`settings.leaks.models${words}`);
    else expect(sentence).toMatch(words);
  });

  it('is told once per file for a wrong model', async () => {
    const lines = await project.lint(typed, { settings: { leaks: { models: [{ package: 'queue' }] } } });
    expect(lines).toEqual(oncePerFile('settings\\.leaks\\.models\\[0\\]\\.rows is missing; it must be an array\\. See docs/own-models\\.md\\.$'));
  });

  it('is not told for the models that are built in', () => {
    expect(readSettings({ models: libraryModels })).toEqual({ entryPoints: [], models: libraryModels });
  });

  it('is told once per file when the program comes from another copy of TypeScript', async () => {
    const services = { program: { getSourceFile: () => ({ kind: -1 }) } };
    const parseForESLint = (text: string, options?: parser.ParserOptions) => ({ ...parser.parseForESLint(text, options), services });
    const foreign = { parseForESLint } as unknown as Linter.Parser;
    const lines = await project.lint({ parser: foreign });
    expect(lines).toEqual(oncePerFile('The program was made by another copy of TypeScript'));
  });

  it('is refused by ESLint when an option of a rule is wrong', async () => {
    const wrong = project.lint(typed, { rules: { 'leaks/no-module-growth': ['error', { verdict: 'certain' }] } });
    await expect(wrong).rejects.toThrow(/no-module-growth.*\n.*(?:verdict|allowed values)/);
  });

  it('reports when the setup is right', async () => {
    expect(await project.lint(typed, { settings: { leaks: { entryPoints: ['visit'], models: [] } } })).toEqual([expect.stringMatching(/^src\/a\.ts:3 leaks\/no-module-growth /)]);
  });
});

describe('a compiler that will not do', () => {
  it('is named when it has no API, as in TypeScript 7', () => {
    const native = { version: '7.0.0' };
    expect(() => asCompiler(native)).toThrow(CompilerUnavailableError);
    expect(() => asCompiler(native)).toThrow(/>=5\.4 <6\.1.*\(7\.0\.0\).*npm install --save-dev typescript@/);
  });

  it('is named when it is too old', () => {
    const old = { version: '5.3.3', createProgram: () => undefined, forEachChild: () => undefined };
    expect(() => asCompiler(old)).toThrow(/found 5\.3\.3/);
  });
});
