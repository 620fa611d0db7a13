import type { LibraryModel } from '../schema.js';

export const pLimit = {
  package: 'p-limit',
  rows: [
    { kind: 'neutral', on: 'pLimit', because: 'https://github.com/sindresorhus/p-limit#plimitconcurrency' },
    { kind: 'invokes', on: 'limitFunction', callback: { argument: 0 }, per: 'now', owner: 'result',
      because: 'https://github.com/sindresorhus/p-limit' },
  ],
} as const satisfies LibraryModel;
