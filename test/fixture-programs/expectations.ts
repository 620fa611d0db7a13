// Reads what a fixture's comments promise: which rule reports on which line under which preset, and which wrong answers are
// known. The grammar is strict, because a mark that is silently ignored is a test that checks nothing.

import { marksOf, type MarkKind } from '../../prove/expectation.js';

/** One rule that a mark names on one line. */
export interface Expectation {
  readonly kind: MarkKind;
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  /** Why the answer is known to be wrong; empty unless it is. */
  readonly reason: string;
}

/** The presets, the looser one last. */
export type Preset = 'recommended' | 'strict';

const looksLikeMark = /\/\/\s*(?:leak|possible|missed|false.?alarm)s?\s*:/i;
const rulesAndReason = /^(?<rules>[a-z-]+(?:, [a-z-]+)*)(?: – (?<reason>\S.*))?$/;

/** A comment that was meant as a mark and can't be read as one. */
export class MalformedMarkError extends Error {
  override readonly name = 'MalformedMarkError';
}

/**
 * The expectations of one source text.
 * @throws {MalformedMarkError} for a mark that is misspelt, names an unknown rule, lacks a reason or has one too many.
 */
export function expectationsOf(file: string, source: string, knownRules: ReadonlySet<string>): Expectation[] {
  const marks = marksOf(source);
  const lines = new Set(marks.map(({ line }) => line));
  source.split('\n').forEach((text, index) => {
    if (looksLikeMark.test(text) && !lines.has(index + 1)) throw malformed(file, index + 1, 'is not a mark at the end of its line');
  });
  return marks.flatMap(({ kind, line, text }) => {
    const { rules, reason = '' } = rulesAndReason.exec(text)?.groups ?? {};
    if (rules === undefined) throw malformed(file, line, `expected "rule[, rule]", with " – reason" for a known wrong answer, found "${text}"`);
    const known = kind === 'missed' || kind === 'false-alarm';
    if (known !== (reason !== '')) throw malformed(file, line, known ? `"${kind}" needs a reason` : `"${kind}" takes no reason`);
    return rules.split(', ').map((rule) => {
      if (!knownRules.has(rule)) throw malformed(file, line, `no rule is named "${rule}"`);
      return { kind, file, line, rule, reason };
    });
  });
}

/** Whether a report is due under this preset. */
export function isDue({ kind }: Expectation, preset: Preset): boolean {
  return kind === 'leak' || kind === 'false-alarm' || (kind === 'possible' && preset === 'strict');
}

function malformed(file: string, line: number, what: string): MalformedMarkError {
  return new MalformedMarkError(`${file}:${String(line)}: ${what}`);
}
