import { check } from './check.js';
import { CouldNotRunError } from './could-not-run.js';
import { explain } from './explain.js';
import { github } from './formats/github.js';
import { html } from './formats/html/page.js';
import { json } from './formats/json.js';
import { sarif } from './formats/sarif.js';
import { text } from './formats/text.js';
import { init } from './init/init.js';
import { type FormatName, type Options, readOptions } from './options.js';
import { type Paint, painter, wantsColor } from './paint.js';
import { progressOn } from './progress.js';
import type { Report } from './report.js';
import { tool } from './tool.js';
import { usage } from './usage.js';

/** What a run has of the world around it. */
export interface Surroundings {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** 0: nothing found, 1: findings, 2: could not run. */
export type ExitCode = 0 | 1 | 2;

const formats: Readonly<Record<FormatName, (report: Report, paint: Paint) => string>> = {
  text,
  json,
  sarif: (report) => sarif(report, tool),
  html: (report) => html(report, tool),
  github,
};

function checked(options: Options, { cwd, env, stdout, stderr }: Surroundings): ExitCode {
  const report = check(options, cwd, progressOn(stderr));
  stdout.write(formats[options.format](report, painter(wantsColor(options.color, env, stdout.isTTY))));
  for (const hint of report.hints) stderr.write(`${hint}\n`);
  for (const { file, message } of report.problems) stderr.write(`Internal error of ${tool.name} in ${file}, which was not analysed: ${message}\n`);
  if (report.problems.length > 0) return 2;
  return report.findings.length > options.maxFindings ? 1 : 0;
}

function dispatch(options: Options, surroundings: Surroundings): ExitCode {
  const { cwd, env, stdout, stderr } = surroundings;
  if (options.command === 'check') return checked(options, surroundings);
  if (options.command === 'init') return init(cwd, options.hook, stdout);
  const paint = painter(wantsColor(options.color, env, stdout.isTTY));
  if (options.command === 'explain') stdout.write(explain(options, cwd, paint, progressOn(stderr)));
  else stdout.write(options.command === 'help' ? usage : `${tool.version}\n`);
  return 0;
}

/** Runs the command; never throws. */
export function run(args: readonly string[], surroundings: Surroundings): ExitCode {
  try {
    return dispatch(readOptions(args), surroundings);
  } catch (error) {
    const known = error instanceof CouldNotRunError;
    const told = error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error);
    surroundings.stderr.write(known ? `${told}\n` : `Internal error of ${tool.name}: ${told}\n`);
    return 2;
  }
}
