import type { LibraryModel } from '../schema.js';

export const readline = {
  package: 'node:readline',
  rows: [
    { kind: 'invokes', on: 'Interface#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { message: ['line'], once: ['close'] },
      because: 'https://nodejs.org/api/readline.html#event-line' },
    { kind: 'invokes', on: 'Interface#addListener', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { message: ['line'], once: ['close'] },
      because: 'https://nodejs.org/api/readline.html#event-line' },
    { kind: 'invokes', on: 'Interface#question', callback: { argument: 'any' }, per: 'once', owner: 'receiver',
      because: 'https://nodejs.org/api/readline.html#rlquestionquery-options-callback' },
  ],
} as const satisfies LibraryModel;
