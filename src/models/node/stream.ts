import type { LibraryModel } from '../schema.js';

export const stream = {
  package: 'node:stream',
  rows: [
    { kind: 'invokes', on: 'Readable#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { message: ['data', 'readable'], once: ['close', 'end', 'error'] },
      because: 'https://nodejs.org/api/stream.html#event-data' },
    { kind: 'invokes', on: 'Readable#addListener', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { message: ['data', 'readable'], once: ['close', 'end', 'error'] },
      because: 'https://nodejs.org/api/stream.html#event-data' },
    { kind: 'invokes', on: 'Writable#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { once: ['close', 'error', 'finish'] },
      because: 'https://nodejs.org/api/stream.html#event-finish' },
    { kind: 'invokes', on: 'Writable#addListener', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { once: ['close', 'error', 'finish'] },
      because: 'https://nodejs.org/api/stream.html#event-finish' },
    { kind: 'invokes', on: 'Duplex#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { message: ['data', 'readable'], once: ['close', 'end', 'error', 'finish'] },
      because: 'https://nodejs.org/api/stream.html#class-streamduplex' },
    { kind: 'invokes', on: 'Duplex#addListener', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { message: ['data', 'readable'], once: ['close', 'end', 'error', 'finish'] },
      because: 'https://nodejs.org/api/stream.html#class-streamduplex' },
    { kind: 'invokes', on: 'Writable#write', callback: { argument: 'any' }, per: 'once', owner: 'receiver',
      because: 'https://nodejs.org/api/stream.html#writablewritechunk-encoding-callback' },
    { kind: 'invokes', on: 'Writable#end', callback: { argument: 'any' }, per: 'once', owner: 'receiver',
      because: 'https://nodejs.org/api/stream.html#writableendchunk-encoding-callback' },
  ],
} as const satisfies LibraryModel;
