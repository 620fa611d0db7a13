import type { LibraryModel } from '../schema.js';

export const nodeCache = {
  package: 'node-cache',
  rows: [
    { kind: 'bounds', on: 'NodeCache', when: { options: ['maxKeys', 'stdTTL'] }, because: 'https://github.com/node-cache/node-cache' },
    { kind: 'neutral', on: 'NodeCache#get', because: 'https://github.com/node-cache/node-cache' },
    { kind: 'registers', on: 'NodeCache#set', what: 'an entry', into: 'receiver', keyedBy: 0, unless: { argument: 2 },
      undone: { members: ['del', 'take', 'ttl', 'flushAll'] },
      because: 'https://github.com/node-cache/node-cache#store-a-key-set' },
    { kind: 'neutral', on: 'NodeCache#take', because: 'https://github.com/node-cache/node-cache#take-a-key-take' },
    { kind: 'neutral', on: 'NodeCache#del', because: 'https://github.com/node-cache/node-cache#delete-a-key-del' },
    { kind: 'neutral', on: 'NodeCache#has', because: 'https://github.com/node-cache/node-cache#has-key-has' },
  ],
} as const satisfies LibraryModel;
