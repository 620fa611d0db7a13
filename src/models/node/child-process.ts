import type { LibraryModel } from '../schema.js';

export const childProcess = {
  package: 'node:child_process',
  rows: [
    { kind: 'invokes', on: 'ChildProcess#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { message: ['message'], once: ['close', 'disconnect', 'error', 'exit', 'spawn'] },
      because: 'https://nodejs.org/api/child_process.html#class-childprocess' },
    { kind: 'invokes', on: 'ChildProcess#addListener', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { message: ['message'], once: ['close', 'disconnect', 'error', 'exit', 'spawn'] },
      because: 'https://nodejs.org/api/child_process.html#class-childprocess' },
    { kind: 'invokes', on: 'exec', callback: { argument: 'any' }, per: 'once', owner: 'result',
      because: 'https://nodejs.org/api/child_process.html#child_processexeccommand-options-callback' },
    { kind: 'invokes', on: 'execFile', callback: { argument: 'any' }, per: 'once', owner: 'result',
      because: 'https://nodejs.org/api/child_process.html#child_processexecfilefile-args-options-callback' },
  ],
} as const satisfies LibraryModel;
