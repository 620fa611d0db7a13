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
    { kind: 'registers', on: 'Promise#then', what: 'a reaction', into: 'receiver', endsWhenFired: true,
      because: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Promise/then' },
    { kind: 'registers', on: 'Promise#catch', what: 'a reaction', into: 'receiver', endsWhenFired: true,
      because: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Promise/catch' },
    { kind: 'registers', on: 'Promise#finally', what: 'a reaction', into: 'receiver', endsWhenFired: true,
      because: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Promise/finally' },
    { kind: 'registers', on: 'PromiseConstructor#race', what: 'a reaction', into: { elements: 0 }, endsWhenFired: true,
      because: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Promise/race' },
    { kind: 'registers', on: 'PromiseConstructor#any', what: 'a reaction', into: { elements: 0 }, endsWhenFired: true,
      because: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Promise/any' },
    { kind: 'registers', on: 'SymbolConstructor#for', what: 'a symbol', into: 'process', keyedBy: 0,
      because: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Symbol/for' },
    { kind: 'neutral', on: 'structuredClone', because: 'https://nodejs.org/api/globals.html#structuredclonevalue-options' },
    { kind: 'neutral', on: 'fetch', because: 'https://nodejs.org/api/globals.html#fetch' },
  ],
} as const satisfies LibraryModel;
