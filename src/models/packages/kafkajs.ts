import type { LibraryModel } from '../schema.js';

export const kafkajs = {
  package: 'kafkajs',
  rows: [
    { kind: 'invokes', on: 'Consumer#run', callback: { argument: 0, members: ['eachMessage', 'eachBatch'] }, per: 'message', owner: 'receiver',
      because: 'https://kafka.js.org/docs/consuming' },
    { kind: 'invokes', on: 'Consumer#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      because: 'https://kafka.js.org/docs/instrumentation-events' },
    { kind: 'invokes', on: 'Producer#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      because: 'https://kafka.js.org/docs/instrumentation-events' },
    { kind: 'handles', on: 'EachMessageHandler', per: 'message', because: 'https://kafka.js.org/docs/consuming#a-name-each-message-a-eachmessage' },
    { kind: 'handles', on: 'EachBatchHandler', per: 'message', because: 'https://kafka.js.org/docs/consuming#a-name-each-batch-a-eachbatch' },
    { kind: 'yields', on: 'EachMessagePayload', lifetime: 'message',
      because: 'https://kafka.js.org/docs/consuming#a-name-each-message-a-eachmessage' },
    { kind: 'yields', on: 'EachBatchPayload', lifetime: 'message', because: 'https://kafka.js.org/docs/consuming#a-name-each-batch-a-eachbatch' },
  ],
} as const satisfies LibraryModel;
