import type { LibraryModel } from '../schema.js';

export const axios = {
  package: 'axios',
  versions: '>=1',
  rows: [
    { kind: 'registers', on: 'AxiosInterceptorManager#use', what: 'an interceptor', into: 'receiver', undone: { members: ['clear'], passedTo: ['eject'] },
      because: 'https://axios-http.com/docs/interceptors' },
    { kind: 'invokes', on: 'AxiosInterceptorManager#use', callback: { argument: 'any' }, per: 'request', owner: 'receiver',
      because: 'https://axios-http.com/docs/interceptors' },
    { kind: 'neutral', on: 'AxiosInterceptorManager#eject', because: 'https://axios-http.com/docs/interceptors' },
    { kind: 'neutral', on: 'AxiosStatic#create', because: 'https://axios-http.com/docs/instance' },
  ],
} as const satisfies LibraryModel;
