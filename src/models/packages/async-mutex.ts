import type { LibraryModel } from '../schema.js';

export const asyncMutex = {
  package: 'async-mutex',
  rows: [
    { kind: 'registers', on: 'Mutex#acquire', what: 'a lock', into: 'receiver', undone: { members: ['release', 'cancel'], result: ['()'] }, owned: true,
      because: 'https://github.com/DirtyHairy/async-mutex#manual-locking--releasing' },
    { kind: 'registers', on: 'MutexInterface#acquire', what: 'a lock', into: 'receiver', undone: { members: ['release', 'cancel'], result: ['()'] }, owned: true,
      because: 'https://github.com/DirtyHairy/async-mutex#manual-locking--releasing' },
    { kind: 'invokes', on: 'Mutex#runExclusive', callback: { argument: 0 }, per: 'now', owner: 'process',
      because: 'https://github.com/DirtyHairy/async-mutex#synchronized-code-execution' },
    { kind: 'invokes', on: 'Semaphore#runExclusive', callback: { argument: 0 }, per: 'now', owner: 'process',
      because: 'https://github.com/DirtyHairy/async-mutex#synchronized-code-execution-1' },
    { kind: 'neutral', on: 'Mutex#isLocked', because: 'https://github.com/DirtyHairy/async-mutex#checking-whether-the-mutex-is-locked' },
    { kind: 'neutral', on: 'Mutex#waitForUnlock', because: 'https://github.com/DirtyHairy/async-mutex#waiting-until-the-mutex-is-available' },
  ],
} as const satisfies LibraryModel;
