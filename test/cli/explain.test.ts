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
const tree = new ScratchTree({
  'tsconfig.json': tsconfig(),
  'src/app.ts': source,
  'src/untyped.js': 'export function hidden() {}\n',
  'src/note.ts': "export class Note {\n  readonly texts: string[] = [];\n  add(text: string): void {\n    this.texts.push(text);\n  }\n}\n",
});

afterAll(() => {
  tree.dispose();
});

function explain(fragment: string, ...more: string[]): string {
  const line = lines.findIndex((text) => text.includes(fragment)) + 1;
  const { code, out, err } = runCommand(tree.folder, ['--explain', `src/app.ts:${String(line)}`, ...more]);
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

  it('says that a line adds to nothing', () => {
    expect(explain('swept.clear')).toContain('nothing on this line adds to anything');
  });
});
