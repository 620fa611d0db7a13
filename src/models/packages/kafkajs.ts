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
    { kind: 'registers', on: 'Admin#on', what: 'a listener', into: 'receiver', lastEvents: ['admin.disconnect'], undone: { result: ['()'] },
      because: 'https://kafka.js.org/docs/instrumentation-events' },
    { kind: 'registers', on: 'Consumer#on', what: 'a listener', into: 'receiver', lastEvents: ['consumer.disconnect'], undone: { result: ['()'] },
      because: 'https://kafka.js.org/docs/instrumentation-events' },
    { kind: 'registers', on: 'Producer#on', what: 'a listener', into: 'receiver', lastEvents: ['producer.disconnect'], undone: { result: ['()'] },
      because: 'https://kafka.js.org/docs/instrumentation-events' },
    { kind: 'invokes', on: 'Admin#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      because: 'https://kafka.js.org/docs/instrumentation-events' },
  ],
} as const satisfies LibraryModel;
