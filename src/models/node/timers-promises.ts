import type { LibraryModel } from '../schema.js';

export const timersPromises = {
  package: 'node:timers/promises',
  rows: [
    { kind: 'neutral', on: 'setTimeout', because: 'https://nodejs.org/api/timers.html#timerspromisessettimeoutdelay-value-options' },
    { kind: 'neutral', on: 'setImmediate', because: 'https://nodejs.org/api/timers.html#timerspromisessetimmediatevalue-options' },
  ],
} as const satisfies LibraryModel;
