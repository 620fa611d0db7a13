import type { LibraryModel } from '../schema.js';

export const pMemoize = {
  package: 'p-memoize',
  rows: [
    { kind: 'memoizes', on: 'pMemoize', keyedBy: 0, unless: { argument: 1, options: ['cache', 'cacheKey'] }, undone: { passedTo: ['pMemoizeClear'] },
      because: 'https://github.com/sindresorhus/p-memoize#pmemoizefn-options' },
  ],
} as const satisfies LibraryModel;
