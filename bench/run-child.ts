// Starts one measurement as Node runs a user's lint: as plain JavaScript. A loader that compiles TypeScript on the way would be asked
// about each module of the plugin, and its work would be taken for the plugin's.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const here = fileURLToPath(new URL('.', import.meta.url));
const compiled = path.join(here, '../.reports/bench');
const megabytes = 8192;

let ready = false;

/** Strips the types from the programs of this folder, once. */
function compile(): void {
  if (ready) return;
  mkdirSync(compiled, { recursive: true });
  for (const name of readdirSync(here).filter((file) => file.endsWith('.ts'))) {
    const { outputText } = ts.transpileModule(readFileSync(path.join(here, name), 'utf8'), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true },
    });
    writeFileSync(path.join(compiled, name.replace(/\.ts$/u, '.js')), outputText);
  }
  ready = true;
}

/** What a program of this folder sends back; it is told where the plugin is, then the arguments. */
export async function answerOf<Answer>(program: string, args: readonly string[]): Promise<Answer> {
  compile();
  const plugin = new URL('../dist/index.js', import.meta.url).href;
  const running = fork(path.join(compiled, program.replace(/\.ts$/u, '.js')), [plugin, ...args], {
    // Threads that collect garbage together also wait for one another, the longer the busier the machine, and waiting counts as CPU.
    execArgv: ['--expose-gc', '--single-threaded-gc', `--max-old-space-size=${String(megabytes)}`],
  });
  let answer: Answer | undefined;
  running.once('message', (message) => {
    answer = message as Answer;
  });
  const [code] = (await once(running, 'exit')) as [number | null];
  if (code !== 0 || answer === undefined) throw new Error(`${program} failed for ${args.join(' ')}`);
  return answer;
}
