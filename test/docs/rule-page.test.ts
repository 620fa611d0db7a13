import { describe, expect, it } from 'vitest';
import { readRulePage } from './rule-page.js';

describe('readRulePage', () => {
  it('finds the title, the sections and the blocks under them', () => {
    const page = readRulePage('# leaks/x\n\n## Incorrect\n\n```ts\n# not a title\na();\n```\n\n## Correct\n');
    expect(page).toEqual({ title: 'leaks/x', sections: ['Incorrect', 'Correct'], blocks: [{ section: 'Incorrect', line: 5, code: '# not a title\na();\n' }] });
  });

  it('refuses a block that would not be linted', () => {
    expect(() => readRulePage('## Incorrect\n```js\na();\n```\n')).toThrow('line 2: a block in "js"');
  });

  it('refuses a block that does not end', () => {
    expect(() => readRulePage('## Incorrect\n```ts\na();\n')).toThrow('line 2: a block without an end');
  });
});
