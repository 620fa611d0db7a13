import type { LibraryModel } from '../schema.js';

export const agenda = {
  package: 'agenda',
  versions: '>=6',
  rows: [
    { kind: 'registers', on: 'Agenda#define', what: 'a job', into: 'receiver', keyedBy: 0,
      because: 'https://github.com/agenda/agenda#defining-job-processors' },
    { kind: 'invokes', on: 'Agenda#define', callback: { argument: 'any' }, per: 'job', owner: 'receiver',
      because: 'https://github.com/agenda/agenda#defining-job-processors' },
    { kind: 'invokes', on: 'Agenda#on', callback: { argument: 1 }, per: 'job', owner: 'receiver', events: { once: ['ready', 'error'] },
      because: 'https://github.com/agenda/agenda#agenda-events' },
    { kind: 'decorates', on: 'Define', per: 'job', because: 'https://github.com/agenda/agenda' },
    { kind: 'decorates', on: 'Every', per: 'job', because: 'https://github.com/agenda/agenda' },
    { kind: 'yields', on: 'Job', lifetime: 'job', because: 'https://github.com/agenda/agenda#manually-working-with-a-job' },
    { kind: 'neutral', on: 'Agenda#every', because: 'https://github.com/agenda/agenda#creating-jobs' },
    { kind: 'neutral', on: 'Agenda#schedule', because: 'https://github.com/agenda/agenda#creating-jobs' },
    { kind: 'neutral', on: 'Agenda#now', because: 'https://github.com/agenda/agenda#creating-jobs' },
    { kind: 'neutral', on: 'Agenda#create', because: 'https://github.com/agenda/agenda#creating-jobs' },
  ],
} as const satisfies LibraryModel;
