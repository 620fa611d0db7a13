import type { LibraryModel } from '../schema.js';

export const pQueue = {
  package: 'p-queue',
  rows: [
    { kind: 'invokes', on: 'PQueue#add', callback: { argument: 0 }, per: 'now', owner: 'receiver',
      because: 'https://github.com/sindresorhus/p-queue#addfn-options' },
    { kind: 'invokes', on: 'PQueue#addAll', callback: { argument: 'any' }, per: 'now', owner: 'receiver',
      because: 'https://github.com/sindresorhus/p-queue#addallfns-options' },
    { kind: 'neutral', on: 'PQueue#onIdle', because: 'https://github.com/sindresorhus/p-queue#onidle' },
    { kind: 'neutral', on: 'PQueue#onEmpty', because: 'https://github.com/sindresorhus/p-queue#onempty' },
  ],
} as const satisfies LibraryModel;
