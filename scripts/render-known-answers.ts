/**
 * The known wrong answers, as the pages list them: every `missed` and `false-alarm` mark below `fixtures/`, as a line with its fixture.
 * A page has room for its list between two comments and keeps all the rest.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { marksOf } from '../prove/expectation.js';

/** One mark that admits a wrong answer. */
export interface KnownAnswer {
  /** The program's folder relative to `fixtures/`. */
  readonly fixture: string;
  readonly kind: 'false-alarm' | 'missed';
  readonly rules: readonly string[];
  readonly reason: string;
}

/** All known wrong answers below a folder of fixtures, by fixture; equal ones of one program once. */
export function knownAnswers(root: string): readonly KnownAnswer[] {
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\/src\/.*\.[cm]?[jt]sx?$/u.test(file) && !file.includes('node_modules'));
  const answers = sources.sort().flatMap((file) =>
    marksOf(readFileSync(join(root, file), 'utf8')).flatMap(({ kind, text }): readonly KnownAnswer[] => {
      if (kind !== 'missed' && kind !== 'false-alarm') return [];
      const [rules = '', reason = ''] = text.split(' – ');
      return [{ fixture: file.slice(0, file.indexOf('/src/')), kind, rules: rules.split(', '), reason }];
    }),
  );
  const key = (answer: KnownAnswer): string => JSON.stringify(answer);
  return answers.filter((answer, index) => answers.findIndex((other) => key(other) === key(answer)) === index);
}

const begin = '<!-- begin known wrong answers -->';
const end = '<!-- end known wrong answers -->';

/** A page with its list written anew, where `up` leads from the page to the root of the repository. */
export function withKnownAnswers(page: string, answers: readonly KnownAnswer[], up: string): string {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`a page without ${begin} and ${end}`);
  const lines = answers.map(({ fixture, kind, reason }) => `- ${kind === 'missed' ? 'Missed' : 'False alarm'}: [${fixture}](${up}fixtures/${fixture}): ${reason}.`);
  return `${before}${begin}\n\n${lines.length === 0 ? 'None is known.' : lines.join('\n')}\n\n${end}${after}`;
}
