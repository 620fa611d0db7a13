// The files that CONTRIBUTING.md sends people to are there, and so are the scripts that it has them run.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

it('CONTRIBUTING.md names files that exist', () => {
  const named = [...text.matchAll(/`((?:docs|fixtures|scripts|src|test)\/[^`\s]*)`/gu)].map(([, path = '']) => path);
  const known = named.map((path) => (path.includes('<') ? dirname(path.slice(0, path.indexOf('<') + 1)) : path));
  expect(known.length).toBeGreaterThan(20);
  expect(known.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('CONTRIBUTING.md names scripts that can be run', () => {
  const named = [...text.matchAll(/npm\s+run\s+([\w-]+)/gu)].map(([, script = '']) => script);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((script) => !(script in scripts))).toEqual([]);
});
