import type { LibraryModel } from '../schema.js';

export const honoNodeServer = {
  package: '@hono/node-server',
  rows: [
    { kind: 'invokes', on: 'serve', callback: { argument: 0, members: ['fetch'] }, per: 'request', owner: 'result',
      because: 'https://hono.dev/docs/getting-started/nodejs' },
    { kind: 'invokes', on: 'serve', callback: { argument: 1 }, per: 'start', owner: 'result',
      because: 'https://hono.dev/docs/getting-started/nodejs' },
    { kind: 'invokes', on: 'createAdaptorServer', callback: { argument: 0, members: ['fetch'] }, per: 'request', owner: 'result',
      because: 'https://hono.dev/docs/getting-started/nodejs' },
    { kind: 'invokes', on: 'getRequestListener', callback: { argument: 0 }, per: 'request', owner: 'result',
      because: 'https://github.com/honojs/node-server' },
  ],
} as const satisfies LibraryModel;
