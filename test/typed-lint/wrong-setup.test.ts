// What users read when their setup is wrong: one sentence that says what to change, once per file, and no crash.

import * as parser from '@typescript-eslint/parser';
import type { Linter } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';
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
    ['a model without rows', { models: [{ package: 'queue' }] }, 'settings.leaks.models must be an array of models'],
    ['a model row of an unknown kind', { models: [{ package: 'queue', rows: [{ kind: 'calls', on: 'Queue#process' }] }] }, 'Kinds and the fields they need: binds (by, what, made, token, lifetime), bounds (when),'],
    ['a model row without its callback', { models: [{ package: 'queue', rows: [{ kind: 'invokes', on: 'Queue#process', per: 'job', owner: 'receiver' }] }] }, 'invokes (callback, per, owner)'],
    ['settings that are no object', [], 'settings.leaks must be an object'],
  ])('is told once per file for %s', async (_what, leaks, message) => {
    const lines = await project.lint(typed, { settings: { leaks } });
    expect(lines).toEqual(oncePerFile());
    for (const line of lines) expect(line).toContain(message);
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
