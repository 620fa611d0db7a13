// A git repository of its own for one test, with nobody's configuration, and with the packages of this repository installed by links.

import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packedPackage } from '../cli/packed-package.js';
import { ScratchTree } from '../cli/scratch-tree.js';

const packages = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const programs = ['eslint', 'husky', 'lint-staged'];
const linked = [...programs, '@types/node', '@typescript-eslint/parser', 'typescript'];

/** How a program ended, and all that it said. */
export interface Ended {
  readonly code: number | null;
  readonly told: string;
}

/** A scratch tree under git. */
export class ThrowawayRepository extends ScratchTree {
  constructor(files: Readonly<Record<string, string>>) {
    super({ ...files, '.gitignore': 'node_modules\n' }, 'outside');
    for (const name of linked) this.link(name, join(packages, name));
    for (const name of programs) this.link(`.bin/${name}`, join(packages, '.bin', name));
    const { folder } = packedPackage();
    const command = join(folder, 'dist/cli/main.js');
    chmodSync(command, 0o755);
    this.link('eslint-plugin-leaks', folder);
    this.link('.bin/eslint-plugin-leaks', command);
    this.git('init', '--quiet', '--initial-branch=main');
  }

  /** Starts a program in the repository. */
  start(program: string, ...args: readonly string[]): Ended {
    const someone = { NAME: 'Someone', EMAIL: 'someone@example.org' };
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd: this.folder,
      encoding: 'utf8',
      timeout: 120_000,
      env: {
        ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
        ...Object.fromEntries(Object.entries(someone).flatMap(([name, value]) => [[`GIT_AUTHOR_${name}`, value], [`GIT_COMMITTER_${name}`, value]])),
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        PRE_COMMIT_HOME: join(this.folder, '.git/pre-commit-home'),
        NO_COLOR: '1',
        FORCE_COLOR: undefined,
        CI: undefined,
        NODE_ENV: undefined,
      },
    });
    return { code: status, told: `${stdout}${stderr}${error?.message ?? ''}` };
  }

  /** Runs git. */
  git(...args: readonly string[]): Ended {
    return this.start('git', ...args);
  }

  /** Stages these files alone and commits them. */
  commit(...files: readonly string[]): Ended {
    this.git('add', ...files);
    return this.git('commit', '--message', 'a change');
  }

  /** How many commits there are. */
  commits(): number {
    return Number(this.git('rev-list', '--count', 'HEAD').told);
  }
}
