// Runs one fixture in a process of its own and compares what it measured with what the fixture claims.

import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fixture } from './fixture.js';
import type { Measurement } from './measure.js';

const timeLimitMs = 45_000;
const childFile = fileURLToPath(new URL('child.ts', import.meta.url));

/** Small values for the times that programs take from their environment, so that thousands of turns fit into seconds. */
const environment = { PORT: '0', INTERVAL_MS: '1', TTL_MS: '15', NODE_ENV: 'production' };

export interface Proof {
  readonly fixture: Fixture;
  readonly expected: 'leak' | 'clean';
  readonly ok: boolean;
  /** What was measured, or why nothing was. */
  readonly measured: Measurement | string;
  readonly seconds: number;
}

/** Optimised code comes and goes in the heap, tens of kilobytes at a time; without it a clean program stays flat to the byte. */
const nodeFlags = ['--expose-gc', '--no-opt', '--no-maglev', '--no-sparkplug', '--import', 'tsx'];

interface Answer {
  readonly measured: Measurement;
  readonly verdict?: 'leak';
}

/** Proves or refutes the verdict of one fixture. */
export async function runFixture(fixture: Fixture): Promise<Proof> {
  const began = performance.now();
  const answer = await answerOf(fixture);
  const seconds = (performance.now() - began) / 1000;
  if (typeof answer === 'string') return { fixture, expected: fixture.claimed, ok: false, measured: answer, seconds };
  const expected = answer.verdict ?? fixture.claimed;
  const { grew } = answer.measured;
  const ok = grew.length > 0 && grew.every((one) => one === (expected === 'leak'));
  return { fixture, expected, ok, measured: answer.measured, seconds };
}

function answerOf({ directory }: Fixture): Promise<Answer | string> {
  return new Promise((resolve) => {
    const child = fork(childFile, [join(directory, 'drive.ts')], {
      cwd: directory,
      env: { ...process.env, ...environment },
      execArgv: nodeFlags,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let errors = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), timeLimitMs);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(-2000);
    });
    child.on('message', (answer) => {
      resolve(answer as Answer);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve(`ended early (${signal ?? String(code)}) ${errors.trim()}`);
    });
  });
}
