import type { LibraryModel } from '../schema.js';

export const nestjsGraphql = {
  package: '@nestjs/graphql',
  rows: [
    { kind: 'scopes', on: 'Resolver', lifetime: 'process', because: 'https://docs.nestjs.com/graphql/resolvers' },
    { kind: 'decorates', on: 'Query', per: 'request', because: 'https://docs.nestjs.com/graphql/resolvers' },
    { kind: 'decorates', on: 'Mutation', per: 'request', because: 'https://docs.nestjs.com/graphql/mutations' },
    { kind: 'decorates', on: 'ResolveField', per: 'request', because: 'https://docs.nestjs.com/graphql/resolvers' },
    { kind: 'decorates', on: 'ResolveReference', per: 'request', because: 'https://docs.nestjs.com/graphql/federation' },
    { kind: 'decorates', on: 'Subscription', per: 'request', because: 'https://docs.nestjs.com/graphql/subscriptions' },
  ],
} as const satisfies LibraryModel;
