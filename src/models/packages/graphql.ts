import type { LibraryModel } from '../schema.js';

export const graphql = {
  package: 'graphql',
  rows: [
    { kind: 'handles', on: 'GraphQLFieldResolver', per: 'request', because: 'https://graphql.org/graphql-js/type/#graphqlobjecttype' },
    { kind: 'handles', on: 'GraphQLTypeResolver', per: 'request', because: 'https://graphql.org/graphql-js/type/#graphqlinterfacetype' },
    { kind: 'handles', on: 'GraphQLIsTypeOfFn', per: 'request', because: 'https://graphql.org/graphql-js/type/#graphqlobjecttype' },
    { kind: 'yields', on: 'GraphQLResolveInfo', lifetime: 'request', because: 'https://graphql.org/graphql-js/type/#graphqlobjecttype' },
  ],
} as const satisfies LibraryModel;
