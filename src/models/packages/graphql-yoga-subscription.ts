import type { LibraryModel } from '../schema.js';

export const graphqlYogaSubscription = {
  package: '@graphql-yoga/subscription',
  rows: [
    { kind: 'endless', on: 'PubSub#subscribe', per: 'message', because: 'https://the-guild.dev/graphql/yoga-server/docs/features/subscriptions' },
    { kind: 'neutral', on: 'PubSub#publish', because: 'https://the-guild.dev/graphql/yoga-server/docs/features/subscriptions' },
  ],
} as const satisfies LibraryModel;
