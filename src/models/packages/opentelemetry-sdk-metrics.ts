import type { LibraryModel } from '../schema.js';

export const opentelemetrySdkMetrics = {
  package: '@opentelemetry/sdk-metrics',
  versions: '>=2',
  rows: [
    { kind: 'registers', on: 'MeterProvider#getMeter', what: 'an entry', into: 'receiver', keyedBy: 0,
      because: 'https://opentelemetry.io/docs/specs/otel/metrics/api/#get-a-meter' },
  ],
} as const satisfies LibraryModel;
