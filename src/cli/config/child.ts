/** What the child is asked, as JSON on its standard input. */
export interface Question {
  /** The module of the ESLint that the project has installed, as a URL. */
  readonly eslint: string;
  readonly cwd: string;
  readonly config: string;
  readonly files: readonly string[];
}

/** What it answers on its third stream, so that what the config prints does no harm: the settings of each file. */
export type Answer = { readonly settings: readonly unknown[] } | { readonly problem: string };

/**
 * The program of the child. ESLint reads configs asynchronously, and they are programs of the user: a process of its own lets the
 * command wait for them, and keeps whatever they do away from it.
 */
export const childProgram = `
import { readFileSync, writeSync } from 'node:fs';
const { eslint, cwd, config, files } = JSON.parse(readFileSync(0, 'utf8'));
let answer;
try {
  const { ESLint } = await import(eslint);
  const linter = new ESLint({ cwd, overrideConfigFile: config });
  const settings = [];
  for (const file of files) settings.push((await linter.calculateConfigForFile(file))?.settings?.leaks ?? null);
  answer = { settings };
} catch (error) {
  answer = { problem: error instanceof Error ? error.message : String(error) };
}
const text = Buffer.from(JSON.stringify(answer));
for (let done = 0; done < text.length; ) done += writeSync(3, text, done);
process.exit(0);
`;
