import type { LibraryModel } from '../schema.js';

export const fetch = {
  package: 'global',
  rows: [{ kind: 'yields', on: 'Request', lifetime: 'request', because: 'https://nodejs.org/api/globals.html#request' }],
} as const satisfies LibraryModel;
