// `settings.leaks.models` end to end: the example of docs/own-models.md, what it changes, and what is told of rows that cannot apply.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as parser from '@typescript-eslint/parser';
import { afterAll, describe, expect, it } from 'vitest';
import type { LibraryModel, ModelRow } from '../../src/index.js';
import { ownModelsProject, promisedReports, quotedMessages } from '../docs/own-models-page.js';
import { ScratchProject } from './scratch-project.js';

const because = 'https://acme.example/bus';
const events = `import { EventEmitter } from 'node:events';
const hub = new EventEmitter();
const names: string[] = [];
hub.on('order', (name: string) => {
  names.push(name);
});
`;
const relay = `import { Bus } from 'acme-bus';
import { Hub } from 'acme-hub';
import type { Server } from 'node:http';
export class Relay extends Bus {}
export const front = (server: Server, hub: Hub): boolean => server.listening && hub.open;
`;
const project = new ScratchProject({
  ...ownModelsProject,
  'node_modules/acme-hub/package.json': '{ "name": "acme-hub", "version": "1.0.0", "types": "index.d.ts" }',
  'node_modules/acme-hub/index.d.ts': "import { Base } from 'acme-base';\nexport declare class Hub extends Base {\n  readonly open: boolean;\n}\n",
  'src/events.ts': events,
  'src/relay.ts': relay,
});
const { acmeBus } = (await import(pathToFileURL(join(project.folder, 'models/acme-bus.js')).href)) as { readonly acmeBus: LibraryModel };
const inEvents = 'src/events.ts:5 leaks/no-module-growth';

async function lint(models: readonly unknown[], entryPoints: readonly string[] = []): Promise<string[]> {
  return project.lint({ parser, parserOptions: { projectService: true, tsconfigRootDir: project.folder } }, { settings: { leaks: { models, entryPoints } } });
}

async function places(...models: readonly LibraryModel[]): Promise<readonly string[]> {
  return (await lint(models)).map((line) => line.split(' ').slice(0, 2).join(' '));
}

function busWith(...rows: readonly ModelRow[]): LibraryModel {
  return { package: 'acme-bus', rows };
}

afterAll(() => {
  project.dispose();
});

describe('a model of the user', () => {
  it('makes the leaks known that the page promises, and without it they are not', async () => {
    expect(promisedReports).toHaveLength(2);
    expect(await places()).toEqual([inEvents]);
    expect((await places(acmeBus)).slice().sort()).toEqual([inEvents, ...promisedReports].sort());
  });

  it('counts row by row', async () => {
    const invokes = acmeBus.rows.filter(({ kind }) => kind === 'invokes');
    expect(await places(busWith(...invokes))).toEqual([inEvents, promisedReports[0]]);
  });

  it('comes before what is built in: a row of the same kind replaces it', async () => {
    const row = { kind: 'invokes', on: 'EventEmitter#on', callback: { argument: 1 }, owner: 'receiver', because } as const;
    expect(await lint([{ package: 'node:events', rows: [{ ...row, per: 'job' }] }])).toEqual([expect.stringContaining('gains an element on every job')]);
    expect(await lint([{ package: 'events', rows: [{ ...row, per: 'start' }] }])).toEqual([]);
  });

  it('leaves what is built in alone when it speaks of another version', async () => {
    const row = { kind: 'neutral', on: 'EventEmitter#on', because } as const;
    expect(await places({ package: 'node:events', versions: '<4', rows: [row] })).toEqual([inEvents]);
    expect(await places({ package: 'node:events', versions: '>=4', rows: [row] })).toEqual([]);
  });

  it('takes back with `neutral` all that is built in for a member, and nothing else', async () => {
    expect(await places({ package: 'node:events', rows: [{ kind: 'neutral', on: 'EventEmitter#on', because }] })).toEqual([]);
    expect(await places({ package: 'node:events', rows: [{ kind: 'neutral', on: 'EventEmitter#once', because }] })).toEqual([inEvents]);
  });
});

describe('a row that can never apply', () => {
  const listen = { kind: 'neutral', on: 'Bus#listen', because } as const;

  it('is told once, in the first file that imports the library, and the rest still works', async () => {
    const lines = await lint([{ ...acmeBus, rows: [...acmeBus.rows, listen] }]);
    expect(lines.filter((line) => line.includes('settings.leaks'))).toEqual([
      expect.stringMatching(/^src\/orders\.ts:1 leaks\/[a-z-]+ settings\.leaks\.models\[0\]\.rows\[2\]\.on: acme-bus declares no Bus#listen\. See docs\/own-models\.md\.$/),
    ]);
    expect(lines).toHaveLength(4);
  });

  it.each<[string, LibraryModel]>([
    ['of a class that may come from another entry point', busWith({ ...listen, on: 'RedisBus#listen' })],
    ['of another version', { ...busWith(listen), versions: '<1' }],
    ['of a library that the program does not import', { ...busWith(listen), package: 'acme-queue' }],
    ['that is inherited', { package: 'node:http', rows: [{ ...listen, on: 'Server#on' }] }],
    ['that may be inherited from what is not installed', { package: 'acme-hub', rows: [{ ...listen, on: 'Hub#listen' }] }],
    ['that is static', busWith({ ...listen, on: 'Bus.listen' })],
    ['that is an export', busWith({ ...listen, on: 'listen' })],
  ])('is not told of a member %s', async (_what, model) => {
    expect(await places(model)).toEqual([inEvents]);
  });
});

it('the page quotes what is really said', async () => {
  const daily = acmeBus.rows.map((row) => ({ ...row, per: 'daily' })).slice(0, 1);
  const [wrong] = await lint([{ ...acmeBus, rows: daily }]);
  const idle = await lint([{ ...acmeBus, rows: acmeBus.rows.map((row) => ({ ...row, on: row.on.replace('tap', 'listen') })) }]);
  expect(quotedMessages).toHaveLength(2);
  expect(wrong).toContain(quotedMessages[0]);
  expect(idle.filter((line) => line.includes(String(quotedMessages[1])))).toHaveLength(1);
});
