import type { LibraryModel } from '../schema.js';

export const knex = {
  package: 'knex',
  versions: '>=1',
  rows: [
    { kind: 'invokes', on: 'Knex#transaction', callback: { argument: 'any' }, per: 'now', owner: 'receiver',
      because: 'https://knexjs.org/guide/transactions.html' },
    { kind: 'neutral', on: 'Knex#raw', because: 'https://knexjs.org/guide/raw.html' },
    { kind: 'registers', on: 'knex', what: 'a pool', into: 'process', undone: { result: ['destroy'] }, owned: true,
      because: 'https://knexjs.org/guide/#pool' },
    { kind: 'registers', on: 'Knex#transaction', what: 'a transaction', into: 'receiver', unless: { argument: 0 }, undone: { result: ['commit', 'rollback'] }, owned: true,
      because: 'https://knexjs.org/guide/transactions.html' },
  ],
} as const satisfies LibraryModel;
