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
    { kind: 'registers', on: 'Redis#subscribe', what: 'a subscriber', into: 'receiver', keyedBy: { valuesOf: 'any' },
      undone: { members: ['unsubscribe', 'quit', 'disconnect'] },
      because: 'https://github.com/redis/ioredis#pubsub' },
    { kind: 'registers', on: 'Redis#psubscribe', what: 'a subscriber', into: 'receiver', keyedBy: { valuesOf: 'any' },
      undone: { members: ['punsubscribe', 'quit', 'disconnect'] },
      because: 'https://github.com/redis/ioredis#pubsub' },
    { kind: 'registers', on: 'Redis#ssubscribe', what: 'a subscriber', into: 'receiver', keyedBy: { valuesOf: 'any' },
      undone: { members: ['sunsubscribe', 'quit', 'disconnect'] },
      because: 'https://github.com/redis/ioredis#pubsub' },
  ],
} as const satisfies LibraryModel;
