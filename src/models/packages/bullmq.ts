import type { LibraryModel } from '../schema.js';

export const bullmq = {
  package: 'bullmq',
  rows: [
    { kind: 'invokes', on: 'Worker', callback: { argument: 1 }, per: 'job', owner: 'process', because: 'https://docs.bullmq.io/guide/workers' },
    { kind: 'invokes', on: 'Worker#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { job: ['active', 'completed', 'failed', 'progress'], once: ['closed', 'closing'] },
      because: 'https://docs.bullmq.io/guide/workers' },
    { kind: 'invokes', on: 'QueueEvents#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { job: ['active', 'added', 'completed', 'delayed', 'failed', 'progress', 'removed', 'waiting'] },
      because: 'https://docs.bullmq.io/guide/events' },
    { kind: 'invokes', on: 'Queue#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      events: { job: ['progress', 'removed', 'waiting'] },
      because: 'https://docs.bullmq.io/guide/events' },
    { kind: 'handles', on: 'Processor', per: 'job', because: 'https://docs.bullmq.io/guide/workers' },
    { kind: 'yields', on: 'Job', lifetime: 'job', because: 'https://docs.bullmq.io/guide/jobs' },
    { kind: 'yields', on: 'SandboxedJob', lifetime: 'job', because: 'https://docs.bullmq.io/guide/workers/sandboxed-processors' },
    { kind: 'invokes', on: 'FlowProducer#on', callback: { argument: 1 }, per: 'event', owner: 'receiver',
      because: 'https://docs.bullmq.io/guide/flows' },
    { kind: 'neutral', on: 'Queue#upsertJobScheduler', because: 'https://docs.bullmq.io/guide/job-schedulers' },
    { kind: 'neutral', on: 'Queue#add', because: 'https://docs.bullmq.io/guide/queues' },
    { kind: 'neutral', on: 'Queue#addBulk', because: 'https://docs.bullmq.io/guide/queues/adding-bulks' },
  ],
} as const satisfies LibraryModel;
