// `--explain FILE:LINE`: for each way a growth can be answered, the reason that decided is printed.

import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from './run-command.js';
import { ScratchTree, tsconfig } from './scratch-tree.js';

const source = `import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import { hidden } from './untyped.js';

const leaking = new Map<string, number>();
const swept = new Map<string, number>();
const capped: string[] = [];
const kinds = new Map<'get' | 'post', number>();
const started: string[] = [];
const doubtful = new Set<string>();
const drained: string[] = [];
const bus = new EventEmitter();

started.push('once');

export function shutDown(): void {
  leaking.clear();
}

createServer((request, response) => {
  const { url = '' } = request;
  const local: string[] = [];
  local.push(url);
  leaking.set(url, 1);
  swept.set(url, 1);
  if (capped.length < 10) capped.push(url);
  kinds.set(request.method === 'GET' ? 'get' : 'post', 1);
  doubtful.add(url);
  hidden(doubtful);
  drained.push(url);
  bus.on('price', () => response.write(url));
  bus.once('ready', () => response.end());
}).listen(3000);

setInterval(() => {
  swept.clear();
  drained.length = 0;
}, 1000);
`;
const lines = source.split('\n');
const jobs = `import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';

const bus = new EventEmitter();
async function pull(): Promise<void> {
  await fetch('http://127.0.0.1:1/orders');
}

let running = false;
async function pullOnce(): Promise<void> {
  if (running) return;
  running = true;
  try {
    await pull();
  } finally {
    running = false;
  }
}

setInterval(pull, 1000);
setInterval(pull, 600_000);
setInterval(pull, 7_200_000);
setInterval(pullOnce, 1000);
setInterval(tidy, 1000);

function tidy(): void {
  bus.emit('tidy');
}

createServer(async (request, response) => {
  setInterval(pull, 1000); // each turn
  bus.on('other', () => response.end());
  bus.off('other', () => response.end());
  const risky = (): void => void response.end();
  bus.on('risky', risky);
  await pull();
  bus.off('risky', risky);
}).listen(3000);
`;
const jobLines = jobs.split('\n');
const tree = new ScratchTree({
  'tsconfig.json': tsconfig(),
  'src/app.ts': source,
  'src/jobs.ts': jobs,
  'src/untyped.js': 'export function hidden() {}\n',
  'src/note.ts': "export class Note {\n  readonly texts: string[] = [];\n  add(text: string): void {\n    this.texts.push(text);\n  }\n}\n",
});

afterAll(() => {
  tree.dispose();
});

function explain(fragment: string, ...more: string[]): string {
  return explainIn('src/app.ts', lines, fragment, more);
}

function explainJob(fragment: string, ...more: string[]): string {
  return explainIn('src/jobs.ts', jobLines, fragment, more);
}

function explainIn(file: string, text: readonly string[], fragment: string, more: readonly string[]): string {
  const line = text.findIndex((one) => one.includes(fragment)) + 1;
  const { code, out, err } = runCommand(tree.folder, ['--explain', `${file}:${String(line)}`, ...more]);
  expect({ code, err: err.replace(/^No types.*\n/u, '') }).toEqual({ code: 0, err: '' });
  return out;
}

describe('--explain', () => {
  it('prints the whole answer', async () => {
    await expect(explain('leaking.set')).toMatchFileSnapshot('expected-explanation.txt');
  });

  it.each([
    ['swept.set', 'Not reported: a loop reaches a removal.', 'swept'],
    ['capped.push', 'Not reported: a size check must allow it.', 'capped'],
    ['kinds.set', 'Not reported: the keys come from a finite set', 'kinds'],
    ['local.push', 'Not reported: `local` is made in each run of the code and dropped at its end.', 'local'],
    ['started.push', 'Not reported: no loop runs `module`', 'started'],
    ['drained.push', 'Not reported: a loop reaches a removal.', 'drained'],
  ])('%s: %s', (fragment, reason, place) => {
    const out = explain(fragment);
    expect(out).toContain(reason);
    expect(out).toContain(`\`${place}\``);
  });

  it('names what stayed unknown', () => {
    const out = explain('doubtful.add');
    expect(out).toContain('Reported with --strict only');
    expect(out).toContain('Unknown: whether code out of sight takes back from it, for `doubtful`');
    expect(explain('doubtful.add', '--strict')).toContain('\nReported: ');
  });

  it('explains registrations by what would take them back', () => {
    const kept = explain("bus.on('price'");
    expect(kept).toContain('Reported: `bus` outlives the request, and nothing was found that takes it back.');
    expect(kept.match(/would add a listener/gu)).toHaveLength(1);
    expect(explain("bus.once('ready'")).toContain('Unknown: whether and when what it waits for comes, for `bus`');
  });

  it.each([
    ['setInterval(pull,', 'Reported: nothing keeps runs apart.', 'leak'],
    ['setInterval(pullOnce,', 'Not reported: a test of the project keeps the next run away until this has ended.', 'safe'],
    ['setInterval(pull, 7', 'Not reported: runs start every 2 hours, too far apart to meet.', undefined],
    ['setInterval(pull, 6', 'Reported with --strict only: nothing keeps runs apart.', 'possible'],
    ['setInterval(tidy', 'Not reported: a run waits for nothing that may last until the next one.', undefined],
    ['each turn', 'Not reported: each turn schedules the job anew, and that is reported in its place.', 'possible'],
  ])('schedules: %s: %s', (fragment, reason, verdict) => {
    const out = explainJob(fragment);
    expect(out).toContain(reason);
    expect(out).toContain(verdict === undefined ? 'What a run waits for:\n  nothing that matters\n' : `(src/jobs.ts:6:3)\n    next run:  `);
    if (verdict !== undefined) expect(out).toContain(`    verdict:   ${verdict}\n`);
  });

  it('prints the whole answer about a schedule', async () => {
    await expect(explainJob('setInterval(pull, 6')).toMatchFileSnapshot('expected-schedule-explanation.txt');
  });

  it('says of a release that is there why it does not help', () => {
    expect(explainJob("bus.on('other'")).toContain('Reported: `bus` outlives the request, and the release that is there takes back something else.');
    expect(explainJob("bus.on('risky'")).toContain('Reported: `bus` outlives the request, and a way out of the code skips the removal.');
  });

  it('says that a line adds to nothing', () => {
    expect(explain('swept.clear')).toContain('nothing on this line adds to anything');
  });
});
