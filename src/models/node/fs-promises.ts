import type { LibraryModel } from '../schema.js';

export const fsPromises = {
  package: 'node:fs/promises',
  rows: [
    { kind: 'registers', on: 'open', what: 'a file', into: 'process', undone: { result: ['close', '[Symbol.asyncDispose]'] }, owned: true,
      because: 'https://nodejs.org/api/fs.html#class-filehandle' },
    { kind: 'endless', on: 'watch', per: 'event', because: 'https://nodejs.org/api/fs.html#fspromiseswatchfilename-options' },
  ],
} as const satisfies LibraryModel;
