import type { LibraryModel } from '../schema.js';

export const timersPromises = {
  package: 'node:timers/promises',
  rows: [
    { kind: 'endless', on: 'setInterval', per: 'tick', because: 'https://nodejs.org/api/timers.html#timerspromisessetintervaldelay-value-options' },
    { kind: 'safe', on: 'setTimeout', because: 'https://nodejs.org/api/timers.html#timerspromisessettimeoutdelay-value-options' },
    { kind: 'safe', on: 'setImmediate', because: 'https://nodejs.org/api/timers.html#timerspromisessetimmediatevalue-options' },
    { kind: 'settles', on: 'setTimeout', within: { argument: 0 }, because: 'https://nodejs.org/api/timers.html#timerspromisessettimeoutdelay-value-options' },
    { kind: 'neutral', on: 'setTimeout', because: 'https://nodejs.org/api/timers.html#timerspromisessettimeoutdelay-value-options' },
    { kind: 'neutral', on: 'setImmediate', because: 'https://nodejs.org/api/timers.html#timerspromisessetimmediatevalue-options' },
  ],
} as const satisfies LibraryModel;
