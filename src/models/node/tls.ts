import type { LibraryModel } from '../schema.js';

export const tls = {
  package: 'node:tls',
  rows: [
    { kind: 'invokes', on: 'createServer', callback: { argument: 'any' }, per: 'connection', owner: 'result',
      because: 'https://nodejs.org/api/tls.html#tlscreateserveroptions-secureconnectionlistener' },
    { kind: 'invokes', on: 'Server#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: {
        connection: ['connection', 'secureConnection', 'newSession', 'resumeSession', 'OCSPRequest'],
        once: ['close', 'listening'],
      },
      because: 'https://nodejs.org/api/tls.html#event-secureconnection' },
    { kind: 'invokes', on: 'Server#addListener', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: {
        connection: ['connection', 'secureConnection', 'newSession', 'resumeSession', 'OCSPRequest'],
        once: ['close', 'listening'],
      },
      because: 'https://nodejs.org/api/tls.html#event-secureconnection' },
    { kind: 'invokes', on: 'TLSSocket#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: {
        message: ['data'],
        once: ['close', 'connect', 'end', 'error', 'lookup', 'OCSPResponse', 'ready', 'secureConnect'],
      },
      because: 'https://nodejs.org/api/tls.html#class-tlstlssocket' },
    { kind: 'invokes', on: 'connect', callback: { argument: 'any' }, per: 'once', owner: 'result',
      because: 'https://nodejs.org/api/tls.html#tlsconnectoptions-callback' },
  ],
} as const satisfies LibraryModel;
