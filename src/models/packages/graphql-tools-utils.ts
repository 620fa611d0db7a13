import type { LibraryModel } from '../schema.js';

export const graphqlToolsUtils = {
  package: '@graphql-tools/utils',
  rows: [
    { kind: 'handles', on: 'IFieldResolver', per: 'request', because: 'https://the-guild.dev/graphql/tools/docs/resolvers' },
    { kind: 'handles', on: 'ISchemaLevelResolver', per: 'request', because: 'https://the-guild.dev/graphql/tools/docs/resolvers' },
  ],
} as const satisfies LibraryModel;
