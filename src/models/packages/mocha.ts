import type { LibraryModel } from '../schema.js';

export const mocha = {
  package: 'global',
  rows: [
    { kind: 'invokes', on: 'before', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://mochajs.org/' },
    { kind: 'invokes', on: 'after', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://mochajs.org/' },
    { kind: 'invokes', on: 'context', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://mochajs.org/' },
    { kind: 'invokes', on: 'specify', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://mochajs.org/' },
    { kind: 'invokes', on: 'suite', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://mochajs.org/' },
    { kind: 'invokes', on: 'suiteSetup', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://mochajs.org/' },
    { kind: 'invokes', on: 'suiteTeardown', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://mochajs.org/' },
    { kind: 'invokes', on: 'setup', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://mochajs.org/' },
    { kind: 'invokes', on: 'teardown', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://mochajs.org/' },
    { kind: 'invokes', on: 'xcontext', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://mochajs.org/' },
    { kind: 'invokes', on: 'xspecify', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://mochajs.org/' },
  ],
} as const satisfies LibraryModel;
