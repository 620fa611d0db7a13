// `node scripts/print-summary.js <vitest report> <prover output> <broken steps>`: prints "N passed, N failed" for tests and
// proofs together, and exits with 1 when anything failed or a report is not there to be counted.

import { existsSync, readFileSync } from 'node:fs';

const [tests = '', proofs = '', broken = '0'] = process.argv.slice(2);
const counts = [testCounts(tests), proofCounts(proofs)];
const sum = (index) => counts.reduce((total, pair) => total + pair[index], 0);
console.log(`${sum(0)} passed, ${sum(1)} failed`);
if (sum(1) > 0 || Number(broken) > 0) process.exitCode = 1;

function testCounts(file) {
  if (!existsSync(file)) return [0, 1];
  const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(readFileSync(file, 'utf8'));
  return [numPassedTests, success ? 0 : Math.max(numFailedTests, numFailedTestSuites, 1)];
}

function proofCounts(file) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(text) ?? [undefined, '0', '1'];
  return [Number(passed), Number(failed)];
}
