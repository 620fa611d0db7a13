import type { LibraryModel } from '../schema.js';

export const socketIoClient = {
  package: 'socket.io-client',
  rows: [
    { kind: 'invokes', on: 'Socket#on', callback: { argument: 1 }, per: 'message', owner: 'receiver',
      events: { event: ['connect', 'connect_error', 'disconnect'] },
      because: 'https://socket.io/docs/v4/client-api/#socketoneventname-callback' },
    { kind: 'invokes', on: 'Socket#once', callback: { argument: 1 }, per: 'once', owner: 'receiver',
      because: 'https://socket.io/docs/v4/client-api/#socketonceeventname-callback' },
    { kind: 'invokes', on: 'Socket#onAny', callback: { argument: 0 }, per: 'message', owner: 'receiver',
      because: 'https://socket.io/docs/v4/client-api/#socketonanycallback' },
    { kind: 'registers', on: 'io', what: 'a client', into: 'process',
      undone: { result: ['close', 'disconnect'] }, owned: true, survives: ['connect', 'connect_error', 'disconnect'],
      because: 'https://socket.io/docs/v4/client-api/#socketdisconnect' },
    { kind: 'registers', on: 'connect', what: 'a client', into: 'process',
      undone: { result: ['close', 'disconnect'] }, owned: true, survives: ['connect', 'connect_error', 'disconnect'],
      because: 'https://socket.io/docs/v4/client-api/#socketdisconnect' },
    { kind: 'registers', on: 'Socket#on', what: 'a listener', into: 'receiver',
      undone: { members: ['off', 'removeListener', 'removeAllListeners'] },
      because: 'https://socket.io/docs/v4/client-api/#socketoffeventname-listener' },
    { kind: 'registers', on: 'Socket#once', what: 'a listener', into: 'receiver', endsWhenFired: true,
      undone: { members: ['off', 'removeListener', 'removeAllListeners'] },
      because: 'https://socket.io/docs/v4/client-api/#socketonceeventname-callback' },
    { kind: 'registers', on: 'Socket#onAny', what: 'a listener', into: 'receiver', undone: { members: ['offAny'] },
      because: 'https://socket.io/docs/v4/client-api/#socketonanycallback' },
  ],
} as const satisfies LibraryModel;
