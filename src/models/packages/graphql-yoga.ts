import type { LibraryModel } from '../schema.js';

export const graphqlYoga = {
  package: 'graphql-yoga',
  rows: [
    { kind: 'invokes', on: 'createSchema', callback: { argument: 0, members: ['resolvers'], deep: true }, per: 'request', owner: 'result',
      because: 'https://the-guild.dev/graphql/yoga-server/docs/features/schema' },
    { kind: 'invokes', on: 'createYoga', callback: { argument: 0, members: ['context'] }, per: 'request', owner: 'result',
      because: 'https://the-guild.dev/graphql/yoga-server/docs/features/context' },
    { kind: 'handles', on: 'OnRequestParseHook', per: 'request',
      because: 'https://the-guild.dev/graphql/yoga-server/docs/features/envelop-plugins#onrequestparse' },
    { kind: 'handles', on: 'OnParamsHook', per: 'request',
      because: 'https://the-guild.dev/graphql/yoga-server/docs/features/envelop-plugins#onparams' },
    { kind: 'handles', on: 'OnExecutionResultHook', per: 'request',
      because: 'https://the-guild.dev/graphql/yoga-server/docs/features/envelop-plugins' },
    { kind: 'handles', on: 'OnResultProcess', per: 'request',
      because: 'https://the-guild.dev/graphql/yoga-server/docs/features/envelop-plugins#onresultprocess' },
    { kind: 'handles', on: 'OnYogaInitHook', per: 'start',
      because: 'https://the-guild.dev/graphql/yoga-server/docs/features/envelop-plugins#onyogainit' },
    { kind: 'yields', on: 'YogaInitialContext', lifetime: 'request', because: 'https://the-guild.dev/graphql/yoga-server/docs/features/context' },
  ],
} as const satisfies LibraryModel;
