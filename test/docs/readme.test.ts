// The example of the README gives the very message and the very explanation that the README shows, and its links lead somewhere.

import { existsSync, readFileSync } from 'node:fs';
import * as parser from '@typescript-eslint/parser';
import { expect, it } from 'vitest';
import { runCommand } from '../cli/run-command.js';
import { ScratchProject } from '../typed-lint/scratch-project.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

const [, explanation = ''] = /^```text\n(set would add .*?)\n```$/msu.exec(readme) ?? [];

it('the example of the README is reported and explained as the README says', async () => {
  const files = [...readme.matchAll(/^```ts\n\/\/ (\S+)\n[^]*?^```$/gm)].map(([block, name]) => [String(name), block.slice('```ts\n'.length, -'```'.length)] as const);
  const quoted = readme.split('\n').filter((line) => line.startsWith('> ')).map((line) => line.slice(2)).join(' ');
  expect(files.map(([name]) => name)).toEqual(['src/visits.ts', 'src/app.ts']);
  const project = new ScratchProject({
    ...Object.fromEntries(files),
    'package.json': '{ "type": "module" }',
    'tsconfig.json': /^```json\n(\{ "compilerOptions".*?\})\n```$/msu.exec(readme)?.[1] ?? '',
  });
  try {
    const lines = await project.lint({ parser, parserOptions: { projectService: true, tsconfigRootDir: project.folder } });
    expect(lines).toEqual([`src/visits.ts:5 leaks/no-module-growth ${quoted}`]);
    const [, asked = ''] = /^ {4}npx eslint-plugin-leaks (--explain .*)$/mu.exec(readme) ?? [];
    expect(runCommand(project.folder, asked.split(' ')).out.trimEnd()).toBe(explanation);
  } finally {
    project.dispose();
  }
});

it('the README links to what is there', () => {
  const links = [...readme.matchAll(/\]\(([^)#]+)(?:#([\w-]+))?\)/gu)].filter(([, target = '']) => !target.startsWith('https:'));
  expect(links.length).toBeGreaterThan(20);
  for (const [, target = '', anchor] of links) {
    const url = new URL(`../../${target}`, import.meta.url);
    expect(existsSync(url), target).toBe(true);
    if (anchor === undefined) continue;
    const headings = [...readFileSync(url, 'utf8').matchAll(/^#+ (.*)$/gmu)].map(([, title = '']) => title.toLowerCase().replaceAll(' ', '-'));
    expect(headings).toContain(anchor);
  }
});
