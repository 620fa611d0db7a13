// The pages that list known wrong answers, each with the text it should have.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { knownAnswers, withKnownAnswers } from './render-known-answers.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `docs/how-it-works.md` with all of them, and each page of `docs/rules/` with those of its rule. */
export function knownAnswersPages(): readonly { readonly file: string; readonly text: string }[] {
  const answers = knownAnswers(join(root, 'fixtures'));
  const whole = join(root, 'docs/how-it-works.md');
  const rules = readdirSync(join(root, 'docs/rules')).map((name) => join(root, 'docs/rules', name));
  return [
    { file: whole, text: withKnownAnswers(readFileSync(whole, 'utf8'), answers, '../') },
    ...rules.map((file) => ({
      file,
      text: withKnownAnswers(readFileSync(file, 'utf8'), answers.filter((answer) => answer.rules.includes(basename(file, '.md'))), '../../'),
    })),
  ];
}
