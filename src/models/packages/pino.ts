import type { LibraryModel } from '../schema.js';

export const pino = {
  package: 'pino',
  versions: '>=7',
  rows: [
    { kind: 'registers', on: 'pino.transport', what: 'a transport', into: 'process', undone: { result: ['end'] },
      because: 'https://github.com/pinojs/pino/blob/main/docs/transports.md' },
    { kind: 'registers', on: 'pino', what: 'a transport', into: 'process', onlyWith: { argument: 0, options: ['transport'] },
      because: 'https://github.com/pinojs/pino/blob/main/docs/transports.md' },
    { kind: 'neutral', on: 'LoggerExtras#child', because: 'https://github.com/pinojs/pino/blob/main/docs/api.md#child' },
    { kind: 'neutral', on: 'LoggerExtras#setBindings', because: 'https://github.com/pinojs/pino/blob/main/docs/api.md#setbindings' },
    { kind: 'neutral', on: 'LoggerExtras#flush', because: 'https://github.com/pinojs/pino/blob/main/docs/api.md#flush' },
    { kind: 'neutral', on: 'pino.multistream', because: 'https://github.com/pinojs/pino/blob/main/docs/api.md#pino-multistream' },
  ],
} as const satisfies LibraryModel;
