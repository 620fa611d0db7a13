import type { LibraryModel } from '../schema.js';

export const https = {
  package: 'node:https',
  rows: [
    { kind: 'invokes', on: 'createServer', callback: { argument: 'any' }, per: 'request', owner: 'result',
      because: 'https://nodejs.org/api/https.html#httpscreateserveroptions-requestlistener' },
    { kind: 'invokes', on: 'Server', callback: { argument: 'any' }, per: 'request', owner: 'result',
      because: 'https://nodejs.org/api/https.html#class-httpsserver' },
    { kind: 'invokes', on: 'Server#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: {
        connection: ['connection', 'secureConnection', 'connect', 'upgrade'],
        request: ['request', 'checkContinue', 'checkExpectation'],
        once: ['close', 'listening'],
      },
      because: 'https://nodejs.org/api/https.html#class-httpsserver' },
    { kind: 'invokes', on: 'Server#addListener', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: {
        connection: ['connection', 'secureConnection', 'connect', 'upgrade'],
        request: ['request', 'checkContinue', 'checkExpectation'],
        once: ['close', 'listening'],
      },
      because: 'https://nodejs.org/api/https.html#class-httpsserver' },
    { kind: 'invokes', on: 'request', callback: { argument: 'any' }, per: 'once', owner: 'result',
      because: 'https://nodejs.org/api/https.html#httpsrequestoptions-callback' },
    { kind: 'invokes', on: 'get', callback: { argument: 'any' }, per: 'once', owner: 'result',
      because: 'https://nodejs.org/api/https.html#httpsgetoptions-callback' },
    { kind: 'registers', on: 'Agent', what: 'an agent', into: 'process', onlyWith: { argument: 0, options: ['keepAlive'] }, undone: { result: ['destroy'] }, owned: true,
      because: 'https://nodejs.org/api/http.html#class-httpagent' },
    { kind: 'neutral', on: 'get', because: 'https://nodejs.org/api/https.html#httpsgetoptions-callback' },
    { kind: 'neutral', on: 'request', because: 'https://nodejs.org/api/https.html#httpsrequestoptions-callback' },
  ],
} as const satisfies LibraryModel;
