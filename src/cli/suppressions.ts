/**
 * Which lines ESLint's directive comments switch a rule off for, so that a finding someone has answered for stays quiet here
 * too. Computes them from the text; a directive inside a string counts, which only ever hides what nobody writes.
 */

/** Whether a rule is switched off at a place. */
export type Suppressed = (rule: string, line: number, column: number) => boolean;

interface Directive {
  readonly kind: 'disable' | 'disable-line' | 'disable-next-line' | 'enable';
  readonly rules: readonly string[];
  readonly line: number;
  readonly lastLine: number;
  readonly column: number;
}

const directive = /\/(?:\/|\*)[\t ]*eslint-(disable-next-line|disable-line|disable|enable)(?![\w-])((?:(?!\*\/)[^\n])*)/gu;

function directivesIn(text: string): readonly Directive[] {
  return [...text.matchAll(directive)].flatMap((match) => {
    const [whole, kind, rest = ''] = match;
    const block = whole.startsWith('/*');
    if (!block && !kind?.endsWith('line')) return [];
    const before = text.slice(0, match.index);
    const end = block ? text.indexOf('*/', match.index) : match.index;
    const line = before.split('\n').length;
    const lastLine = line + (text.slice(match.index, end < 0 ? match.index : end).split('\n').length - 1);
    const [listed = ''] = rest.split(/\s-{2,}\s/u);
    const rules = listed.split(',').map((rule) => rule.trim()).filter((rule) => rule !== '');
    return [{ kind: kind as Directive['kind'], rules, line, lastLine, column: match.index - before.lastIndexOf('\n') - 1 }];
  });
}

function isBefore({ line, column }: Directive, atLine: number, atColumn: number): boolean {
  return line < atLine || (line === atLine && column <= atColumn);
}

/** Reads the directives of a file. */
export function suppressionsIn(text: string): Suppressed {
  const directives = text.includes('eslint-') ? directivesIn(text) : [];
  return (rule, line, column) => {
    const about = directives.filter(({ rules }) => rules.length === 0 || rules.includes(rule));
    if (about.some(({ kind, line: own, lastLine }) => (kind === 'disable-line' && own === line) || (kind === 'disable-next-line' && lastLine + 1 === line))) return true;
    const last = about.findLast((one) => (one.kind === 'disable' || one.kind === 'enable') && isBefore(one, line, column));
    return last?.kind === 'disable';
  };
}
