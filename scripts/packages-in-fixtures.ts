/** Which packages the fixtures import, and so are run with whenever their verdicts are proved. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findFixtures, sourcesOf } from '../prove/fixture.js';

const specifier = /(?:\bfrom |\bimport |\bimport\(|\brequire\()'((?:@[\w.-]+\/)?[\w.-]+)/g;

/** The names of the packages, and of node's modules, that some program under `fixtures/` imports. */
export function packagesInFixtures(): ReadonlySet<string> {
  const fixtures = findFixtures(fileURLToPath(new URL('../fixtures', import.meta.url)), []);
  const texts = fixtures.flatMap(({ directory }) => sourcesOf(directory)).map((file) => readFileSync(file, 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(specifier)].map(([, name = '']) => name)));
}
