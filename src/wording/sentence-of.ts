import type { Finding } from '../terms/finding.js';

import { sentences } from './sentences.js';
import { wordsOf } from './words-of.js';

/** The one sentence that a finding is told in, the same wherever it is printed. */
export function sentenceOf(finding: Finding): string {
  const words = wordsOf(finding);
  return sentences[finding.form][finding.verdict].replace(/\{\{(\w+)\}\}/gu, (_, word: string) => words[word] ?? '');
}
