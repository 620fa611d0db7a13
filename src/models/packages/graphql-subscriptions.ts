import type { LibraryModel } from '../schema.js';

export const graphqlSubscriptions = {
  package: 'graphql-subscriptions',
  rows: [
    { kind: 'invokes', on: 'PubSubEngine#subscribe', callback: { argument: 1 }, per: 'message', owner: 'receiver',
      because: 'https://github.com/apollographql/graphql-subscriptions' },
    { kind: 'invokes', on: 'PubSub#subscribe', callback: { argument: 1 }, per: 'message', owner: 'receiver',
      because: 'https://github.com/apollographql/graphql-subscriptions' },
    { kind: 'invokes', on: 'withFilter', callback: { argument: 0 }, per: 'request', owner: 'result',
      because: 'https://github.com/apollographql/graphql-subscriptions#filters' },
    { kind: 'invokes', on: 'withFilter', callback: { argument: 1 }, per: 'message', owner: 'result',
      because: 'https://github.com/apollographql/graphql-subscriptions#filters' },
    { kind: 'registers', on: 'PubSubEngine#subscribe', what: 'a subscriber', into: 'receiver', undone: { members: ['unsubscribe'] },
      because: 'https://github.com/apollographql/graphql-subscriptions' },
    { kind: 'registers', on: 'PubSub#subscribe', what: 'a subscriber', into: 'receiver', undone: { members: ['unsubscribe'] },
      because: 'https://github.com/apollographql/graphql-subscriptions' },
    { kind: 'neutral', on: 'PubSubEngine#publish', because: 'https://github.com/apollographql/graphql-subscriptions' },
    { kind: 'neutral', on: 'PubSub#publish', because: 'https://github.com/apollographql/graphql-subscriptions' },
  ],
} as const satisfies LibraryModel;
