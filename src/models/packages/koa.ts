import type { LibraryModel } from '../schema.js';

export const koa = {
  package: 'koa',
  rows: [
    { kind: 'invokes', on: 'Application#use', callback: { argument: 0 }, per: 'request', owner: 'receiver',
      because: 'https://github.com/koajs/koa/blob/master/docs/api/index.md#appusefunction' },
    { kind: 'invokes', on: 'Application#listen', callback: { argument: 'any' }, per: 'start', owner: 'receiver',
      because: 'https://github.com/koajs/koa/blob/master/docs/api/index.md#applisten' },
    { kind: 'neutral', on: 'Application#callback', because: 'https://github.com/koajs/koa/blob/master/docs/api/index.md#appcallback' },
    { kind: 'handles', on: 'Application.Middleware', per: 'request',
      because: 'https://github.com/koajs/koa/blob/master/docs/api/index.md#appusefunction' },
    { kind: 'yields', on: 'Application.Context', lifetime: 'request', because: 'https://github.com/koajs/koa/blob/master/docs/api/context.md' },
    { kind: 'yields', on: 'Application.ParameterizedContext', lifetime: 'request',
      because: 'https://github.com/koajs/koa/blob/master/docs/api/context.md' },
    { kind: 'yields', on: 'Application.ExtendableContext', lifetime: 'request',
      because: 'https://github.com/koajs/koa/blob/master/docs/api/context.md' },
    { kind: 'yields', on: 'Application.Request', lifetime: 'request', because: 'https://github.com/koajs/koa/blob/master/docs/api/request.md' },
    { kind: 'yields', on: 'Application.Response', lifetime: 'request', because: 'https://github.com/koajs/koa/blob/master/docs/api/response.md' },
    { kind: 'yields', on: 'Application.Next', lifetime: 'request',
      because: 'https://github.com/koajs/koa/blob/master/docs/api/index.md#appusefunction' },
  ],
} as const satisfies LibraryModel;
