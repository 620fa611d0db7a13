import type { LibraryModel } from '../schema.js';

export const croner = {
  package: 'croner',
  rows: [
    { kind: 'invokes', on: 'Cron', callback: { argument: 'any' }, per: 'tick', owner: 'process', because: 'https://croner.56k.guru/usage/' },
    { kind: 'invokes', on: 'Cron#schedule', callback: { argument: 0 }, per: 'tick', owner: 'receiver', because: 'https://croner.56k.guru/usage/' },
    { kind: 'registers', on: 'Cron', what: 'a schedule', into: 'process', onlyWith: { argument: 1, options: ['call'] },
      unless: [{ argument: 0, options: ['getTime'] }, { argument: 2, options: ['maxRuns', 'paused', 'stopAt'] }], undone: { result: ['stop'] },
      because: 'https://croner.56k.guru/usage/basics/' },
    { kind: 'registers', on: 'Cron', what: 'a schedule', into: 'process', onlyWith: { argument: 2, options: ['call'] },
      unless: [{ argument: 0, options: ['getTime'] }, { argument: 1, options: ['maxRuns', 'paused', 'stopAt'] }], undone: { result: ['stop'] },
      because: 'https://croner.56k.guru/usage/configuration/' },
    { kind: 'registers', on: 'Cron#schedule', what: 'a schedule', into: 'process', keyedBy: 'receiver',
      undone: { members: ['stop'], result: ['stop'] },
      because: 'https://croner.56k.guru/usage/basics/' },
    { kind: 'repeats', on: 'Cron', job: { argument: 'any' }, every: { argument: 0, as: 'cron' },
      guard: { argument: 'any', option: 'protect', default: 'off', since: '5' },
      unless: [{ argument: 1, options: ['interval', 'maxRuns'] }, { argument: 2, options: ['interval', 'maxRuns'] }],
      because: 'https://croner.56k.guru/usage/configuration/' },
    { kind: 'handles', on: 'CronCallback', per: 'tick', because: 'https://croner.56k.guru/usage/basics/' },
    { kind: 'neutral', on: 'Cron#nextRun', because: 'https://croner.56k.guru/usage/basics/' },
    { kind: 'neutral', on: 'Cron#nextRuns', because: 'https://croner.56k.guru/usage/basics/' },
    { kind: 'neutral', on: 'Cron#stop', because: 'https://croner.56k.guru/usage/basics/' },
  ],
} as const satisfies LibraryModel;
