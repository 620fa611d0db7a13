// Runs the command in this process, with streams that remember what was written.

import { run, type ExitCode } from '../../src/cli/run.js';

/** What a run left behind. */
export interface Outcome {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** How a stream should look to the command. */
export interface Terminal {
  readonly env?: NodeJS.ProcessEnv;
  readonly isTTY?: boolean;
}

function collector(isTTY: boolean): { stream: NodeJS.WriteStream; text: () => string } {
  let text = '';
  const write = (part: string): boolean => {
    text += part;
    return true;
  };
  return { stream: { write, isTTY, columns: 80 } as unknown as NodeJS.WriteStream, text: () => text };
}

/** Runs the command with these arguments in a folder. */
export function runCommand(cwd: string, args: readonly string[], { env = {}, isTTY = false }: Terminal = {}): Outcome {
  const stdout = collector(isTTY);
  const stderr = collector(isTTY);
  const code = run(args, { cwd, env, stdout: stdout.stream, stderr: stderr.stream });
  return { code, out: stdout.text(), err: stderr.text() };
}
