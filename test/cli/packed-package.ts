// The package as a user gets it: built, packed with npm, and unpacked again. Made once for each state of the sources, so that the
// test files that need it share it.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const reports = join(root, '.reports');
const others = ['package.json', 'README.md', 'LICENSE'];

/** Where the tarball and what it unpacks to are. */
export interface PackedPackage {
  readonly tarball: string;
  readonly folder: string;
}

function stateOfSources(): string {
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = [...sources.map((entry) => join(entry.parentPath, entry.name)), ...others.map((name) => join(root, name))].sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** Builds, packs and unpacks the package. */
export function packedPackage(): PackedPackage {
  const home = join(reports, `packed-${stateOfSources()}`);
  const packed = { tarball: join(home, 'package.tgz'), folder: join(home, 'package') };
  if (existsSync(home)) return packed;
  mkdirSync(reports, { recursive: true });
  const stage = mkdtempSync(join(reports, 'stage-'));
  const run = (file: string, args: readonly string[], cwd: string): string => execFileSync(file, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  run(process.execPath, [join(root, 'scripts/build.js'), join(stage, 'source/dist')], root);
  for (const name of [...others, 'docs']) cpSync(join(root, name), join(stage, 'source', name), { recursive: true });
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', stage], join(stage, 'source'));
  const [tarball = ''] = readdirSync(stage).filter((name) => name.endsWith('.tgz'));
  renameSync(join(stage, tarball), join(stage, 'package.tgz'));
  run('tar', ['xzf', 'package.tgz'], stage);
  rmSync(join(stage, 'source'), { recursive: true });
  try {
    renameSync(stage, home);
  } catch {
    // Another test file was quicker; its copy is as good.
    rmSync(stage, { recursive: true });
  }
  return packed;
}
