import type { LibraryModel } from '../schema.js';

export const pgCursor = {
  package: 'pg-cursor',
  versions: '>=2',
  rows: [
    { kind: 'registers', on: 'Cursor', what: 'a cursor', into: 'process', undone: { result: ['close'] }, owned: true, opensBy: ['read'], perhaps: true,
      because: 'https://node-postgres.com/apis/cursor#close' },
    { kind: 'invokes', on: 'Cursor#read', callback: { argument: 1 }, per: 'once', owner: 'receiver',
      because: 'https://node-postgres.com/apis/cursor#read' },
    { kind: 'invokes', on: 'Cursor#close', callback: { argument: 0 }, per: 'once', owner: 'receiver',
      because: 'https://node-postgres.com/apis/cursor#close' },
  ],
} as const satisfies LibraryModel;
