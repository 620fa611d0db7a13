import type { LibraryModel } from '../schema.js';

export const ecmascript = {
  package: 'global',
  rows: [
    { kind: 'weak', on: 'WeakMap', because: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/WeakMap' },
    { kind: 'weak', on: 'WeakSet', because: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/WeakSet' },
    { kind: 'weak', on: 'WeakRef', because: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/WeakRef' },
    { kind: 'invokes', on: 'FinalizationRegistry', callback: { argument: 0 }, per: 'event', owner: 'result',
      because: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/FinalizationRegistry' },
    { kind: 'invokes', on: 'queueMicrotask', callback: { argument: 0 }, per: 'now', owner: 'process',
      because: 'https://nodejs.org/api/globals.html#queuemicrotaskcallback' },
    { kind: 'neutral', on: 'structuredClone', because: 'https://nodejs.org/api/globals.html#structuredclonevalue-options' },
    { kind: 'neutral', on: 'fetch', because: 'https://nodejs.org/api/globals.html#fetch' },
  ],
} as const satisfies LibraryModel;
