import type { LibraryModel } from '../schema.js';

export const nodeTest = {
  package: 'node:test',
  rows: [
    { kind: 'invokes', on: 'test', callback: { argument: 'any' }, per: 'test', owner: 'process',
      because: 'https://nodejs.org/api/test.html#testname-options-fn' },
    { kind: 'invokes', on: 'test.suite', callback: { argument: 'any' }, per: 'test', owner: 'process',
      because: 'https://nodejs.org/api/test.html#suitename-options-fn' },
    { kind: 'invokes', on: 'test.before', callback: { argument: 0 }, per: 'test', owner: 'process',
      because: 'https://nodejs.org/api/test.html#beforefn-options' },
    { kind: 'invokes', on: 'test.after', callback: { argument: 0 }, per: 'test', owner: 'process',
      because: 'https://nodejs.org/api/test.html#afterfn-options' },
    { kind: 'invokes', on: 'test.beforeEach', callback: { argument: 0 }, per: 'test', owner: 'process',
      because: 'https://nodejs.org/api/test.html#beforeeachfn-options' },
    { kind: 'invokes', on: 'test.afterEach', callback: { argument: 0 }, per: 'test', owner: 'process',
      because: 'https://nodejs.org/api/test.html#aftereachfn-options' },
  ],
} as const satisfies LibraryModel;
