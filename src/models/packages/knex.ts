import type { LibraryModel } from '../schema.js';

export const knex = {
  package: 'knex',
  versions: '>=1',
  rows: [
    { kind: 'invokes', on: 'Knex#transaction', callback: { argument: 'any' }, per: 'now', owner: 'receiver',
      because: 'https://knexjs.org/guide/transactions.html' },
    { kind: 'neutral', on: 'Knex#raw', because: 'https://knexjs.org/guide/raw.html' },
  ],
} as const satisfies LibraryModel;
