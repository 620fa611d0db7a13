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
    { kind: 'registers', on: 'CronJob', what: 'a schedule', into: 'process', onlyWith: { argument: 3 },
      unless: { argument: 0, options: ['getTime', 'toMillis'] }, undone: { result: ['stop'] },
      because: 'https://github.com/kelektiv/node-cron#-api' },
    { kind: 'registers', on: 'CronJob.from', what: 'a schedule', into: 'process', onlyWith: { argument: 0, options: ['start'] },
      undone: { result: ['stop'] },
      because: 'https://github.com/kelektiv/node-cron#-api' },
    { kind: 'registers', on: 'CronJob#start', what: 'a schedule', into: 'process', keyedBy: 'receiver', undone: { members: ['stop'] },
      because: 'https://github.com/kelektiv/node-cron#-api' },
    { kind: 'registers', on: 'CronJob#addCallback', what: 'a job', into: 'receiver', because: 'https://github.com/kelektiv/node-cron#-api' },
    { kind: 'neutral', on: 'CronJob#stop', because: 'https://github.com/kelektiv/node-cron#-api' },
    { kind: 'neutral', on: 'CronJob#setTime', because: 'https://github.com/kelektiv/node-cron#-api' },
  ],
} as const satisfies LibraryModel;
