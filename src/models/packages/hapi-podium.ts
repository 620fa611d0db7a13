import type { LibraryModel } from '../schema.js';

export const hapiPodium = {
  package: '@hapi/podium',
  rows: [
    { kind: 'invokes', on: 'Podium#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      because: 'https://github.com/hapijs/podium/blob/master/API.md' },
    { kind: 'invokes', on: 'Podium#addListener', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      because: 'https://github.com/hapijs/podium/blob/master/API.md' },
    { kind: 'invokes', on: 'Podium#once', callback: { argument: 1 }, per: 'once', owner: 'receiver',
      because: 'https://github.com/hapijs/podium/blob/master/API.md' },
    { kind: 'registers', on: 'Podium#on', what: 'a listener', into: 'receiver', undone: { members: ['off', 'removeListener', 'removeAllListeners'] },
      because: 'https://github.com/hapijs/podium/blob/master/API.md' },
    { kind: 'registers', on: 'Podium#addListener', what: 'a listener', into: 'receiver',
      undone: { members: ['off', 'removeListener', 'removeAllListeners'] },
      because: 'https://github.com/hapijs/podium/blob/master/API.md' },
    { kind: 'registers', on: 'Podium#once', what: 'a listener', into: 'receiver', endsWhenFired: true,
      undone: { members: ['off', 'removeListener', 'removeAllListeners'] },
      because: 'https://github.com/hapijs/podium/blob/master/API.md' },
    { kind: 'neutral', on: 'Podium#emit', because: 'https://github.com/hapijs/podium/blob/master/API.md' },
  ],
} as const satisfies LibraryModel;
