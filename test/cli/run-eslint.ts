// The real eslint, started as its users start it, in a folder with a config of its own.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../node_modules/eslint/bin/eslint.js', import.meta.url));

/** How eslint ended, and `file:line rule` for each message where JSON was asked for. */
export interface EslintRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface FileResult {
  readonly filePath: string;
  readonly messages: readonly { readonly line: number; readonly ruleId: string | null; readonly message: string }[];
}

/** Runs eslint with these arguments, and more variables in the environment. */
export function runEslint(cwd: string, args: readonly string[], more: Readonly<Record<string, string>> = {}): EslintRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...more } });
  return { code: status, out: stdout, err: stderr };
}

/** `file:line rule` for every message on these paths. */
export function eslintReports(cwd: string, paths: readonly string[]): readonly string[] {
  const { out, err } = runEslint(cwd, ['--format', 'json', ...paths]);
  if (!out.startsWith('[')) return [out + err];
  return (JSON.parse(out) as readonly FileResult[]).flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId, message }) => `${filePath.slice(cwd.length + 1)}:${String(line)} ${ruleId ?? message}`),
  );
}
