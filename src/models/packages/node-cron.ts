import type { LibraryModel } from '../schema.js';

export const nodeCron = {
  package: 'node-cron',
  rows: [
    { kind: 'invokes', on: 'schedule', callback: { argument: 1 }, per: 'tick', owner: 'process', because: 'https://nodecron.com/' },
    { kind: 'invokes', on: 'NodeCron#schedule', callback: { argument: 1 }, per: 'tick', owner: 'process', because: 'https://nodecron.com/' },
    { kind: 'invokes', on: 'createTask', callback: { argument: 1 }, per: 'tick', owner: 'result', because: 'https://nodecron.com/' },
    { kind: 'invokes', on: 'NodeCron#createTask', callback: { argument: 1 }, per: 'tick', owner: 'result', because: 'https://nodecron.com/' },
    { kind: 'neutral', on: 'validate', because: 'https://nodecron.com/' },
    { kind: 'neutral', on: 'NodeCron#validate', because: 'https://nodecron.com/' },
  ],
} as const satisfies LibraryModel;
