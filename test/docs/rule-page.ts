// Reads one page of `docs/rules/`: its headings, and its code blocks with the heading they stand under.

/** A fenced TypeScript program of a page. */
export interface CodeBlock {
  /** The second-level heading above it. */
  readonly section: string;
  /** Line of the opening fence, counted from one. */
  readonly line: number;
  readonly code: string;
}

/** One page as its test needs it. */
export interface RulePage {
  readonly title: string;
  readonly sections: readonly string[];
  readonly blocks: readonly CodeBlock[];
}

/** Splits a page of Markdown; an unknown fence language is kept out of `blocks` by throwing, so that no example goes unchecked. */
export function readRulePage(markdown: string): RulePage {
  let title = '';
  const sections: string[] = [];
  const blocks: CodeBlock[] = [];
  let open: { line: number; code: string[] } | undefined;
  markdown.split('\n').forEach((text, index) => {
    if (text.startsWith('```')) {
      if (open !== undefined) {
        blocks.push({ section: sections.at(-1) ?? '', line: open.line, code: `${open.code.join('\n')}\n` });
        open = undefined;
      } else if (text === '```ts') open = { line: index + 1, code: [] };
      else throw new Error(`line ${String(index + 1)}: a block in "${text.slice(3)}", which no test lints`);
    } else if (open !== undefined) open.code.push(text);
    else if (text.startsWith('# ')) title = text.slice(2);
    else if (text.startsWith('## ')) sections.push(text.slice(3));
  });
  if (open !== undefined) throw new Error(`line ${String(open.line)}: a block without an end`);
  return { title, sections, blocks };
}
