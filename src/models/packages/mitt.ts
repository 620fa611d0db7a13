import type { LibraryModel } from '../schema.js';

export const mitt = {
  package: 'mitt',
  rows: [
    { kind: 'invokes', on: 'Emitter#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      because: 'https://github.com/developit/mitt#on' },
    { kind: 'registers', on: 'Emitter#on', what: 'a listener', into: 'receiver', undone: { members: ['off'] },
      because: 'https://github.com/developit/mitt#on' },
    { kind: 'neutral', on: 'Emitter#emit', because: 'https://github.com/developit/mitt#emit' },
    { kind: 'neutral', on: 'Emitter#off', because: 'https://github.com/developit/mitt#off' },
  ],
} as const satisfies LibraryModel;
