// Reads the marks that a fixture's sources carry at the end of a line and derives the verdict the prover has to confirm.

/** The kinds of mark: reported by every preset, only by the strict one, wrongly silent, wrongly reported. */
export type MarkKind = 'leak' | 'possible' | 'missed' | 'false-alarm';

export interface Mark {
  readonly kind: MarkKind;
  /** Line of the mark, counted from one. */
  readonly line: number;
  /** Rule names, or the reason of a known wrong answer. */
  readonly text: string;
}

const markAtEndOfLine = /\/\/ (leak|possible|missed|false-alarm): (\S.*?)\s*$/;

/** The marks of one source text, in order. */
export function marksOf(source: string): Mark[] {
  return source.split('\n').flatMap((text, index) => {
    const [, kind, rest] = markAtEndOfLine.exec(text) ?? [];
    return kind === undefined || rest === undefined ? [] : [{ kind: kind as MarkKind, line: index + 1, text: rest }];
  });
}

/** Whether a program with these marks really leaks: somebody says so, or admits that nobody does. */
export function verdictOf(marks: readonly Mark[]): 'leak' | 'clean' {
  return marks.some(({ kind }) => kind === 'leak' || kind === 'missed') ? 'leak' : 'clean';
}
