import type { LibraryModel } from '../schema.js';

export const nestjsSchedule = {
  package: '@nestjs/schedule',
  rows: [
    { kind: 'decorates', on: 'Cron', per: 'tick', because: 'https://docs.nestjs.com/techniques/task-scheduling' },
    { kind: 'decorates', on: 'Interval', per: 'tick', because: 'https://docs.nestjs.com/techniques/task-scheduling#declarative-intervals' },
    { kind: 'decorates', on: 'Timeout', per: 'once', because: 'https://docs.nestjs.com/techniques/task-scheduling#declarative-timeouts' },
  ],
} as const satisfies LibraryModel;
