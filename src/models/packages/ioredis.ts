import type { LibraryModel } from '../schema.js';

export const ioredis = {
  package: 'ioredis',
  rows: [
    { kind: 'invokes', on: 'Redis#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { message: ['message', 'messageBuffer', 'pmessage', 'pmessageBuffer'], once: ['end'] },
      because: 'https://github.com/redis/ioredis#pubsub' },
    { kind: 'invokes', on: 'Redis#once', callback: { argument: 1 }, per: 'once', owner: 'receiver',
      because: 'https://github.com/redis/ioredis#connection-events' },
    { kind: 'invokes', on: 'Redis#subscribe', callback: { argument: 'any' }, per: 'once', owner: 'receiver',
      because: 'https://github.com/redis/ioredis#pubsub' },
    { kind: 'invokes', on: 'Redis#psubscribe', callback: { argument: 'any' }, per: 'once', owner: 'receiver',
      because: 'https://github.com/redis/ioredis#pubsub' },
    { kind: 'invokes', on: 'ChainableCommander#exec', callback: { argument: 'any' }, per: 'once', owner: 'receiver',
      because: 'https://github.com/redis/ioredis#pipelining' },
  ],
} as const satisfies LibraryModel;
