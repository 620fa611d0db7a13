// The package as its users get it: built, packed, imported by its name, and consistent in its names and files.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import { defineConfig } from 'eslint/config';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import plugin from '../src/index.js';
import { ownModelsProject, promisedReports } from './docs/own-models-page.js';
import { ScratchProject } from './typed-lint/scratch-project.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
  files: string[];
  exports: { '.': { types: string; default: string } };
};
mkdirSync(join(root, '.reports'), { recursive: true });
const scratch = mkdtempSync(join(root, '.reports/package-'));

const own = new ScratchProject({
  ...ownModelsProject,
  'models/typed.ts': "import type { LibraryModel } from 'eslint-plugin-leaks';\nexport const empty: LibraryModel = { package: 'acme-bus', rows: [] };\n",
  'models/wrong.js': "/** @type {import('eslint-plugin-leaks').LibraryModel} */\nexport const wrong = { package: 'acme-bus', rows: [{ kind: 'handles', on: 'Bus', per: 'daily', because: '' }] };\n",
});

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/build.js'), join(scratch, 'dist')], { cwd: root });
  symlinkSync(join(root, 'package.json'), join(scratch, 'package.json'));
  symlinkSync(scratch, join(own.folder, 'node_modules/eslint-plugin-leaks'));
});

afterAll(() => {
  own.dispose();
  rmSync(scratch, { recursive: true, force: true });
});

describe('the package', () => {
  it('names itself as its manifest does', () => {
    expect(plugin.meta).toEqual({ name: manifest.name, version: manifest.version, namespace: 'leaks' });
  });

  it('has a preset entry for each rule in both presets', () => {
    const names = Object.keys(plugin.rules).map((rule) => `leaks/${rule}`).sort();
    for (const preset of ['recommended', 'strict'] as const) {
      const config = plugin.configs[preset];
      expect(config.name).toBe(`leaks/${preset}`);
      expect(Object.keys(config.rules).sort()).toEqual(names);
    }
  });

  it('has a source file for each rule, and describes it', () => {
    for (const [name, rule] of Object.entries(plugin.rules)) {
      expect(existsSync(join(root, `src/rules/${name}.ts`))).toBe(true);
      expect(rule.meta.docs.description).toMatch(/^Disallow [^.]+$/);
      expect(rule.meta.docs.url).toContain(`docs/rules/${name}.md`);
    }
  });

  it('is built with the files that its exports promise', () => {
    for (const file of Object.values(manifest.exports['.'])) expect(existsSync(join(scratch, file))).toBe(true);
  });

  it('packs nothing but what users need', () => {
    const [{ files }] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as [{ files: { path: string }[] }];
    const outside = files.map(({ path }) => path).filter((path) => !/^(?:dist\/.*\.(?:js|d\.ts)|docs\/.*\.(?:md|svg|yml)|LICENSE|README\.md|package\.json)$/.test(path));
    expect(outside).toEqual([]);
    expect(files.map(({ path }) => path)).toContain('LICENSE');
  });

  it('works in a project with a model of its own, configured as the page says', () => {
    const { folder } = own;
    const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/eslint/bin/eslint.js'), '--format', 'json', 'src'], { cwd: folder, encoding: 'utf8' });
    const results = JSON.parse(stdout) as { filePath: string; messages: { line: number; ruleId: string }[] }[];
    const reports = results.flatMap(({ filePath, messages }) => messages.map(({ line, ruleId }) => `${relative(folder, filePath)}:${String(line)} ${ruleId}`));
    expect(reports).toEqual(promisedReports);
  });

  it('brings the types of models', () => {
    const compile = (...files: string[]): string =>
      spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '--strict', '--allowJs', '--checkJs', '--skipLibCheck', '--ignoreConfig', '--types', 'node', '--module', 'nodenext', '--target', 'es2022', ...files], { cwd: own.folder, encoding: 'utf8' }).stdout;
    expect(compile('models/acme-bus.js', 'models/typed.ts')).toBe('');
    expect(compile('models/wrong.js')).toMatch(/^models\/wrong\.js\(2,\d+\): error TS\d+: [^]*'"daily"'/);
  });

  it('loads the validator only for models of the user', () => {
    const loaded = (settings: string): string => {
      const lint = "import { createRequire } from 'node:module'; import { ESLint } from 'eslint'; import config from './eslint.config.js';" +
        `const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: config.map((part) => ({ ...part, settings: ${settings} })) }); await eslint.lintFiles(['src']);` +
        "console.log(Object.keys(createRequire(import.meta.url).cache).filter((file) => /ajv.dist.ajv\\.js$/.test(file)).length);";
      return execFileSync(process.execPath, ['--input-type=module', '--eval', lint], { cwd: own.folder, encoding: 'utf8' }).trim();
    };
    expect(loaded('{ leaks: { models: [] } }')).toBe('1');
    expect(loaded("{ leaks: { entryPoints: ['visit'] } }")).toBe('0');
  });

  it('works as built: it finds the leaks of a fixture', async () => {
    const { default: built } = (await import(pathToFileURL(join(scratch, 'dist/index.js')).href)) as { default: typeof plugin };
    const eslint = new ESLint({
      cwd: join(root, 'fixtures/s01-static-in-handler/express-route'),
      overrideConfigFile: true,
      overrideConfig: defineConfig({ files: ['**/*.ts'], extends: [built.configs.recommended], languageOptions: { parser, parserOptions: { projectService: true } } }),
    });
    const results = await eslint.lintFiles(['src']);
    expect(results.flatMap(({ messages }) => messages.map(({ line, ruleId }) => `${String(line)} ${String(ruleId)}`))).toEqual(['7 leaks/no-static-growth', '8 leaks/no-static-growth']);
  });
});
