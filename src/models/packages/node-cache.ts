import type { LibraryModel } from '../schema.js';

export const nodeCache = {
  package: 'node-cache',
  rows: [
    { kind: 'bounds', on: 'NodeCache', when: { options: ['maxKeys', 'stdTTL'] }, because: 'https://github.com/node-cache/node-cache' },
    { kind: 'neutral', on: 'NodeCache#get', because: 'https://github.com/node-cache/node-cache' },
  ],
} as const satisfies LibraryModel;
