import type { LibraryModel } from '../schema.js';

export const croner = {
  package: 'croner',
  rows: [
    { kind: 'invokes', on: 'Cron', callback: { argument: 'any' }, per: 'tick', owner: 'process', because: 'https://croner.56k.guru/usage/' },
    { kind: 'invokes', on: 'Cron#schedule', callback: { argument: 0 }, per: 'tick', owner: 'receiver', because: 'https://croner.56k.guru/usage/' },
  ],
} as const satisfies LibraryModel;
