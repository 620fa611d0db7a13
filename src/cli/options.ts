import { parseArgs } from 'node:util';

import type { Question, Verdict } from '../terms/finding.js';

import { CouldNotRunError } from './could-not-run.js';
import { listedRules } from './listed-rules.js';

/** The ways in which findings can be printed. */
export const formatNames = ['text', 'json', 'sarif', 'html', 'github'] as const;

/** One of them. */
export type FormatName = (typeof formatNames)[number];

/** What the command line asks for. */
export interface Options {
  readonly command: 'check' | 'explain' | 'help' | 'init' | 'version';
  readonly paths: readonly string[];
  readonly format: FormatName;
  /** The least certain verdict that is printed. */
  readonly least: Verdict;
  readonly rules: readonly Question[];
  readonly maxFindings: number;
  readonly entryPoints: readonly string[];
  /** The ESLint config whose settings count; `none` for no one's, `undefined` for the one that is found. */
  readonly config: { readonly path: string } | 'none' | undefined;
  readonly explain: { readonly file: string; readonly line: number } | undefined;
  readonly hook: boolean;
  /** `undefined` leaves it to the terminal. */
  readonly color: boolean | undefined;
}

const flags = {
  format: { type: 'string', short: 'f', default: 'text' },
  strict: { type: 'boolean', default: false },
  rule: { type: 'string', multiple: true, default: [] as string[] },
  'max-findings': { type: 'string', default: '0' },
  'entry-point': { type: 'string', multiple: true, default: [] as string[] },
  config: { type: 'string', short: 'c' },
  'no-config': { type: 'boolean', default: false },
  explain: { type: 'string' },
  hook: { type: 'boolean', default: false },
  'no-color': { type: 'boolean', default: false },
  color: { type: 'boolean', default: false },
  version: { type: 'boolean', short: 'v', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CouldNotRunError(`${error instanceof Error ? error.message.replace(/\. To specify.*$/u, '.') : String(error)} See --help.`, { cause: error });
  }
}

function oneOf<T extends string>(value: string, known: readonly T[], flag: string): T {
  const found = known.find((name) => name === value);
  if (found === undefined) throw new CouldNotRunError(`${flag} ${value}: not known. Known are ${known.join(', ')}.`);
  return found;
}

function countOf(value: string): number {
  if (!/^\d+$/u.test(value)) throw new CouldNotRunError(`--max-findings ${value}: give the number of findings that still passes, such as 0.`);
  return Number(value);
}

function lineOf(value: string): { readonly file: string; readonly line: number } {
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/u.exec(value) ?? [];
  if (file === undefined || line === undefined) throw new CouldNotRunError(`--explain ${value}: give a file and a line, such as src/app.ts:12.`);
  return { file, line: Number(line) };
}

/**
 * Reads the command line.
 * @throws {CouldNotRunError} when it makes no sense, with what would.
 */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  const init = positionals[0] === 'init';
  const explain = values.explain === undefined ? undefined : lineOf(values.explain);
  if (values['no-config'] && values.config !== undefined) throw new CouldNotRunError('--config names an ESLint config and --no-config none: give one of them.');
  const known = listedRules.map(({ name }) => name as Question);
  if (values.hook && !init) throw new CouldNotRunError('--hook belongs to init: npx eslint-plugin-leaks init --hook');
  return {
    command: values.help ? 'help' : values.version ? 'version' : init ? 'init' : explain === undefined ? 'check' : 'explain',
    paths: init ? positionals.slice(1) : positionals,
    format: oneOf(values.format, formatNames, '--format'),
    least: values.strict ? 'possible' : 'leak',
    rules: values.rule.map((name) => oneOf(name.replace(/^leaks\//u, ''), known, '--rule')),
    maxFindings: countOf(values['max-findings']),
    entryPoints: values['entry-point'],
    config: values['no-config'] ? 'none' : values.config === undefined ? undefined : { path: values.config },
    explain,
    hook: values.hook,
    color: values['no-color'] ? false : values.color ? true : undefined,
  };
}
