import type { LibraryModel } from '../schema.js';

export const vitest = {
  package: 'vitest',
  aliases: ['@vitest/runner'],
  rows: [
    { kind: 'invokes', on: 'describe', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://vitest.dev/api/describe' },
    { kind: 'invokes', on: 'suite', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://vitest.dev/api/' },
    { kind: 'invokes', on: 'it', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://vitest.dev/api/' },
    { kind: 'invokes', on: 'test', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://vitest.dev/api/test' },
    { kind: 'invokes', on: 'beforeAll', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://vitest.dev/api/' },
    { kind: 'invokes', on: 'afterAll', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://vitest.dev/api/' },
    { kind: 'invokes', on: 'beforeEach', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://vitest.dev/api/' },
    { kind: 'invokes', on: 'afterEach', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://vitest.dev/api/' },
  ],
} as const satisfies LibraryModel;
