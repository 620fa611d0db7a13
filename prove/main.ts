// `npm run prove [--jobs=n] [filter…]`: drives the program of every fixture for thousands of turns and fails when one that claims to
// leak stays flat, or one that claims to be clean grows.

import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { findFixtures } from './fixture.js';
import { proofLine } from './proof-line.js';
import { runFixture } from './run-fixture.js';

const root = fileURLToPath(new URL('../fixtures', import.meta.url));
const filters = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const jobs = Number(process.argv.find((argument) => argument.startsWith('--jobs='))?.slice('--jobs='.length) ?? availableParallelism());
const fixtures = findFixtures(root, filters);
const waiting = fixtures.values();
let failed = 0;
await Promise.all(Array.from({ length: jobs }, proveNext));
console.log(`${String(fixtures.length - failed)} passed, ${String(failed)} failed`);
if (failed > 0 || fixtures.length === 0) process.exitCode = 1;

async function proveNext(): Promise<void> {
  for (const fixture of waiting) {
    const proof = await runFixture(fixture);
    if (!proof.ok) failed++;
    console.log(proofLine(proof));
  }
}
