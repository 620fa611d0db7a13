import type { LibraryModel } from '../schema.js';

export const nestjsSchedule = {
  package: '@nestjs/schedule',
  rows: [
    { kind: 'decorates', on: 'Cron', per: 'tick', because: 'https://docs.nestjs.com/techniques/task-scheduling' },
    { kind: 'decorates', on: 'Interval', per: 'tick', because: 'https://docs.nestjs.com/techniques/task-scheduling#declarative-intervals' },
    { kind: 'decorates', on: 'Timeout', per: 'once', because: 'https://docs.nestjs.com/techniques/task-scheduling#declarative-timeouts' },
    { kind: 'repeats', on: 'Cron', job: 'decorated', every: { argument: 0, as: 'cron' },
      guard: { argument: 1, option: 'waitForCompletion', default: 'off', since: '5' },
      because: 'https://docs.nestjs.com/techniques/task-scheduling#declarative-cron-jobs' },
    { kind: 'repeats', on: 'Interval', job: 'decorated', every: { argument: -1, as: 'milliseconds' },
      because: 'https://docs.nestjs.com/techniques/task-scheduling#declarative-intervals' },
    { kind: 'scopes', on: 'SchedulerRegistry', lifetime: 'process', because: 'https://docs.nestjs.com/techniques/task-scheduling#dynamic-schedule-module-api' },
    { kind: 'registers', on: 'SchedulerRegistry#addCronJob', what: 'a schedule', into: 'receiver', keyedBy: 0, adopts: 1, undone: { members: ['deleteCronJob'] },
      because: 'https://docs.nestjs.com/techniques/task-scheduling#dynamic-schedule-module-api' },
    { kind: 'registers', on: 'SchedulerRegistry#addInterval', what: 'a schedule', into: 'receiver', keyedBy: 0,
      adopts: 1, undone: { members: ['deleteInterval'] },
      because: 'https://docs.nestjs.com/techniques/task-scheduling#dynamic-schedule-module-api' },
    { kind: 'registers', on: 'SchedulerRegistry#addTimeout', what: 'a schedule', into: 'receiver', keyedBy: 0, adopts: 1, undone: { members: ['deleteTimeout'] },
      because: 'https://docs.nestjs.com/techniques/task-scheduling#dynamic-schedule-module-api' },
  ],
} as const satisfies LibraryModel;
