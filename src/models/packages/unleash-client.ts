import type { LibraryModel } from '../schema.js';

export const unleashClient = {
  package: 'unleash-client',
  rows: [
    { kind: 'registers', on: 'Unleash', what: 'a client', into: 'process', undone: { result: ['destroy', 'destroyWithFlush'] }, owned: true,
      because: 'https://docs.getunleash.io/reference/sdks/node#shutdown' },
    { kind: 'registers', on: 'startUnleash', what: 'a client', into: 'process', undone: { result: ['destroy', 'destroyWithFlush'] }, owned: true,
      because: 'https://docs.getunleash.io/reference/sdks/node#shutdown' },
  ],
} as const satisfies LibraryModel;
