import type { LibraryModel } from '../schema.js';

export const perfHooks = {
  package: 'node:perf_hooks',
  aliases: ['global'],
  rows: [
    { kind: 'invokes', on: 'PerformanceObserver', callback: { argument: 0 }, per: 'event', owner: 'result',
      because: 'https://nodejs.org/api/perf_hooks.html#new-performanceobservercallback' },
    { kind: 'registers', on: 'Performance#mark', what: 'a mark', into: 'process', undone: { members: ['clearMarks'] },
      because: 'https://nodejs.org/api/perf_hooks.html#performancemarkname-options' },
    { kind: 'registers', on: 'Performance#measure', what: 'a mark', into: 'process', undone: { members: ['clearMeasures'] },
      because: 'https://nodejs.org/api/perf_hooks.html#performancemeasurename-startmarkoroptions-endmark' },
    { kind: 'registers', on: 'PerformanceObserver#observe', what: 'a subscriber', into: 'process', keyedBy: 'receiver',
      undone: { members: ['disconnect'] }, because: 'https://nodejs.org/api/perf_hooks.html#performanceobserverobserveoptions' },
  ],
} as const satisfies LibraryModel;
