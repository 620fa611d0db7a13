// The packed package in throwaway projects, installed with npm or pnpm beside the versions that people have: the command, eslint with
// the config that `init` writes or that a CommonJS project has, and the presets as `--inspect-config` loads them.

import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PackedPackage, packedPackage } from './packed-package.js';
import { ScratchTree, leakyServer, tsconfig } from './scratch-tree.js';

interface Setup {
  readonly eslint: string;
  readonly typescript: string;
  readonly manager?: 'pnpm';
  readonly files: Readonly<Record<string, string>>;
  readonly leak: string;
}

const commonJs = "const parser = require('@typescript-eslint/parser');\nconst leaks = require('eslint-plugin-leaks').default;\n\nmodule.exports = [{ ...leaks.configs.recommended, languageOptions: { parser, parserOptions: { projectService: true } } }, { ignores: ['eslint.config.cjs'] }];\n";

const setups: Readonly<Record<string, Setup>> = {
  'npm, ESLint 10, TypeScript 6.0, the config of init': { eslint: '10', typescript: '6.0', files: { ...leakyServer, 'tsconfig.json': tsconfig() }, leak: 'src/visits.ts:4' },
  'npm, ESLint 9, TypeScript 5.4, a CommonJS config': { eslint: '9', typescript: '5.4', files: { ...leakyServer, 'tsconfig.json': tsconfig(), 'eslint.config.cjs': commonJs }, leak: 'src/visits.ts:4' },
  'pnpm, ESLint 10, TypeScript 5.9, workspaces': {
    eslint: '10',
    typescript: '5.9',
    manager: 'pnpm',
    files: {
      'pnpm-workspace.yaml': 'packages:\n  - apps/*\n',
      'tsconfig.json': tsconfig({ include: ['apps/*/src'] }),
      'apps/shop/package.json': '{ "name": "shop", "version": "1.0.0", "type": "module" }',
      ...Object.fromEntries(Object.entries(leakyServer).map(([name, text]) => [`apps/shop/${name}`, text])),
    },
    leak: 'apps/shop/src/visits.ts:4',
  },
  'npm, ESLint 10, TypeScript 6.0, JavaScript only': {
    eslint: '10',
    typescript: '6.0',
    files: {
      'src/server.js': "import { createServer } from 'node:http';\n\nconst seen = new Set();\n\ncreateServer((request) => {\n  seen.add(request.url);\n}).listen(3000);\n",
      'tsconfig.json': tsconfig({}, { allowJs: true }),
    },
    leak: 'src/server.js:6',
  },
};

let packed: PackedPackage;
let tree: ScratchTree | undefined;

beforeAll(() => {
  packed = packedPackage();
});

afterEach(() => {
  tree?.dispose();
  tree = undefined;
});

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(cwd: string, command: string, args: readonly string[]): Outcome {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, npm_config_audit: 'false', npm_config_fund: 'false', npm_config_update_notifier: 'false' };
  return spawnSync(command, args, { cwd, env, encoding: 'utf8', timeout: 240_000 });
}

function install({ eslint, typescript, manager, files }: Setup): string {
  const devDependencies = { eslint, typescript, '@typescript-eslint/parser': '8', '@types/node': '20', 'eslint-plugin-leaks': 'file:./package.tgz' };
  tree = new ScratchTree({ ...files, 'package.json': JSON.stringify({ private: true, type: 'module', devDependencies }) }, 'outside');
  cpSync(packed.tarball, join(tree.folder, 'package.tgz'));
  const { status, stdout, stderr } = manager === 'pnpm' ? start(tree.folder, 'npx', ['--yes', 'pnpm@10', 'install', '--prefer-offline']) : start(tree.folder, 'npm', ['install', '--prefer-offline', '--ignore-scripts']);
  expect(status, stdout + stderr).toBe(0);
  return tree.folder;
}

describe('installed', () => {
  it.each(Object.entries(setups))('%s', { timeout: 600_000 }, (_, setup) => {
    const folder = install(setup);
    const bin = (name: string): string => join(folder, 'node_modules/.bin', name);

    const command = start(folder, bin('eslint-plugin-leaks'), []);
    expect(command.stderr).toBe('');
    expect(command.stdout).toContain(`${setup.leak}:`);
    expect(command.status).toBe(1);

    if (!('eslint.config.cjs' in setup.files)) {
      expect(start(folder, bin('eslint-plugin-leaks'), ['init'])).toMatchObject({ status: 0, stdout: 'eslint.config.js: written, with the preset recommended\n' });
    }
    const lint = start(folder, bin('eslint'), ['.', '--format', 'json']);
    const results = JSON.parse(lint.stdout) as readonly { filePath: string; messages: readonly { line: number; ruleId: string }[] }[];
    const reports = results.flatMap(({ filePath, messages }) => messages.map(({ line, ruleId }) => `${filePath.slice(folder.length + 1)}:${String(line)} ${ruleId}`));
    expect(reports).toEqual([`${setup.leak} leaks/no-module-growth`]);

    const config = start(folder, bin('eslint'), ['--print-config', setup.leak.replace(/:\d+$/u, '')]);
    expect(JSON.parse(config.stdout)).toMatchObject({ rules: { 'leaks/no-module-growth': [2, { verdict: 'leak' }] } });
  });
});
