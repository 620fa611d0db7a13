import type { LibraryModel } from '../schema.js';

export const awilix = {
  package: 'awilix',
  rows: [
    { kind: 'binds', on: 'asClass', by: 'call', what: 'class', made: { argument: 0 }, token: 'name', asks: 'names', lifetime: 'consumer',
      choice: { argument: 1, option: 'lifetime', of: { SINGLETON: 'process', SCOPED: 'turn', TRANSIENT: 'consumer' } },
      chain: { singleton: 'process', scoped: 'turn', transient: 'consumer' },
      because: 'https://github.com/jeffijoe/awilix#lifetime-management' },
    { kind: 'binds', on: 'asFunction', by: 'call', what: 'function', made: { argument: 0 }, token: 'name', asks: 'names', lifetime: 'consumer',
      choice: { argument: 1, option: 'lifetime', of: { SINGLETON: 'process', SCOPED: 'turn', TRANSIENT: 'consumer' } },
      chain: { singleton: 'process', scoped: 'turn', transient: 'consumer' },
      because: 'https://github.com/jeffijoe/awilix#lifetime-management' },
    { kind: 'binds', on: 'asValue', by: 'call', what: 'value', made: { argument: 0 }, token: 'name', lifetime: 'process', because: 'https://github.com/jeffijoe/awilix#resolvers' },
    { kind: 'binds', on: 'aliasTo', by: 'call', what: 'token', made: { argument: 0 }, token: 'name', lifetime: 'consumer', because: 'https://github.com/jeffijoe/awilix#resolvers' },
    { kind: 'resolves', on: 'AwilixContainer#resolve', token: 0, rootOf: 'createContainer', because: 'https://github.com/jeffijoe/awilix#containerresolve' },
    { kind: 'resolves', on: 'AwilixContainer#cradle', token: 'name', because: 'https://github.com/jeffijoe/awilix#containercradle' },
    { kind: 'neutral', on: 'AwilixContainer#createScope', because: 'https://github.com/jeffijoe/awilix#containercreatescope' },
  ],
} as const satisfies LibraryModel;
