import type { LibraryModel } from '../schema.js';

export const process = {
  package: 'node:process',
  aliases: ['global'],
  rows: [
    { kind: 'invokes', on: 'Process#on', callback: { argument: 1 }, per: 'event', owner: 'process',
      events: {
        message: ['message'],
        once: ['beforeExit', 'disconnect', 'exit', 'SIGABRT', 'SIGBREAK', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM'],
      },
      because: 'https://nodejs.org/api/process.html#process-events' },
    { kind: 'invokes', on: 'Process#addListener', callback: { argument: 1 }, per: 'event', owner: 'process',
      events: {
        message: ['message'],
        once: ['beforeExit', 'disconnect', 'exit', 'SIGABRT', 'SIGBREAK', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM'],
      },
      because: 'https://nodejs.org/api/process.html#process-events' },
    { kind: 'invokes', on: 'Process#prependListener', callback: { argument: 1 }, per: 'event', owner: 'process',
      events: {
        message: ['message'],
        once: ['beforeExit', 'disconnect', 'exit', 'SIGABRT', 'SIGBREAK', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM'],
      },
      because: 'https://nodejs.org/api/process.html#process-events' },
    { kind: 'invokes', on: 'Process#once', callback: { argument: 1 }, per: 'once', owner: 'process',
      because: 'https://nodejs.org/api/process.html#process-events' },
    { kind: 'invokes', on: 'Process#nextTick', callback: { argument: 0 }, per: 'now', owner: 'process',
      because: 'https://nodejs.org/api/process.html#processnexttickcallback-args' },
    { kind: 'invokes', on: 'Process#send', callback: { argument: 'any' }, per: 'once', owner: 'process',
      because: 'https://nodejs.org/api/process.html#processsendmessage-sendhandle-options-callback' },
    { kind: 'invokes', on: 'Process#setUncaughtExceptionCaptureCallback', callback: { argument: 0 }, per: 'event', owner: 'process',
      because: 'https://nodejs.org/api/process.html#processsetuncaughtexceptioncapturecallbackfn' },
    { kind: 'registers', on: 'Process#on', what: 'a listener', into: 'process',
      lastEvents: [
        'beforeExit', 'disconnect', 'exit', 'SIGABRT', 'SIGBREAK', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'uncaughtException',
        'uncaughtExceptionMonitor', 'unhandledRejection', 'warning',
      ], undone: { members: ['off', 'removeListener', 'removeAllListeners'] }, because: 'https://nodejs.org/api/process.html#process-events' },
    { kind: 'registers', on: 'Process#addListener', what: 'a listener', into: 'process',
      lastEvents: [
        'beforeExit', 'disconnect', 'exit', 'SIGABRT', 'SIGBREAK', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'uncaughtException',
        'uncaughtExceptionMonitor', 'unhandledRejection', 'warning',
      ], undone: { members: ['off', 'removeListener', 'removeAllListeners'] }, because: 'https://nodejs.org/api/process.html#process-events' },
    { kind: 'registers', on: 'Process#prependListener', what: 'a listener', into: 'process',
      lastEvents: [
        'beforeExit', 'disconnect', 'exit', 'SIGABRT', 'SIGBREAK', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'uncaughtException',
        'uncaughtExceptionMonitor', 'unhandledRejection', 'warning',
      ], undone: { members: ['off', 'removeListener', 'removeAllListeners'] }, because: 'https://nodejs.org/api/process.html#process-events' },
    { kind: 'registers', on: 'Process#once', what: 'a listener', into: 'process', endsWhenFired: true,
      lastEvents: [
        'beforeExit', 'disconnect', 'exit', 'SIGABRT', 'SIGBREAK', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'uncaughtException',
        'uncaughtExceptionMonitor', 'unhandledRejection', 'warning',
      ], undone: { members: ['off', 'removeListener', 'removeAllListeners'] }, because: 'https://nodejs.org/api/process.html#process-events' },
    { kind: 'registers', on: 'Process#prependOnceListener', what: 'a listener', into: 'process', endsWhenFired: true,
      lastEvents: [
        'beforeExit', 'disconnect', 'exit', 'SIGABRT', 'SIGBREAK', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'uncaughtException',
        'uncaughtExceptionMonitor', 'unhandledRejection', 'warning',
      ], undone: { members: ['off', 'removeListener', 'removeAllListeners'] }, because: 'https://nodejs.org/api/process.html#process-events' },
    { kind: 'neutral', on: 'Process#memoryUsage', because: 'https://nodejs.org/api/process.html#processmemoryusage' },
    { kind: 'neutral', on: 'Process#exit', because: 'https://nodejs.org/api/process.html#processexitcode' },
  ],
} as const satisfies LibraryModel;
