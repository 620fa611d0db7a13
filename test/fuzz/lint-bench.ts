// Sends programs to a child process that lints them and gives up on the ones that take too long. A stuck child is replaced, so
// the next program, and the search for a smaller one that hangs too, start afresh.

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LintedTexts } from './lint-texts.js';

type Answer = { readonly linted: LintedTexts } | { readonly thrown: string };

/** Lints programs one at a time, each within a limit. */
export class LintBench {
  #child: ChildProcess | undefined;

  /**
   * What linting these texts shows.
   * @throws when a rule throws, or when it takes longer than `limit` milliseconds.
   */
  async lint(texts: Readonly<Record<string, string>>, limit: number): Promise<LintedTexts> {
    this.#child ??= await this.#start();
    const answer = await this.#ask(this.#child, texts, limit);
    if ('thrown' in answer) throw new Error(answer.thrown);
    return answer.linted;
  }

  /** Ends the child. */
  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(fileURLToPath(new URL('lint-child.ts', import.meta.url)), { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    await this.#ask(child, { 'warm-up.ts': `import 'node:http';` }, 60_000);
    return child;
  }

  async #ask(child: ChildProcess, texts: Readonly<Record<string, string>>, limit: number): Promise<Answer> {
    const done = new AbortController();
    const timer = setTimeout(() => {
      done.abort(new Error(`not done after ${String(limit)} ms`));
    }, limit);
    const died = once(child, 'exit', { signal: done.signal }).then(([code]) => ({ thrown: `the linting process ended with ${String(code)}` }));
    const answered = once(child, 'message', { signal: done.signal }).then(([answer]) => answer as Answer);
    child.send(texts);
    try {
      return await Promise.race([answered, died]);
    } catch (error) {
      child.kill('SIGKILL');
      this.#child = undefined;
      throw error instanceof Error && error.cause instanceof Error ? error.cause : error;
    } finally {
      clearTimeout(timer);
      done.abort();
      await Promise.allSettled([answered, died]);
    }
  }
}
