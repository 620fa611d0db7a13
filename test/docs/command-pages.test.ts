// Keeps docs/cli.md and docs/ci.md true: what they quote is what the command prints, and the commands they show can be run.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readOptions } from '../../src/cli/options.js';
import { usage } from '../../src/cli/usage.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const pages = ['docs/cli.md', 'docs/ci.md', 'docs/examples/leaks.yml'].map((file) => [file, read(file)] as const);

/** What a page quotes between two comments. */
function quoted(name: string): string {
  const [, text = ''] = new RegExp(`<!-- begin ${name} -->\\n\\n\`\`\`text\\n(.*?)\\n\`\`\`\\n\\n<!-- end ${name} -->`, 'su').exec(read('docs/cli.md')) ?? [];
  return text;
}

/** The arguments of every use of the command on a line of its own. */
function commands(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(/^\s*(?:- )?(?:run: )?npx eslint-plugin-leaks([^>\n]*)/gmu)].map(([, args = '']) => args.trim().split(/\s+/u).filter((arg) => arg !== ''));
}

describe('the pages about the command', () => {
  it.each([
    ['usage', usage],
    ['sample', read('test/cli/expected-text.txt')],
    ['explanation', read('test/cli/expected-explanation.txt')],
    ['schedule explanation', read('test/cli/expected-schedule-explanation.txt')],
  ])('quote its %s as it is', (name, printed) => {
    expect(quoted(name)).toBe(printed.trimEnd());
  });

  it.each(pages.slice(1))('%s shows commands that can be run', (_, text) => {
    const shown = commands(text);
    expect(shown.length).toBeGreaterThan(2);
    for (const args of shown) expect(readOptions(args).command).toBe('check');
  });

  it('the example runs on the versions of Node that the plugin is for', () => {
    expect(read('docs/examples/leaks.yml')).toContain("node: ['20', '22', '24']");
  });
});
