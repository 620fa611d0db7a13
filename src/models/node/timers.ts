import type { LibraryModel } from '../schema.js';

export const timers = {
  package: 'node:timers',
  aliases: ['global'],
  rows: [
    { kind: 'invokes', on: 'setInterval', callback: { argument: 0 }, per: 'tick', owner: 'process',
      because: 'https://nodejs.org/api/timers.html#setintervalcallback-delay-args' },
    { kind: 'invokes', on: 'setTimeout', callback: { argument: 0 }, per: 'once', owner: 'process',
      because: 'https://nodejs.org/api/timers.html#settimeoutcallback-delay-args' },
    { kind: 'invokes', on: 'setImmediate', callback: { argument: 0 }, per: 'once', owner: 'process',
      because: 'https://nodejs.org/api/timers.html#setimmediatecallback-args' },
    { kind: 'registers', on: 'setInterval', what: 'an interval', into: 'process',
      undone: { passedTo: ['clearInterval', 'clearTimeout'], result: ['close', '[Symbol.dispose]'] },
      because: 'https://nodejs.org/api/timers.html#setintervalcallback-delay-args' },
    { kind: 'registers', on: 'setTimeout', what: 'a timeout', into: 'process', endsWhenFired: true,
      undone: { passedTo: ['clearTimeout', 'clearInterval'], result: ['close', '[Symbol.dispose]'] },
      because: 'https://nodejs.org/api/timers.html#settimeoutcallback-delay-args' },
    { kind: 'repeats', on: 'setInterval', job: { argument: 0 }, every: { argument: 1, as: 'milliseconds' },
      because: 'https://nodejs.org/api/timers.html#setintervalcallback-delay-args' },
    { kind: 'neutral', on: 'clearInterval', because: 'https://nodejs.org/api/timers.html#clearintervaltimeout' },
    { kind: 'neutral', on: 'clearTimeout', because: 'https://nodejs.org/api/timers.html#cleartimeouttimeout' },
    { kind: 'neutral', on: 'clearImmediate', because: 'https://nodejs.org/api/timers.html#clearimmediateimmediate' },
    { kind: 'neutral', on: 'Timeout#unref', because: 'https://nodejs.org/api/timers.html#timeoutunref' },
  ],
} as const satisfies LibraryModel;
