import type { LibraryModel } from '../schema.js';

export const fsPromises = {
  package: 'node:fs/promises',
  rows: [
    { kind: 'registers', on: 'open', what: 'a file', into: 'process', undone: { result: ['close', '[Symbol.asyncDispose]'] }, owned: true,
      because: 'https://nodejs.org/api/fs.html#class-filehandle' },
    { kind: 'endless', on: 'watch', per: 'event', because: 'https://nodejs.org/api/fs.html#fspromiseswatchfilename-options' },
    { kind: 'settles', on: 'access', within: 1000, because: 'https://nodejs.org/api/fs.html#promises-api' },
    { kind: 'settles', on: 'appendFile', within: 1000, because: 'https://nodejs.org/api/fs.html#promises-api' },
    { kind: 'settles', on: 'copyFile', within: 1000, because: 'https://nodejs.org/api/fs.html#promises-api' },
    { kind: 'settles', on: 'lstat', within: 1000, because: 'https://nodejs.org/api/fs.html#promises-api' },
    { kind: 'settles', on: 'mkdir', within: 1000, because: 'https://nodejs.org/api/fs.html#promises-api' },
    { kind: 'settles', on: 'mkdtemp', within: 1000, because: 'https://nodejs.org/api/fs.html#promises-api' },
    { kind: 'settles', on: 'readFile', within: 1000, because: 'https://nodejs.org/api/fs.html#promises-api' },
    { kind: 'settles', on: 'readdir', within: 1000, because: 'https://nodejs.org/api/fs.html#promises-api' },
    { kind: 'settles', on: 'readlink', within: 1000, because: 'https://nodejs.org/api/fs.html#promises-api' },
    { kind: 'settles', on: 'realpath', within: 1000, because: 'https://nodejs.org/api/fs.html#promises-api' },
    { kind: 'settles', on: 'rename', within: 1000, because: 'https://nodejs.org/api/fs.html#promises-api' },
    { kind: 'settles', on: 'rm', within: 1000, because: 'https://nodejs.org/api/fs.html#promises-api' },
    { kind: 'settles', on: 'rmdir', within: 1000, because: 'https://nodejs.org/api/fs.html#promises-api' },
    { kind: 'settles', on: 'stat', within: 1000, because: 'https://nodejs.org/api/fs.html#promises-api' },
    { kind: 'settles', on: 'truncate', within: 1000, because: 'https://nodejs.org/api/fs.html#promises-api' },
    { kind: 'settles', on: 'unlink', within: 1000, because: 'https://nodejs.org/api/fs.html#promises-api' },
    { kind: 'settles', on: 'utimes', within: 1000, because: 'https://nodejs.org/api/fs.html#promises-api' },
    { kind: 'settles', on: 'writeFile', within: 1000, because: 'https://nodejs.org/api/fs.html#promises-api' },
  ],
} as const satisfies LibraryModel;
