import type { LibraryModel } from '../schema.js';

export const envelopTypes = {
  package: '@envelop/types',
  rows: [
    { kind: 'handles', on: 'OnPluginInitHook', per: 'start', because: 'https://the-guild.dev/graphql/envelop/v4/plugins/lifecycle' },
    { kind: 'handles', on: 'OnEnvelopedHook', per: 'request', because: 'https://the-guild.dev/graphql/envelop/v4/plugins/lifecycle' },
    { kind: 'handles', on: 'OnParseHook', per: 'request', because: 'https://the-guild.dev/graphql/envelop/v4/plugins/lifecycle' },
    { kind: 'handles', on: 'OnValidateHook', per: 'request', because: 'https://the-guild.dev/graphql/envelop/v4/plugins/lifecycle' },
    { kind: 'handles', on: 'OnContextBuildingHook', per: 'request', because: 'https://the-guild.dev/graphql/envelop/v4/plugins/lifecycle' },
    { kind: 'handles', on: 'OnExecuteHook', per: 'request', because: 'https://the-guild.dev/graphql/envelop/v4/plugins/lifecycle' },
    { kind: 'handles', on: 'OnSubscribeHook', per: 'request', because: 'https://the-guild.dev/graphql/envelop/v4/plugins/lifecycle' },
    { kind: 'handles', on: 'AfterParseHook', per: 'now', because: 'https://the-guild.dev/graphql/envelop/v4/plugins/lifecycle' },
    { kind: 'handles', on: 'AfterValidateHook', per: 'now', because: 'https://the-guild.dev/graphql/envelop/v4/plugins/lifecycle' },
    { kind: 'handles', on: 'AfterContextBuildingHook', per: 'now', because: 'https://the-guild.dev/graphql/envelop/v4/plugins/lifecycle' },
    { kind: 'handles', on: 'OnExecuteDoneHook', per: 'now', because: 'https://the-guild.dev/graphql/envelop/v4/plugins/lifecycle' },
    { kind: 'handles', on: 'SubscribeResultHook', per: 'now', because: 'https://the-guild.dev/graphql/envelop/v4/plugins/lifecycle' },
  ],
} as const satisfies LibraryModel;
