// One feature of a generated server: five modules the way teams write them. What its store does with what it is given turns with
// the feature's number, so that a tree of any size holds leaks, each kind of bound, and growth that dies with the request.

import { domainSize, featureName } from './domain-names.js';

interface Keeping {
  readonly fields: string;
  readonly add: string;
  readonly remove: string;
}

/** File name → text of the modules of feature `index`; features of one domain know their predecessor. */
export function featureModules(index: number): Record<string, string> {
  const name = featureName(index);
  const previous = index % domainSize === 0 ? undefined : featureName(index - 1);
  const base = `features/${fileName(name)}`;
  return {
    [`${base}/types.ts`]: types(name),
    [`${base}/store.ts`]: store(name, keepings[index % keepings.length] ?? unbounded),
    [`${base}/service.ts`]: service(name, previous),
    [`${base}/routes.ts`]: routes(name),
    [`${base}/jobs.ts`]: jobs(name),
  };
}

/** The folder of a feature and the name its router is exported under. */
export function routerOf(index: number): { readonly folder: string; readonly router: string; readonly start: string } {
  const name = featureName(index);
  return { folder: `features/${fileName(name)}`, router: `${variable(name)}Routes`, start: `start${name}Jobs` };
}

const unbounded: Keeping = {
  fields: 'private readonly records = new Map<string, Entity>();',
  add: 'this.records.set(record.id, record);',
  remove: 'return this.records.has(id);',
};
const deleted: Keeping = { ...unbounded, remove: 'return this.records.delete(id);' };
const capped: Keeping = {
  ...unbounded,
  add: 'if (this.records.size >= 500) this.records.clear();\n    this.records.set(record.id, record);',
};
const counted: Keeping = {
  fields: "private readonly counts: Record<Entity['state'], number> = { open: 0, closed: 0 };",
  add: 'this.counts[record.state] += 1;',
  remove: "this.counts.closed += 1;\n    return id !== '';",
};
const cached: Keeping = {
  fields: 'private readonly recent = new BoundedCache<Entity>(200);',
  add: 'this.recent.set(record.id, record);',
  remove: 'return this.recent.get(id) !== undefined;',
};
const listed: Keeping = {
  fields: 'private log: string[] = [];',
  add: 'this.log.push(record.id);\n    if (this.log.length > 100) this.log = this.log.slice(-50);',
  remove: 'return this.log.includes(id);',
};
const keepings: readonly Keeping[] = [deleted, capped, counted, cached, listed, deleted, capped, unbounded];

function types(name: string): string {
  return `export interface ${name} {
  readonly id: string;
  readonly title: string;
  readonly state: 'open' | 'closed';
  readonly related?: string;
}

export type ${name}Input = Omit<${name}, 'id'>;
`;
}

function store(name: string, keeping: Keeping): string {
  const cacheImport = keeping.fields.includes('BoundedCache') ? "import { BoundedCache } from '../../core/bounded-cache.js';\n" : '';
  const typed = (text: string): string => text.replaceAll('Entity', name);
  return `${cacheImport}import type { ${name} } from './types.js';

export class ${name}Store {
  ${typed(keeping.fields)}

  add(record: ${name}): void {
    ${typed(keeping.add)}
  }

  remove(id: string): boolean {
    ${typed(keeping.remove)}
  }
}

export const ${variable(name)}Store = new ${name}Store();
`;
}

function service(name: string, previous: string | undefined): string {
  const partner = previous === undefined ? '' : `import { ${variable(previous)}Service } from '../${fileName(previous)}/service.js';\n`;
  const ask = previous === undefined ? '' : `\n    if (record.related !== undefined) ${variable(previous)}Service.close(record.related);`;
  return `import { randomUUID } from 'node:crypto';
import { audit } from '../../core/audit.js';
import { announce } from '../../core/bus.js';
${partner}import { ${variable(name)}Store, type ${name}Store } from './store.js';
import type { ${name}, ${name}Input } from './types.js';

export class ${name}Service {
  constructor(private readonly store: ${name}Store) {}

  async create(input: ${name}Input): Promise<${name}> {
    const record: ${name} = { id: randomUUID(), ...input };
    const problems: string[] = [];
    if (record.title === '') problems.push('a title is needed');
    if (problems.length > 0) throw new Error(problems.join(', '));
    this.store.add(record);${ask}
    await Promise.resolve();
    announce('${fileName(name)}.created', record);
    return record;
  }

  close(id: string): boolean {
    audit(id);
    return this.store.remove(id);
  }
}

export const ${variable(name)}Service = new ${name}Service(${variable(name)}Store);
`;
}

function routes(name: string): string {
  const path = fileName(name);
  return `import { Router } from 'express';
import { asyncHandler } from '../../core/async-handler.js';
import { ${variable(name)}Service } from './service.js';
import type { ${name}Input } from './types.js';

export const ${variable(name)}Routes = Router();

${variable(name)}Routes.post('/${path}', asyncHandler(async (req, res) => {
  const created = await ${variable(name)}Service.create(req.body as ${name}Input);
  res.status(201).json(created);
}));

${variable(name)}Routes.delete('/${path}/:id', (req, res) => {
  res.json({ removed: ${variable(name)}Service.close(String(req.params.id)) });
});
`;
}

function jobs(name: string): string {
  return `import { bus } from '../../core/bus.js';
import { ${variable(name)}Service } from './service.js';
import type { ${name} } from './types.js';

export function start${name}Jobs(): () => void {
  let waiting: ${name}[] = [];
  bus.on('${fileName(name)}.created', (record: ${name}) => {
    waiting.push(record);
  });
  const timer = setInterval(() => {
    const batch = waiting;
    waiting = [];
    for (const record of batch) if (record.state === 'closed') ${variable(name)}Service.close(record.id);
  }, 1000);
  return () => {
    clearInterval(timer);
  };
}
`;
}

function variable(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function fileName(name: string): string {
  return name.toLowerCase();
}
