import type { LibraryModel } from '../schema.js';

export const dgram = {
  package: 'node:dgram',
  rows: [
    { kind: 'invokes', on: 'createSocket', callback: { argument: 1 }, per: 'message', owner: 'result',
      because: 'https://nodejs.org/api/dgram.html#dgramcreatesocketoptions-callback' },
    { kind: 'invokes', on: 'Socket#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { message: ['message'], once: ['close', 'connect', 'listening'] },
      because: 'https://nodejs.org/api/dgram.html#event-message' },
    { kind: 'invokes', on: 'Socket#addListener', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { message: ['message'], once: ['close', 'connect', 'listening'] },
      because: 'https://nodejs.org/api/dgram.html#event-message' },
    { kind: 'invokes', on: 'Socket#bind', callback: { argument: 'any' }, per: 'start', owner: 'receiver',
      because: 'https://nodejs.org/api/dgram.html#socketbindport-address-callback' },
    { kind: 'invokes', on: 'Socket#send', callback: { argument: 'any' }, per: 'once', owner: 'receiver',
      because: 'https://nodejs.org/api/dgram.html#socketsendmsg-offset-length-port-address-callback' },
    { kind: 'invokes', on: 'Socket#close', callback: { argument: 0 }, per: 'once', owner: 'receiver',
      because: 'https://nodejs.org/api/dgram.html#socketclosecallback' },
  ],
} as const satisfies LibraryModel;
