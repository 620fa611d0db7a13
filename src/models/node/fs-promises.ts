import type { LibraryModel } from '../schema.js';

export const fsPromises = {
  package: 'node:fs/promises',
  rows: [
    { kind: 'endless', on: 'watch', per: 'event', because: 'https://nodejs.org/api/fs.html#fspromiseswatchfilename-options' },
  ],
} as const satisfies LibraryModel;
