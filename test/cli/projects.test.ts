// Which programs the command makes of a folder: configs, references, workspaces, plain JavaScript, and what it leaves alone.

import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { runCommand } from './run-command.js';
import { ScratchTree, leakyServer, tsconfig } from './scratch-tree.js';

const trees: ScratchTree[] = [];

function tree(files: Readonly<Record<string, string>>, where: 'inside' | 'outside' = 'inside'): ScratchTree {
  const made = new ScratchTree(files, where);
  trees.push(made);
  return made;
}

afterEach(() => {
  for (const made of trees.splice(0)) made.dispose();
});

function found(folder: string, args: readonly string[] = []): { places: readonly string[]; files: number; err: string } {
  const { out, err } = runCommand(folder, [...args, '--format', 'json']);
  if (out === '') return { places: [], files: 0, err };
  const { findings, files } = JSON.parse(out) as { findings: readonly { file: string; line: number }[]; files: number };
  return { places: findings.map(({ file, line }) => `${file}:${String(line)}`), files, err };
}

function under(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}

const javascript = {
  'server.js': "const { createServer } = require('node:http');\nconst { remember } = require('./visits');\ncreateServer((request) => remember(request.url)).listen(3000);\n",
  'visits.js': 'const sessions = new Map();\nexports.remember = function remember(id) {\n  sessions.set(id, Date.now());\n};\n',
};

describe('the command finds the programs', () => {
  it('of a folder with a tsconfig, and of a folder below it', () => {
    const { folder } = tree({ ...leakyServer, 'tsconfig.json': tsconfig() });
    expect(found(folder).places).toEqual(['src/visits.ts:4']);
    expect(found(join(folder, 'src')).places).toEqual(['visits.ts:4']);
  });

  it('of workspaces, with or without a config above them', () => {
    const { folder } = tree({
      'package.json': JSON.stringify({ private: true, workspaces: ['apps/*'] }),
      ...under('apps/a', { ...leakyServer, 'tsconfig.json': tsconfig() }),
      ...under('apps/b', { ...leakyServer, 'tsconfig.json': tsconfig() }),
    });
    expect(found(folder).places).toEqual(['apps/a/src/visits.ts:4', 'apps/b/src/visits.ts:4']);
    expect(found(folder, ['apps/b']).places).toEqual(['apps/b/src/visits.ts:4']);
  });

  it('of references that are named otherwise than tsconfig.json, each file once', () => {
    const { folder } = tree({
      ...leakyServer,
      'tsconfig.json': JSON.stringify({ files: [], references: [{ path: './tsconfig.app.json' }] }),
      'tsconfig.app.json': tsconfig({}, { composite: true, noEmit: false, outDir: 'dist' }),
    });
    expect(found(folder)).toMatchObject({ places: ['src/visits.ts:4'], files: 2 });
  });

  it('through an import of a referenced project that was never built', () => {
    const { folder } = tree({
      ...under('store', {
        'package.json': JSON.stringify({ name: 'store', version: '1.0.0', type: 'module', exports: { types: './dist/index.d.ts', default: './dist/index.js' } }),
        'tsconfig.json': tsconfig({}, { composite: true, noEmit: false, outDir: 'dist', rootDir: 'src' }),
        'src/index.ts': 'export function add(list: string[], text: string): void {\n  list.push(text);\n}\n',
      }),
      ...under('app', {
        'package.json': '{ "type": "module" }',
        'tsconfig.json': tsconfig({ references: [{ path: '../store' }] }),
        'src/app.ts': "import { createServer } from 'node:http';\nimport { add } from 'store';\n\nconst seen: string[] = [];\n\ncreateServer((request) => {\n  add(seen, request.url ?? '');\n}).listen(3000);\n",
      }),
    });
    const made = trees.at(-1);
    made?.link('store', join(folder, 'store'));
    const { out } = runCommand(folder, ['--explain', 'store/src/index.ts:2']);
    expect(out).toContain('push would add an element');
    expect(found(join(folder, 'app')).files).toBe(1);
    expect(runCommand(join(folder, 'app'), ['--explain', 'src/app.ts:4']).code).toBe(0);
    expect(found(join(folder, 'app')).err).toBe('');
  });

  it('of plain JavaScript without any config, leaving out what was built', () => {
    const { folder } = tree({ ...under('plain', { ...javascript, 'dist/bundle.js': javascript['visits.js'] }) }, 'outside');
    const made = trees.at(-1);
    made?.link('@types', join(import.meta.dirname, '../../node_modules/@types'));
    expect(found(folder)).toEqual({ places: ['plain/visits.js:3'], files: 2, err: '' });
  });

  it('of JavaScript with a jsconfig, or with a tsconfig that allows it', () => {
    const options = { ...JSON.parse(tsconfig({ include: ['*.js'] })) } as object;
    const { folder: js } = tree({ ...javascript, 'jsconfig.json': JSON.stringify(options) });
    expect(found(js).places).toEqual(['visits.js:3']);
    const { folder: ts } = tree({ ...javascript, 'tsconfig.json': tsconfig({ include: ['*.js'] }, { allowJs: true }) });
    expect(found(ts).places).toEqual(['visits.js:3']);
  });

  it('and says so when nothing is left to check', () => {
    const { folder } = tree({ ...javascript, 'tsconfig.json': tsconfig({ include: ['*.js'] }) });
    const { code, err } = runCommand(folder, []);
    expect(code).toBe(2);
    expect(err).toContain('allowJs');
  });

  it('and names the packages whose types are missing', () => {
    const { folder } = tree(javascript, 'outside');
    const { err } = found(folder);
    expect(err).toBe('No types for node, so that loops it runs may stay unseen. Install its types: npm install --save-dev @types/node\n');
  });

  it('and counts all installed types where a config, written for an older TypeScript, names none', () => {
    const { folder } = tree({ ...leakyServer, 'tsconfig.json': JSON.stringify({ compilerOptions: { target: 'es2022', module: 'nodenext', strict: true }, include: ['src'] }) });
    expect(found(folder).places).toEqual(['src/visits.ts:4']);
  });
});

describe('directives of ESLint', () => {
  const server = leakyServer['src/visits.ts'] ?? '';
  const store = '  sessions.set(id, Date.now());';
  it.each([
    ['next line', server.replace(store, `  // eslint-disable-next-line leaks/no-module-growth -- few\n${store}`), 0],
    ['this line', server.replace(store, `${store} // eslint-disable-line`), 0],
    ['a block', server.replace(store, `  /* eslint-disable leaks/no-module-growth */\n${store}`), 0],
    ['a block that ended', server.replace(store, `  /* eslint-disable */\n  /* eslint-enable */\n${store}`), 1],
    ['another rule', server.replace(store, `  // eslint-disable-next-line no-console\n${store}`), 1],
    ['an explanation that lasts two lines', server.replace(store, `  /* eslint-disable-next-line\n  leaks/no-module-growth -- few */\n${store}`), 0],
  ])('%s', (_, text, count) => {
    const { folder } = tree({ ...leakyServer, 'src/visits.ts': text, 'tsconfig.json': tsconfig() });
    expect(found(folder).places).toHaveLength(count);
  });
});
