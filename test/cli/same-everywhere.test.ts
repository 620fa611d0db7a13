// All fixtures as one project, in a process of its own: what the command finds is what ESLint reports, with the preset strict.

import { expect, it } from 'vitest';
import { allFixtures, fixtureFiles, fixturesRoot } from '../fixture-programs/all-fixtures.js';
import { runCommand } from './run-command.js';
import { asLines, byEslint } from './same-lines.js';

it('the command finds in all fixtures together what ESLint finds, in its order', { timeout: 400_000 }, async () => {
  const project = allFixtures();
  const expected = await byEslint(fixturesRoot, [fixtureFiles], 'strict', { project });
  expect(expected.length).toBeGreaterThan(350);
  expect(asLines(runCommand(fixturesRoot, [project, '--strict', '--format', 'json']).out)).toEqual(expected);
});
