import type { LibraryModel } from '../schema.js';

export const toadScheduler = {
  package: 'toad-scheduler',
  rows: [
    { kind: 'invokes', on: 'Task', callback: { argument: 1 }, per: 'tick', owner: 'result', because: 'https://github.com/kibertoad/toad-scheduler' },
    { kind: 'invokes', on: 'Task', callback: { argument: 2 }, per: 'tick', owner: 'result', because: 'https://github.com/kibertoad/toad-scheduler' },
    { kind: 'invokes', on: 'AsyncTask', callback: { argument: 1 }, per: 'tick', owner: 'result',
      because: 'https://github.com/kibertoad/toad-scheduler' },
    { kind: 'invokes', on: 'AsyncTask', callback: { argument: 2 }, per: 'tick', owner: 'result',
      because: 'https://github.com/kibertoad/toad-scheduler' },
  ],
} as const satisfies LibraryModel;
