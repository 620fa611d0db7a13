// The example project of `docs/own-models.md`, file by file as the page shows them.

import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('../../docs/own-models.md', import.meta.url), 'utf8');

/** The files of the example, and what a project needs besides. */
export const ownModelsProject: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...page.matchAll(/^```(?:js|ts)\n\/\/ (\S+)\n([^]*?)^```$/gm)].map(([, name, text]) => [String(name), String(text)])),
  'package.json': '{ "type": "module" }',
  'node_modules/acme-bus/package.json': '{ "name": "acme-bus", "version": "1.0.0", "types": "index.d.ts" }',
  'tsconfig.json': JSON.stringify({ compilerOptions: { target: 'es2022', module: 'nodenext', types: ['node'], strict: true, noEmit: true, skipLibCheck: true }, include: ['src'] }),
};

/** The reports that the comments of the example promise, as `file:line rule`. */
export const promisedReports: readonly string[] = Object.entries(ownModelsProject).flatMap(([file, text]) =>
  text.split('\n').flatMap((line, index) => {
    const rule = / \/\/ leak: (\S+)$/.exec(line)?.[1];
    return rule === undefined ? [] : [`${file}:${String(index + 1)} leaks/${rule}`];
  }),
);

/** The messages that the page quotes. */
export const quotedMessages: readonly string[] = page.split('\n').filter((line) => line.startsWith('> ')).map((line) => line.slice(2));
