import type { LibraryModel } from '../schema.js';

export const whatwgNodeServer = {
  package: '@whatwg-node/server',
  rows: [
    { kind: 'invokes', on: 'createServerAdapter', callback: { argument: 0 }, per: 'request', owner: 'result',
      because: 'https://github.com/ardatan/whatwg-node/tree/master/packages/server' },
    { kind: 'handles', on: 'OnRequestHook', per: 'request', because: 'https://the-guild.dev/graphql/yoga-server/docs/features/envelop-plugins#onrequest' },
    { kind: 'handles', on: 'OnResponseHook', per: 'request', because: 'https://the-guild.dev/graphql/yoga-server/docs/features/envelop-plugins#onresponse' },
  ],
} as const satisfies LibraryModel;
