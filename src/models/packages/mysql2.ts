import type { LibraryModel } from '../schema.js';

export const mysql2 = {
  package: 'mysql2',
  versions: '>=3',
  rows: [
    { kind: 'invokes', on: 'Pool#on', callback: { argument: 1 }, per: 'connection', owner: 'receiver',
      because: 'https://github.com/mysqljs/mysql/blob/master/Readme.md#pool-events' },
    { kind: 'invokes', on: 'Pool#getConnection', callback: { argument: 0 }, per: 'once', owner: 'receiver',
      because: 'https://sidorares.github.io/node-mysql2/docs/examples/connections/create-pool' },
    { kind: 'invokes', on: 'Connection#query', callback: { argument: 'any' }, per: 'once', owner: 'receiver',
      because: 'https://sidorares.github.io/node-mysql2/docs/examples/queries/simple-queries' },
    { kind: 'invokes', on: 'Connection#execute', callback: { argument: 'any' }, per: 'once', owner: 'receiver',
      because: 'https://sidorares.github.io/node-mysql2/docs/documentation/prepared-statements' },
    { kind: 'invokes', on: 'Pool#query', callback: { argument: 'any' }, per: 'once', owner: 'receiver',
      because: 'https://sidorares.github.io/node-mysql2/docs/examples/queries/simple-queries' },
    { kind: 'invokes', on: 'Pool#execute', callback: { argument: 'any' }, per: 'once', owner: 'receiver',
      because: 'https://sidorares.github.io/node-mysql2/docs/documentation/prepared-statements' },
    { kind: 'registers', on: 'Pool#getConnection', what: 'a connection', into: 'receiver', unless: { argument: 0 }, undone: { result: ['release', 'destroy', '[Symbol.asyncDispose]'], passedTo: ['releaseConnection'] }, owned: true,
      because: 'https://sidorares.github.io/node-mysql2/docs#using-connection-pools' },
    { kind: 'registers', on: 'Pool#getConnection', what: 'a connection', into: 'receiver', onlyWith: { argument: 0 }, handedTo: { argument: 0, parameters: [1] },
      undone: { result: ['release', 'destroy'], passedTo: ['releaseConnection'] }, owned: true,
      because: 'https://sidorares.github.io/node-mysql2/docs#using-connection-pools' },
    { kind: 'registers', on: 'createPool', what: 'a pool', into: 'process', undone: { result: ['end'] }, owned: true,
      because: 'https://sidorares.github.io/node-mysql2/docs/examples/connections/create-pool' },
    { kind: 'registers', on: 'createConnection', what: 'a connection', into: 'process', undone: { result: ['end', 'destroy'] }, owned: true,
      because: 'https://sidorares.github.io/node-mysql2/docs/examples/connections/create-connection' },
  ],
} as const satisfies LibraryModel;
