// The modules that every feature of a generated server imports: a bus, a bounded cache, a wrapper for async handlers.

/** File name → text, the same for a server of any size. */
export const coreModules: Readonly<Record<string, string>> = {
  'core/bus.ts': `import { EventEmitter } from 'node:events';

export const bus = new EventEmitter();

export function announce(topic: string, payload: unknown): void {
  bus.emit(topic, payload);
}
`,
  'core/bounded-cache.ts': `export class BoundedCache<V> {
  private readonly entries = new Map<string, V>();

  constructor(private readonly limit: number) {}

  get(key: string): V | undefined {
    return this.entries.get(key);
  }

  set(key: string, value: V): void {
    this.entries.set(key, value);
    if (this.entries.size > this.limit) {
      const oldest = this.entries.keys().next().value;
      if (oldest !== undefined) this.entries.delete(oldest);
    }
  }
}
`,
  'core/async-handler.ts': `import type { Request, RequestHandler, Response } from 'express';

export function asyncHandler(handle: (req: Request, res: Response) => Promise<void>): RequestHandler {
  return (req, res, next) => {
    handle(req, res).catch(next);
  };
}
`,
  'core/audit.ts': `export interface AuditLine {
  readonly at: number;
  readonly subject: string;
}

const lines: AuditLine[] = [];

export function audit(subject: string): void {
  lines.push({ at: Date.now(), subject });
  if (lines.length > 1000) lines.shift();
}
`,
};
