import type { LibraryModel } from '../schema.js';

export const asyncHooks = {
  package: 'node:async_hooks',
  rows: [
    { kind: 'weak', on: 'AsyncLocalStorage', because: 'https://nodejs.org/api/async_context.html#class-asynclocalstorage' },
    { kind: 'invokes', on: 'AsyncLocalStorage#run', callback: { argument: 1 }, per: 'now', owner: 'receiver',
      because: 'https://nodejs.org/api/async_context.html#asynclocalstoragerunstore-callback-args' },
    { kind: 'invokes', on: 'AsyncLocalStorage#exit', callback: { argument: 0 }, per: 'now', owner: 'receiver',
      because: 'https://nodejs.org/api/async_context.html#asynclocalstorageexitcallback-args' },
    { kind: 'invokes', on: 'AsyncResource#runInAsyncScope', callback: { argument: 0 }, per: 'now', owner: 'receiver',
      because: 'https://nodejs.org/api/async_context.html#asyncresourceruninasyncscopefn-thisarg-args' },
    { kind: 'invokes', on: 'createHook', callback: { argument: 0, members: ['init', 'before', 'after', 'destroy', 'promiseResolve'] },
      per: 'event', owner: 'result', because: 'https://nodejs.org/api/async_hooks.html#async_hookscreatehookcallbacks' },
    { kind: 'registers', on: 'AsyncLocalStorage', what: 'an async storage', into: 'process', undone: { result: ['disable'] },
      because: 'https://nodejs.org/api/async_context.html#class-asynclocalstorage' },
    { kind: 'registers', on: 'AsyncHook#enable', what: 'a hook', into: 'process', keyedBy: 'receiver', undone: { members: ['disable'] },
      because: 'https://nodejs.org/api/async_hooks.html#asynchookenable' },
  ],
} as const satisfies LibraryModel;
