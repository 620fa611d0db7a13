// `init`: the config it writes or extends works with the real eslint, and everything that stood there before stands there still.

import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { packedPackage } from './packed-package.js';
import { eslintReports } from './run-eslint.js';
import { runCommand } from './run-command.js';
import { ScratchTree, leakyServer, tsconfig } from './scratch-tree.js';

const shapes: Readonly<Record<string, { file: string; text: string; type?: string }>> = {
  'an exported array': {
    file: 'eslint.config.js',
    type: 'module',
    text: "export default [\n  // what is built\n  { ignores: ['dist/'] },\n  { files: ['**/*.js'], rules: { 'no-console': 'error' } }, // keep\n];\n",
  },
  'an empty array, double quotes and no semicolons': { file: 'eslint.config.mjs', text: 'import { builtinModules } from "node:module"\n\nexport const modules = builtinModules\n\nexport default []\n' },
  'defineConfig with an array': {
    file: 'eslint.config.js',
    type: 'module',
    text: "import { defineConfig } from 'eslint/config';\n\nexport default defineConfig([\n\t{ files: ['**/*.js'], rules: { 'no-console': 'error' } },\n]);\n",
  },
  'defineConfig with arguments': {
    file: 'eslint.config.mjs',
    text: "import { defineConfig, globalIgnores } from 'eslint/config';\n\nexport default defineConfig(globalIgnores(['dist/']), { files: ['**/*.js'], rules: { eqeqeq: 'error' } });\n",
  },
  'tseslint.config with types': {
    file: 'eslint.config.js',
    type: 'module',
    text: "import tseslint from 'typescript-eslint';\n\nexport default tseslint.config(\n  { files: ['src/**/*.ts'], extends: [tseslint.configs.base], languageOptions: { parserOptions: { projectService: true } } },\n);\n",
  },
  'tseslint.config without types': {
    file: 'eslint.config.js',
    type: 'module',
    text: "import tseslint from 'typescript-eslint';\n\nexport default tseslint.config(\n  { files: ['src/**/*.ts'], extends: [tseslint.configs.base] },\n);\n",
  },
  'module.exports': { file: 'eslint.config.cjs', text: "const { builtinModules } = require('node:module');\n\nmodule.exports = [{ files: ['**/*.js'], rules: { 'no-restricted-modules': ['error', ...builtinModules] } }];\n" },
  'an array with a name': {
    file: 'eslint.config.js',
    type: 'module',
    text: "// @ts-check\n\nconst leaks = { rules: {} };\n\n/** @type {import('eslint').Linter.Config[]} */\nconst config = [\n  leaks,\n];\n\nexport default config;\n",
  },
};

let installed: string;
let tree: ScratchTree | undefined;

beforeAll(() => {
  installed = packedPackage().folder;
});

afterEach(() => {
  tree?.dispose();
  tree = undefined;
});

function project(files: Readonly<Record<string, string>>): ScratchTree {
  tree = new ScratchTree({ 'tsconfig.json': tsconfig(), ...leakyServer, 'tool.ts': 'export const outside = true;\n', ...files });
  tree.link('eslint-plugin-leaks', installed);
  return tree;
}

