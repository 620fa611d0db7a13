import type { LibraryModel } from '../schema.js';

export const yProtocols = {
  package: 'y-protocols',
  rows: [
    { kind: 'registers', on: 'Awareness', what: 'an interval', into: 'process', owned: true,
      undone: { result: ['destroy'], withArgument: { argument: 0, members: ['destroy'] } },
      because: 'https://docs.yjs.dev/api/about-awareness' },
    { kind: 'neutral', on: 'applyAwarenessUpdate', because: 'https://github.com/yjs/y-protocols/blob/master/awareness.js' },
    { kind: 'neutral', on: 'encodeAwarenessUpdate', because: 'https://github.com/yjs/y-protocols/blob/master/awareness.js' },
    { kind: 'neutral', on: 'modifyAwarenessUpdate', because: 'https://github.com/yjs/y-protocols/blob/master/awareness.js' },
    { kind: 'neutral', on: 'removeAwarenessStates', because: 'https://github.com/yjs/y-protocols/blob/master/awareness.js' },
  ],
} as const satisfies LibraryModel;
