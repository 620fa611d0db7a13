import { defineConfig } from 'vitest/config';

// Typed linting is heavy: few workers, and time for the slowest machine; a hang still ends.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: process.env.CI === undefined ? ['default'] : ['default', ['json', { outputFile: '.reports/tests.json' }]],
  },
});
