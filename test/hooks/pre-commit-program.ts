// The pre-commit framework, which is written in Python: the one on the PATH, else one that is installed for the tests.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../../.reports/pre-commit/', import.meta.url));
const own = join(home, 'bin/pre-commit');

/**
 * Finds the framework, or installs it into a folder of the tests.
 * @throws {Error} when there is neither, with what would help and why it failed.
 */
export function preCommitProgram(): string {
  if (spawnSync('pre-commit', ['--version']).status === 0) return 'pre-commit';
  if (existsSync(own)) return own;
  mkdirSync(home, { recursive: true });
  const steps: readonly (readonly [string, readonly string[]])[] = [
    ['python3', ['-m', 'venv', home]],
    [join(home, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', '--retries', '1', 'pre-commit>=4,<5']],
  ];
  for (const [program, args] of steps) {
    const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: 200_000 });
    if (status !== 0) {
      throw new Error(`This test commits through the real pre-commit framework and found none. Install it: pipx install pre-commit, or apt-get install pre-commit.\n${error?.message ?? stderr}`);
    }
  }
  return own;
}
