import type { LibraryModel } from '../schema.js';

export const eventemitter3 = {
  package: 'eventemitter3',
  rows: [
    { kind: 'invokes', on: 'EventEmitter#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      because: 'https://github.com/primus/eventemitter3' },
    { kind: 'invokes', on: 'EventEmitter#addListener', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      because: 'https://github.com/primus/eventemitter3' },
    { kind: 'invokes', on: 'EventEmitter#once', callback: { argument: 1 }, per: 'once', owner: 'receiver',
      because: 'https://github.com/primus/eventemitter3' },
    { kind: 'registers', on: 'EventEmitter#on', what: 'a listener', into: 'receiver',
      undone: { members: ['off', 'removeListener', 'removeAllListeners'] },
      because: 'https://github.com/primus/eventemitter3' },
    { kind: 'registers', on: 'EventEmitter#addListener', what: 'a listener', into: 'receiver',
      undone: { members: ['off', 'removeListener', 'removeAllListeners'] },
      because: 'https://github.com/primus/eventemitter3' },
    { kind: 'registers', on: 'EventEmitter#once', what: 'a listener', into: 'receiver',
      endsWhenFired: true, lastEvents: ['close', 'end', 'error', 'exit', 'finish'],
      undone: { members: ['off', 'removeListener', 'removeAllListeners'] },
      because: 'https://github.com/primus/eventemitter3' },
    { kind: 'neutral', on: 'EventEmitter#emit', because: 'https://github.com/primus/eventemitter3' },
    { kind: 'neutral', on: 'EventEmitter#off', because: 'https://github.com/primus/eventemitter3' },
    { kind: 'neutral', on: 'EventEmitter#removeListener', because: 'https://github.com/primus/eventemitter3' },
    { kind: 'neutral', on: 'EventEmitter#removeAllListeners', because: 'https://github.com/primus/eventemitter3' },
  ],
} as const satisfies LibraryModel;
