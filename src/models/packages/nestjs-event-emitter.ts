import type { LibraryModel } from '../schema.js';

export const nestjsEventEmitter = {
  package: '@nestjs/event-emitter',
  rows: [
    { kind: 'decorates', on: 'OnEvent', per: 'event', because: 'https://docs.nestjs.com/techniques/events' },
  ],
} as const satisfies LibraryModel;
