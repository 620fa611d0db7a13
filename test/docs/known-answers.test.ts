// The pages admit what the fixtures admit.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownAnswersPages } from '../../scripts/known-answers-pages.js';
import { withKnownAnswers } from '../../scripts/render-known-answers.js';

const empty = 'above\n<!-- begin known wrong answers --><!-- end known wrong answers -->\nbelow\n';

describe('known wrong answers', () => {
  it.each(knownAnswersPages().map((page) => [basename(page.file), page] as const))('are listed in %s; else run: npm run generate', (_name, { file, text }) => {
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('are written between the two comments of a page, again and again alike', () => {
    const answers = [{ fixture: 'a/b', kind: 'missed', rules: ['no-module-growth'], reason: 'too deep' } as const];
    const once = withKnownAnswers(empty, answers, '../');
    expect(once).toBe('above\n<!-- begin known wrong answers -->\n\n- Missed: [a/b](../fixtures/a/b): too deep.\n\n<!-- end known wrong answers -->\nbelow\n');
    expect(withKnownAnswers(once, answers, '../')).toBe(once);
    expect(withKnownAnswers(once, [], '../')).toContain('None is known.');
  });

  it('need the comments', () => {
    expect(() => withKnownAnswers('no place', [], '')).toThrow('a page without');
  });
});
