import type { LibraryModel } from '../schema.js';

export const agenda = {
  package: 'agenda',
  versions: '>=6',
  rows: [
    { kind: 'registers', on: 'Agenda#define', what: 'a job', into: 'receiver', keyedBy: 0,
      because: 'https://github.com/agenda/agenda#defining-jobs' },
    { kind: 'invokes', on: 'Agenda#define', callback: { argument: 'any' }, per: 'job', owner: 'receiver',
      because: 'https://github.com/agenda/agenda#defining-jobs' },
    { kind: 'invokes', on: 'Agenda#on', callback: { argument: 1 }, per: 'job', owner: 'receiver', events: { once: ['ready', 'error'] },
      because: 'https://github.com/agenda/agenda#events' },
    { kind: 'scopes', on: 'JobsController', lifetime: 'process', because: 'https://github.com/agenda/agenda#defining-jobs-with-decorators' },
    { kind: 'decorates', on: 'Define', per: 'job', because: 'https://github.com/agenda/agenda#defining-jobs-with-decorators' },
    { kind: 'decorates', on: 'Every', per: 'job', because: 'https://github.com/agenda/agenda#defining-jobs-with-decorators' },
    { kind: 'repeats', on: 'Every', job: 'decorated', every: { argument: 0, as: 'phrase' },
      guard: { argument: 1, option: 'lockLifetime', default: 'locked' },
      because: 'https://github.com/agenda/agenda#multiple-job-processors' },
    { kind: 'repeats', on: 'Agenda#define', job: { argument: 1 }, every: { argument: 0, as: 'phrase' }, startedBy: { member: 'every', name: 0, named: 1 },
      guard: { argument: 2, option: 'lockLifetime', default: 'locked' },
      because: 'https://github.com/agenda/agenda#multiple-job-processors' },
    { kind: 'yields', on: 'Job', lifetime: 'job', because: 'https://github.com/agenda/agenda#defining-jobs' },
    { kind: 'neutral', on: 'Agenda#every', because: 'https://github.com/agenda/agenda#scheduling-jobs' },
    { kind: 'neutral', on: 'Agenda#schedule', because: 'https://github.com/agenda/agenda#scheduling-jobs' },
    { kind: 'neutral', on: 'Agenda#now', because: 'https://github.com/agenda/agenda#scheduling-jobs' },
    { kind: 'neutral', on: 'Agenda#create', because: 'https://github.com/agenda/agenda#scheduling-jobs' },
  ],
} as const satisfies LibraryModel;
