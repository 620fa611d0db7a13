import type { LibraryModel } from '../schema.js';

export const jest = {
  package: 'global',
  rows: [
    { kind: 'invokes', on: 'describe', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://jestjs.io/docs/api' },
    { kind: 'invokes', on: 'fdescribe', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://jestjs.io/docs/api' },
    { kind: 'invokes', on: 'xdescribe', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://jestjs.io/docs/api' },
    { kind: 'invokes', on: 'it', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://jestjs.io/docs/api' },
    { kind: 'invokes', on: 'fit', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://jestjs.io/docs/api' },
    { kind: 'invokes', on: 'xit', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://jestjs.io/docs/api' },
    { kind: 'invokes', on: 'test', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://jestjs.io/docs/api' },
    { kind: 'invokes', on: 'xtest', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://jestjs.io/docs/api' },
    { kind: 'invokes', on: 'beforeAll', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://jestjs.io/docs/api' },
    { kind: 'invokes', on: 'afterAll', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://jestjs.io/docs/api' },
    { kind: 'invokes', on: 'beforeEach', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://jestjs.io/docs/api' },
    { kind: 'invokes', on: 'afterEach', callback: { argument: 'any' }, per: 'test', owner: 'process', because: 'https://jestjs.io/docs/api' },
  ],
} as const satisfies LibraryModel;
