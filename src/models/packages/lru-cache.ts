import type { LibraryModel } from '../schema.js';

export const lruCache = {
  package: 'lru-cache',
  rows: [
    { kind: 'bounds', on: 'LRUCache', when: { options: ['max', 'maxSize', 'ttlAutopurge'] }, because: 'https://github.com/isaacs/node-lru-cache' },
    { kind: 'invokes', on: 'LRUCache#forEach', callback: { argument: 0 }, per: 'now', owner: 'receiver',
      because: 'https://github.com/isaacs/node-lru-cache' },
    { kind: 'invokes', on: 'LRUCache', callback: { argument: 0, members: ['dispose', 'disposeAfter', 'fetchMethod', 'memoMethod'] }, per: 'event',
      owner: 'result',
      because: 'https://github.com/isaacs/node-lru-cache' },
  ],
} as const satisfies LibraryModel;
