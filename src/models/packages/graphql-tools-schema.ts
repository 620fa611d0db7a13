import type { LibraryModel } from '../schema.js';

export const graphqlToolsSchema = {
  package: '@graphql-tools/schema',
  rows: [
    { kind: 'invokes', on: 'makeExecutableSchema', callback: { argument: 0, members: ['resolvers'], deep: true }, per: 'request', owner: 'result',
      because: 'https://the-guild.dev/graphql/tools/docs/generate-schema' },
    { kind: 'invokes', on: 'mergeSchemas', callback: { argument: 0, members: ['resolvers'], deep: true }, per: 'request', owner: 'result',
      because: 'https://the-guild.dev/graphql/tools/docs/schema-merging' },
  ],
} as const satisfies LibraryModel;
