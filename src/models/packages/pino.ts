import type { LibraryModel } from '../schema.js';

export const pino = {
  package: 'pino',
  versions: '>=7',
  rows: [
    { kind: 'invokes', on: 'pino', callback: { argument: 0, members: ['formatters', 'hooks', 'mixin', 'mixinMergeStrategy', 'redact', 'serializers'], deep: true },
      per: 'event', owner: 'result', because: 'https://github.com/pinojs/pino/blob/main/docs/api.md#options' },
    { kind: 'invokes', on: 'pino', callback: { argument: 0, members: ['onChild'] }, per: 'event', owner: 'result',
      because: 'https://github.com/pinojs/pino/blob/main/docs/api.md#onchild-function' },
    { kind: 'registers', on: 'MultiStreamRes#add', what: 'a transport', into: 'receiver', undone: { members: ['remove'] },
      because: 'https://github.com/pinojs/pino/blob/main/docs/api.md#pino-multistream' },
    { kind: 'neutral', on: 'pino.transport', because: 'https://github.com/pinojs/thread-stream' },
    { kind: 'neutral', on: 'LoggerExtras#child', because: 'https://github.com/pinojs/pino/blob/main/docs/api.md#child' },
    { kind: 'neutral', on: 'LoggerExtras#setBindings', because: 'https://github.com/pinojs/pino/blob/main/docs/api.md#setbindings' },
    { kind: 'neutral', on: 'LoggerExtras#flush', because: 'https://github.com/pinojs/pino/blob/main/docs/api.md#flush' },
    { kind: 'neutral', on: 'pino.multistream', because: 'https://github.com/pinojs/pino/blob/main/docs/api.md#pino-multistream' },
  ],
} as const satisfies LibraryModel;
