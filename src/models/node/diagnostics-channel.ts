import type { LibraryModel } from '../schema.js';

export const diagnosticsChannel = {
  package: 'node:diagnostics_channel',
  rows: [
    { kind: 'invokes', on: 'subscribe', callback: { argument: 1 }, per: 'message', owner: 'process',
      because: 'https://nodejs.org/api/diagnostics_channel.html#diagnostics_channelsubscribename-onmessage' },
    { kind: 'invokes', on: 'Channel#subscribe', callback: { argument: 0 }, per: 'message', owner: 'receiver',
      because: 'https://nodejs.org/api/diagnostics_channel.html#channelsubscribeonmessage' },
    { kind: 'invokes', on: 'TracingChannel#subscribe', callback: { argument: 0, members: ['start', 'end', 'asyncStart', 'asyncEnd', 'error'] },
      per: 'message', owner: 'receiver', because: 'https://nodejs.org/api/diagnostics_channel.html#tracingchannelsubscribesubscribers' },
    { kind: 'invokes', on: 'Channel#bindStore', callback: { argument: 1 }, per: 'message', owner: 'receiver',
      because: 'https://nodejs.org/api/diagnostics_channel.html#channelbindstorestore-transform' },
    { kind: 'invokes', on: 'Channel#runStores', callback: { argument: 1 }, per: 'now', owner: 'receiver',
      because: 'https://nodejs.org/api/diagnostics_channel.html#channelrunstorescontext-fn-thisarg-args' },
    { kind: 'invokes', on: 'TracingChannel#traceSync', callback: { argument: 0 }, per: 'now', owner: 'receiver',
      because: 'https://nodejs.org/api/diagnostics_channel.html#tracingchanneltracesyncfn-context-thisarg-args' },
    { kind: 'invokes', on: 'TracingChannel#tracePromise', callback: { argument: 0 }, per: 'now', owner: 'receiver',
      because: 'https://nodejs.org/api/diagnostics_channel.html#tracingchanneltracepromisefn-context-thisarg-args' },
    { kind: 'registers', on: 'subscribe', what: 'a subscriber', into: 'process', undone: { members: ['unsubscribe'] },
      because: 'https://nodejs.org/api/diagnostics_channel.html#diagnostics_channelsubscribename-onmessage' },
    { kind: 'registers', on: 'Channel#subscribe', what: 'a subscriber', into: 'receiver', undone: { members: ['unsubscribe'] },
      because: 'https://nodejs.org/api/diagnostics_channel.html#channelsubscribeonmessage' },
    { kind: 'registers', on: 'TracingChannel#subscribe', what: 'a subscriber', into: 'receiver', undone: { members: ['unsubscribe'] },
      because: 'https://nodejs.org/api/diagnostics_channel.html#tracingchannelsubscribesubscribers' },
    { kind: 'registers', on: 'Channel#bindStore', what: 'an async storage', into: 'receiver', keyedBy: 0, undone: { members: ['unbindStore'] },
      because: 'https://nodejs.org/api/diagnostics_channel.html#channelbindstorestore-transform' },
  ],
} as const satisfies LibraryModel;
