import type { LibraryModel } from '../schema.js';

export const pg = {
  package: 'pg',
  versions: '>=8',
  rows: [
    { kind: 'invokes', on: 'ClientBase#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { message: ['notification'], once: ['end'] },
      because: 'https://node-postgres.com/apis/client#events' },
    { kind: 'invokes', on: 'Pool#on', callback: { argument: 1 }, per: 'connection', owner: 'receiver',
      because: 'https://node-postgres.com/apis/pool#events' },
    { kind: 'invokes', on: 'Pool#connect', callback: { argument: 'any' }, per: 'once', owner: 'receiver',
      because: 'https://node-postgres.com/apis/pool#poolconnect' },
    { kind: 'invokes', on: 'Pool#query', callback: { argument: 'any' }, per: 'once', owner: 'receiver',
      because: 'https://node-postgres.com/apis/pool#poolquery' },
    { kind: 'invokes', on: 'ClientBase#query', callback: { argument: 'any' }, per: 'once', owner: 'receiver',
      because: 'https://node-postgres.com/apis/client#clientquery' },
    { kind: 'invokes', on: 'ClientBase#connect', callback: { argument: 'any' }, per: 'once', owner: 'receiver',
      because: 'https://node-postgres.com/apis/client#clientconnect' },
    { kind: 'neutral', on: 'PoolClient#release', because: 'https://node-postgres.com/apis/pool#releasing-clients' },
    { kind: 'registers', on: 'Pool#connect', what: 'a connection', into: 'receiver', unless: { argument: 0 }, undone: { result: ['release'] }, owned: true,
      because: 'https://node-postgres.com/apis/pool#releasing-clients' },
    { kind: 'registers', on: 'Pool', what: 'a pool', into: 'process', unless: { argument: 0, options: ['idleTimeoutMillis'] }, undone: { result: ['end'] },
      owned: true, because: 'https://node-postgres.com/apis/pool#new-pool' },
    { kind: 'registers', on: 'Client', what: 'a client', into: 'process', undone: { result: ['end'] }, owned: true, opensBy: ['connect'],
      because: 'https://node-postgres.com/apis/client#clientend' },
  ],
} as const satisfies LibraryModel;
