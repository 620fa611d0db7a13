// `npm run new-rule -- <rule> "<description>"`: writes the rule's file, its page and its line in the index. The question it puts
// to the engine is yours to add, in `src/terms/finding.ts` and `src/analysis/findings/`; the type checker shows where.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [rule = '', description = ''] = process.argv.slice(2);
if (!/^no-[a-z]+(?:-[a-z]+)*$/.test(rule) || !/^Disallow [^.]+$/.test(description)) {
  throw new Error('usage: npm run new-rule -- no-<thing> "Disallow <what it reports>"');
}

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const source = at(`src/rules/${rule}.ts`);
const page = at(`docs/rules/${rule}.md`);
for (const file of [source, page]) if (existsSync(file)) throw new Error(`${file} exists`);

const identifier = rule.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
writeFileSync(source, `import { createLeakRule } from './create-leak-rule.js';\n\nexport default createLeakRule('${rule}', '${description.replaceAll("'", "\\'")}');\n`);

const index = at('src/rules/index.ts');
const lines = readFileSync(index, 'utf8').split('\n');
const sorted = (line: string, isKin: (text: string) => boolean): void => {
  const next = lines.findIndex((text) => isKin(text) && text > line);
  lines.splice(next >= 0 ? next : lines.findLastIndex(isKin) + 1, 0, line);
};
sorted(`import ${identifier} from './${rule}.js';`, (text) => text.startsWith('import no'));
sorted(`  '${rule}': ${identifier},`, (text) => text.startsWith("  'no-"));
writeFileSync(index, lines.join('\n'));

const section = (title: string, body: string): string => `\n## ${title}\n\n${body}\n`;
writeFileSync(
  page,
  [
    `# leaks/${rule}\n\n<!-- end auto-generated rule header -->\n\nReports …\n`,
    section('Why it leaks', '…'),
    section('Incorrect', '```ts\n```\n\n```ts\n```'),
    section('Correct', '```ts\n```\n\n```ts\n```'),
    section('What counts as a bound', '…'),
    section('What it cannot see', '…\n\n<!-- begin known wrong answers --><!-- end known wrong answers -->'),
    section('Options', '<!-- begin auto-generated rule options list -->\n<!-- end auto-generated rule options list -->'),
    section('When not to use it', '…'),
  ].join(''),
);
console.log(`Add the question '${rule}' to src/terms/finding.ts, write ${page}, then run: npm run docs`);
