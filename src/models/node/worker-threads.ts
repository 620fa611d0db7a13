import type { LibraryModel } from '../schema.js';

export const workerThreads = {
  package: 'node:worker_threads',
  rows: [
    { kind: 'invokes', on: 'Worker#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { message: ['message', 'messageerror'], once: ['error', 'exit', 'online'] },
      because: 'https://nodejs.org/api/worker_threads.html#class-worker' },
    { kind: 'invokes', on: 'Worker#addListener', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { message: ['message', 'messageerror'], once: ['error', 'exit', 'online'] },
      because: 'https://nodejs.org/api/worker_threads.html#class-worker' },
    { kind: 'invokes', on: 'MessagePort#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { message: ['message', 'messageerror'], once: ['close'] },
      because: 'https://nodejs.org/api/worker_threads.html#class-messageport' },
    { kind: 'invokes', on: 'MessagePort#addListener', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { message: ['message', 'messageerror'], once: ['close'] },
      because: 'https://nodejs.org/api/worker_threads.html#class-messageport' },
    { kind: 'registers', on: 'MessagePort#on', what: 'a listener', into: 'receiver', keyedBy: 1, lastEvents: ['close'],
      undone: { members: ['off', 'removeListener', 'removeAllListeners'] },
      because: 'https://nodejs.org/api/worker_threads.html#class-messageport' },
    { kind: 'registers', on: 'MessagePort#addListener', what: 'a listener', into: 'receiver', keyedBy: 1, lastEvents: ['close'],
      undone: { members: ['off', 'removeListener', 'removeAllListeners'] },
      because: 'https://nodejs.org/api/worker_threads.html#class-messageport' },
    { kind: 'registers', on: 'MessagePort#once', what: 'a listener', into: 'receiver', keyedBy: 1, endsWhenFired: true, lastEvents: ['close'],
      undone: { members: ['off', 'removeListener', 'removeAllListeners'] },
      because: 'https://nodejs.org/api/worker_threads.html#class-messageport' },
  ],
} as const satisfies LibraryModel;
