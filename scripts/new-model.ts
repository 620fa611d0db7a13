// `npm run new-model -- <package or node:module>`: writes an empty model and lists it. Rows follow `src/models/schema.ts`, and the
// model tests hold each against the library's own type declarations.

import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [name = ''] = process.argv.slice(2);
if (!/^(?:node:)?(?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9._/-]*$/.test(name)) throw new Error('usage: npm run new-model -- <package or node:module>');

const bare = name.replace(/^node:/, '').replace(/^@/, '').replaceAll(/[/._]/g, '-');
const file = fileURLToPath(new URL(`../src/models/${name.startsWith('node:') ? 'node' : 'packages'}/${bare}.ts`, import.meta.url));
if (existsSync(file)) throw new Error(`${file} exists`);

const identifier = bare.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
writeFileSync(file, `import type { LibraryModel } from '../schema.js';\n\nexport const ${identifier} = {\n  package: '${name}',\n  rows: [],\n} as const satisfies LibraryModel;\n`);
execFileSync('npm', ['run', '--silent', 'generate'], { stdio: 'inherit' });
console.log(`Write its rows in ${file}, then run: npm run generate`);
