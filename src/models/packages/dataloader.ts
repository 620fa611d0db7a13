import type { LibraryModel } from '../schema.js';

export const dataloader = {
  package: 'dataloader',
  rows: [
    { kind: 'bounds', on: 'DataLoader', when: { options: ['cache', 'cacheMap'] }, because: 'https://github.com/graphql/dataloader#disabling-cache' },
    { kind: 'registers', on: 'DataLoader#load', what: 'an entry', into: 'receiver', keyedBy: 0, undone: { members: ['clear', 'clearAll'] },
      because: 'https://github.com/graphql/dataloader#caching' },
    { kind: 'registers', on: 'DataLoader#loadMany', what: 'an entry', into: 'receiver', keyedBy: 0, undone: { members: ['clear', 'clearAll'] },
      because: 'https://github.com/graphql/dataloader#loadmanykeys' },
    { kind: 'registers', on: 'DataLoader#prime', what: 'an entry', into: 'receiver', keyedBy: 0, undone: { members: ['clear', 'clearAll'] },
      because: 'https://github.com/graphql/dataloader#primekey-value' },
    { kind: 'invokes', on: 'DataLoader', callback: { argument: 0 }, per: 'event', owner: 'result',
      because: 'https://github.com/graphql/dataloader#batch-function' },
    { kind: 'invokes', on: 'DataLoader', callback: { argument: 1, members: ['batchScheduleFn', 'cacheKeyFn'] }, per: 'event', owner: 'result',
      because: 'https://github.com/graphql/dataloader#new-dataloaderbatchloadfn--options' },
    { kind: 'neutral', on: 'DataLoader#clear', because: 'https://github.com/graphql/dataloader#clearkey' },
    { kind: 'neutral', on: 'DataLoader#clearAll', because: 'https://github.com/graphql/dataloader#clearall' },
  ],
} as const satisfies LibraryModel;
