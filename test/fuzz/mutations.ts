// Arbitrary damage to real source texts: the states a file passes through while somebody types, and worse.

import fc from 'fast-check';

const fragments = [
  '(', ')', '{', '}', '[', ']', ';', ',', '=>', '...', '?.', '!', '`', "'", '/*', '*/', '//', '@', '#', '<', '>', '=', '+=', '??=', ':', 'class ', 'static ',
  'function ', 'function* ', 'async ', 'await ', 'yield ', 'return ', 'new ', 'this', 'this.', 'super', 'export ', 'export default ', 'import ', "import './main.js'",
  'delete ', 'typeof ', 'for (;;) ', 'while (true) ', 'try {', '} finally {', 'get ', 'set ', 'extends ', '.push(', '.set(', 'undefined', 'null', '0', 'any', '<T>', 'enum ',
  'namespace ', 'declare ', 'abstract ', 'let ', 'const ', 'var ', 'using ', 'a', 'as const', ' satisfies ', '\n', '\\', '\u0000', '\u2028',
];

/** One edit: cut from `start` for `length` (both as shares of the text) and put `insert` there. */
interface Edit {
  readonly start: number;
  readonly length: number;
  readonly insert: string;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ start: share, length: fc.constant(0), insert: fc.constantFrom(...fragments) }),
  fc.record({ start: share, length: fc.double({ min: 0, max: 0.05, noNaN: true }), insert: fc.constant('') }),
  fc.record({ start: share, length: fc.double({ min: 0, max: 0.02, noNaN: true }), insert: fc.constantFrom(...fragments) }),
  fc.record({ start: share, length: fc.constant(1), insert: fc.constant('') }),
);

function apply(text: string, { start, length, insert }: Edit): string {
  const from = Math.floor(start * text.length);
  return text.slice(0, from) + insert + text.slice(from + Math.ceil(length * text.length));
}

/** A text out of `texts` after one to four edits. */
export function damaged(texts: readonly string[]): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 })).map(([text, edits]) => edits.reduce(apply, text));
}
