import type { LibraryModel } from '../schema.js';

export const mongodb = {
  package: 'mongodb',
  rows: [
    { kind: 'registers', on: 'Collection#find', what: 'a cursor', into: 'process', undone: { result: ['close', 'toArray', 'forEach', 'stream', 'rewind'] },
      owned: true, opensBy: ['next', 'tryNext', 'hasNext'], perhaps: true,
      because: 'https://www.mongodb.com/docs/drivers/node/current/crud/query/cursor/' },
    { kind: 'registers', on: 'Collection#aggregate', what: 'a cursor', into: 'process', undone: { result: ['close', 'toArray', 'forEach', 'stream', 'rewind'] },
      owned: true, opensBy: ['next', 'tryNext', 'hasNext'], perhaps: true,
      because: 'https://www.mongodb.com/docs/drivers/node/current/crud/query/cursor/' },
  ],
} as const satisfies LibraryModel;
