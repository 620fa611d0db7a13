import type { LibraryModel } from '../schema.js';

export const koaCompose = {
  package: 'koa-compose',
  rows: [
    { kind: 'invokes', on: 'compose', callback: { argument: 'any' }, per: 'request', owner: 'result', because: 'https://github.com/koajs/compose' },
    { kind: 'handles', on: 'compose.Middleware', per: 'request', because: 'https://github.com/koajs/compose' },
    { kind: 'handles', on: 'compose.ComposedMiddleware', per: 'request', because: 'https://github.com/koajs/compose' },
  ],
} as const satisfies LibraryModel;