describe('init', { timeout: 180_000 }, () => {
  it.each(Object.entries(shapes))('extends %s', (_, { file, text, type }) => {
    const { folder } = project({ [file]: text, 'package.json': JSON.stringify(type === undefined ? {} : { type }) });
    expect(runCommand(folder, ['init'])).toEqual({ code: 0, out: `${file}: the preset recommended was added\n`, err: '' });
    const after = tree?.read(file);
    expect(eslintReports(folder, ['.'])).toEqual(['src/visits.ts:4 leaks/no-module-growth']);
    expect(runCommand(folder, ['init'])).toEqual({ code: 0, out: `${file}: has the plugin already\n`, err: '' });
    expect(tree?.read(file)).toBe(after);
  });

  it('adds a part and its imports, and keeps everything else as it was', async () => {
    const written = Object.entries(shapes).map(([name, { file, text }]) => {
      const { folder } = project({ [file]: text });
      runCommand(folder, ['init']);
      const after = tree?.read(file) ?? '';
      tree?.dispose();
      return `== ${name}\n${after}`;
    });
    await expect(written.join('\n')).toMatchFileSnapshot('expected-init.txt');
  });

  it.each([
    ['eslint.config.js', '{ "type": "module" }'],
    ['eslint.config.mjs', '{}'],
  ])('writes %s where there is none', (file, manifest) => {
    const { folder } = project({ 'package.json': manifest, 'tsconfig.json': tsconfig({ exclude: ['src/generated'] }) });
    expect(runCommand(folder, ['init']).out).toBe(`${file}: written, with the preset recommended\n`);
    expect(eslintReports(folder, ['.'])).toEqual(['src/visits.ts:4 leaks/no-module-growth']);
    expect(tree?.read(file)).toContain("files: ['src/**/*.{ts,mts,cts,tsx}'], ignores: ['src/generated/**']");
  });

  it('leaves alone what it does not understand, and prints what to add', () => {
    const text = 'export default await import("./more.js").then(({ parts }) => parts);\n';
    const { folder } = project({ 'eslint.config.mjs': text });
    const { code, err } = runCommand(folder, ['init']);
    expect(code).toBe(2);
    expect(err).toContain('was left as it is');
    expect(err).toContain('extends: [leaks.configs.recommended]');
    expect(tree?.read('eslint.config.mjs')).toBe(text);
  });

  it('asks for a tsconfig where there is none', () => {
    tree = new ScratchTree({ 'server.js': '' }, 'outside');
    const { code, err } = runCommand(tree.folder, ['init']);
    expect(code).toBe(2);
    expect(err).toContain('"allowJs": true');
  });

  it('names what is still to be installed', () => {
    tree = new ScratchTree({ 'tsconfig.json': tsconfig(), 'src/app.ts': '' }, 'outside');
    expect(runCommand(tree.folder, ['init']).out).toContain('still to install: npm install --save-dev eslint @typescript-eslint/parser typescript eslint-plugin-leaks\n');
  });

  it.each([
    ['no entry', '{\n    "name": "shop"\n}\n', '{\n    "name": "shop",\n    "lint-staged": {\n        "*.{ts,mts,cts,tsx,js,mjs,cjs,jsx}": "eslint --no-warn-ignored"\n    }\n}\n'],
    ['entries for other files', '{ "lint-staged": { "*.md": "prettier --write" } }', '{\n  "lint-staged": {\n    "*.md": "prettier --write",\n    "*.{ts,mts,cts,tsx,js,mjs,cjs,jsx}": "eslint --no-warn-ignored"\n  }\n}'],
    ['an entry that runs eslint', '{ "lint-staged": { "*.ts": ["eslint --fix"] } }', '{ "lint-staged": { "*.ts": ["eslint --fix"] } }'],
  ])('adds the hook to a package.json with %s', (_, before, after) => {
    const { folder } = project({ 'package.json': before });
    expect(runCommand(folder, ['init', '--hook']).code).toBe(0);
    expect(tree?.read('package.json')).toBe(after);
  });

  it.each([
    ['a repository without hooks', { 'package.json': '{}', '.git/HEAD': '' }, true],
    ['a repository that runs lint-staged', { 'package.json': '{ "lint-staged": {} }', '.git/HEAD': '' }, false],
    ['a repository of the pre-commit framework', { 'package.json': '{}', '.git/HEAD': '', '.pre-commit-config.yaml': '' }, false],
    ['a folder that is no repository', { 'package.json': '{}' }, false],
  ])('offers the hook where none is yet: %s', (_, files, offered) => {
    const { folder } = project(files);
    const { out } = runCommand(folder, ['init']);
    expect(out.includes('to refuse leaks at the commit too: npx eslint-plugin-leaks init --hook\n')).toBe(offered);
    expect(runCommand(folder, ['init', '--hook']).out).not.toContain('to refuse');
  });

  it('does not touch a lint-staged config of its own', () => {
    const { folder } = project({ 'package.json': '{}', '.lintstagedrc.json': '{}' });
    const { code, err } = runCommand(folder, ['init', '--hook']);
    expect(code).toBe(2);
    expect(err).toContain("Add there: '*.{ts,mts,cts,tsx,js,mjs,cjs,jsx}': 'eslint --no-warn-ignored'");
  });
});
