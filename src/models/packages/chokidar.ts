import type { LibraryModel } from '../schema.js';

export const chokidar = {
  package: 'chokidar',
  versions: '>=4',
  rows: [
    { kind: 'registers', on: 'watch', what: 'a watcher', into: 'process', undone: { result: ['close'] }, owned: true,
      because: 'https://github.com/paulmillr/chokidar#methods--events' },
    { kind: 'registers', on: 'FSWatcher', what: 'a watcher', into: 'process', undone: { result: ['close'] }, owned: true, opensBy: ['add'],
      because: 'https://github.com/paulmillr/chokidar#methods--events' },
    { kind: 'registers', on: 'FSWatcher#add', what: 'an entry', into: 'receiver', keyedBy: 0, undone: { members: ['unwatch', 'close'] },
      because: 'https://github.com/paulmillr/chokidar#methods--events' },
  ],
} as const satisfies LibraryModel;
