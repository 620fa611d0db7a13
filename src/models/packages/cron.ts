import type { LibraryModel } from '../schema.js';

export const cron = {
  package: 'cron',
  rows: [
    { kind: 'invokes', on: 'CronJob', callback: { argument: 1 }, per: 'tick', owner: 'process', because: 'https://github.com/kelektiv/node-cron' },
    { kind: 'invokes', on: 'CronJob', callback: { argument: 2 }, per: 'once', owner: 'process', because: 'https://github.com/kelektiv/node-cron' },
    { kind: 'invokes', on: 'CronJob.from', callback: { argument: 0, members: ['onTick'] }, per: 'tick', owner: 'process',
      because: 'https://github.com/kelektiv/node-cron' },
    { kind: 'invokes', on: 'CronJob.from', callback: { argument: 0, members: ['onComplete'] }, per: 'once', owner: 'process',
      because: 'https://github.com/kelektiv/node-cron' },
    { kind: 'invokes', on: 'CronJob#addCallback', callback: { argument: 0 }, per: 'tick', owner: 'receiver',
      because: 'https://github.com/kelektiv/node-cron' },
  ],
} as const satisfies LibraryModel;
