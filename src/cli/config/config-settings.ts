import { spawnSync } from 'node:child_process';

import { type LeaksSettings, readSettings } from '../../settings/read-settings.js';
import { CouldNotRunError } from '../could-not-run.js';

import { type Answer, childProgram, type Question } from './child.js';

const longest = 120_000;

function ask(question: Question): Answer {
  const { error, output, signal } = spawnSync(process.execPath, ['--input-type=module', '--eval', childProgram], {
    cwd: question.cwd,
    input: JSON.stringify(question),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    timeout: longest,
  });
  const text = output[3] ?? '';
  if (text !== '') return JSON.parse(text) as Answer;
  return { problem: error?.message ?? (signal === null ? 'it ended the process' : `it was ended by ${signal}`) };
}

/**
 * `settings.leaks` for each of these files, as the project's own ESLint reads a config.
 * @throws {CouldNotRunError} when the config cannot be read, or says what makes no sense.
 */
export function configSettings(question: Question): readonly LeaksSettings[] {
  const { config } = question;
  const answer = ask(question);
  if ('problem' in answer) throw new CouldNotRunError(`${config} cannot be read: ${answer.problem.trim()}\nMend that, or run the command with --no-config.`);
  const read = new Map<string, LeaksSettings>();
  return answer.settings.map((value) => {
    const key = JSON.stringify(value);
    const known = read.get(key);
    if (known !== undefined) return known;
    const settings = readSettings(value ?? undefined);
    if ('problem' in settings) throw new CouldNotRunError(`${config}: ${settings.problem}`);
    read.set(key, settings);
    return settings;
  });
}
