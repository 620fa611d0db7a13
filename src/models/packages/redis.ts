import type { LibraryModel } from '../schema.js';

export const redis = {
  package: 'redis',
  aliases: ['@redis/client'],
  rows: [
    { kind: 'invokes', on: 'RedisClient#subscribe', callback: { argument: 1 }, per: 'message', owner: 'receiver',
      because: 'https://github.com/redis/node-redis/blob/master/docs/pub-sub.md' },
    { kind: 'invokes', on: 'RedisClient#pSubscribe', callback: { argument: 1 }, per: 'message', owner: 'receiver',
      because: 'https://github.com/redis/node-redis/blob/master/docs/pub-sub.md' },
    { kind: 'invokes', on: 'RedisClient#sSubscribe', callback: { argument: 1 }, per: 'message', owner: 'receiver',
      because: 'https://github.com/redis/node-redis/blob/master/docs/pub-sub.md' },
    { kind: 'invokes', on: 'RedisClient#SUBSCRIBE', callback: { argument: 1 }, per: 'message', owner: 'receiver',
      because: 'https://github.com/redis/node-redis/blob/master/docs/pub-sub.md' },
    { kind: 'invokes', on: 'RedisClient#PSUBSCRIBE', callback: { argument: 1 }, per: 'message', owner: 'receiver',
      because: 'https://github.com/redis/node-redis/blob/master/docs/pub-sub.md' },
    { kind: 'invokes', on: 'RedisClient#SSUBSCRIBE', callback: { argument: 1 }, per: 'message', owner: 'receiver',
      because: 'https://github.com/redis/node-redis/blob/master/docs/pub-sub.md' },
  ],
} as const satisfies LibraryModel;
