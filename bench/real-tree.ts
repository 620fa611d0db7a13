// A real tree that every clone can have: the sources which the packages of a peer-to-peer network node ship, at locked versions.
// Classes with Maps, emitters, timers and streams, whose imports of each other are led to the sources, so that a call path
// crosses packages the way it crosses folders in a server.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const manifest = fileURLToPath(new URL('real-tree/', import.meta.url));

/** Installs the tree into the temporary folder, unless it is there from an earlier run, and returns its tsconfig. */
export function realTree(): string {
  const lock = readFileSync(path.join(manifest, 'package-lock.json'));
  const key = createHash('sha256').update(lock).digest('hex').slice(0, 12);
  const folder = path.join(os.tmpdir(), `eslint-plugin-leaks-bench-${key}`);
  if (!existsSync(folder)) install(folder);
  const file = path.join(folder, 'tsconfig.json');
  writeFileSync(file, `${JSON.stringify(tsconfig(packagesWithSources(folder)), undefined, 2)}\n`);
  return file;
}

function install(folder: string): void {
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(manifest, draft, { recursive: true });
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: draft, stdio: ['ignore', 'ignore', 'inherit'] });
  for (const name of packagesWithSources(draft)) {
    const sources = path.join(draft, 'sources', name);
    mkdirSync(path.dirname(sources), { recursive: true });
    cpSync(path.join(draft, 'node_modules', name, 'src'), sources, { recursive: true });
  }
  renameSync(draft, folder);
}

function packagesWithSources(folder: string): string[] {
  const modules = path.join(folder, 'node_modules');
  const scope = '@libp2p';
  const scoped = readdirSync(path.join(modules, scope)).sort().map((name) => `${scope}/${name}`);
  return ['libp2p', ...scoped].filter((name) => existsSync(path.join(modules, name, 'src', 'index.ts')));
}

function tsconfig(packages: readonly string[]): object {
  const paths = packages.flatMap((name) => [
    [name, [`./sources/${name}/index.ts`]],
    [`${name}/*`, [`./sources/${name}/*/index.ts`, `./sources/${name}/*.ts`]],
  ]);
  return {
    compilerOptions: {
      target: 'es2022',
      lib: ['esnext', 'dom', 'dom.iterable', 'dom.asynciterable'],
      module: 'nodenext',
      allowImportingTsExtensions: true,
      types: ['node'],
      strict: true,
      skipLibCheck: true,
      noEmit: true,
      paths: Object.fromEntries(paths) as Record<string, string[]>,
    },
    include: ['sources/**/*.ts'],
  };
}
