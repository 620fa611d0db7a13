import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findFixtures } from '../../prove/fixture.js';
import { typeErrorsOf } from '../../prove/type-errors.js';

const root = fileURLToPath(new URL('../../fixtures', import.meta.url));

test('there are fixtures', () => {
  expect(findFixtures(root, []).length).toBeGreaterThan(50);
});

test('every fixture type-checks under its own options', { timeout: 120_000 }, () => {
  expect(typeErrorsOf(root)).toEqual([]);
});
