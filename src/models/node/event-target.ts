import type { LibraryModel } from '../schema.js';

export const eventTarget = {
  package: 'global',
  rows: [
    { kind: 'invokes', on: 'EventTarget#addEventListener', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { message: ['message'], once: ['abort', 'close', 'open'] },
      because: 'https://nodejs.org/api/events.html#eventtargetaddeventlistenertype-listener-options' },
    { kind: 'neutral', on: 'EventTarget#removeEventListener',
      because: 'https://nodejs.org/api/events.html#eventtargetremoveeventlistenertype-listener-options' },
    { kind: 'neutral', on: 'EventTarget#dispatchEvent',
      because: 'https://nodejs.org/api/events.html#eventtargetdispatcheventevent' },
    { kind: 'neutral', on: 'AbortSignal#throwIfAborted', because: 'https://nodejs.org/api/globals.html#abortsignalthrowifaborted' },
    { kind: 'neutral', on: 'AbortController#abort', because: 'https://nodejs.org/api/globals.html#abortcontrollerabortreason' },
  ],
} as const satisfies LibraryModel;
