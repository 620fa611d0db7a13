import type { LibraryModel } from '../schema.js';

export const quickLru = {
  package: 'quick-lru',
  rows: [
    { kind: 'bounds', on: 'QuickLRU', when: 'always', because: 'https://github.com/sindresorhus/quick-lru' },
  ],
} as const satisfies LibraryModel;
