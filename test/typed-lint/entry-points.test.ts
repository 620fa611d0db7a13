// `settings.leaks.entryPoints`: functions of a framework that nobody modelled are silent, or only possible, until they are named.

import * as parser from '@typescript-eslint/parser';
import type { Linter } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';
import { ScratchProject } from './scratch-project.js';

const project = new ScratchProject({
  'package.json': '{ "type": "module" }',
  'tsconfig.json': JSON.stringify({ compilerOptions: { target: 'es2022', module: 'nodenext', types: [], strict: true, noEmit: true }, include: ['src'] }),
  'src/framework.d.ts': 'declare module "queue-framework" {\n  export function consume(handlers: object): void;\n  export function everyJob(run: (id: string) => void): void;\n}\n',
  'src/orders.ts': `import { consume } from 'queue-framework';
const seen: string[] = [];
function run(id: string): void {
  seen.push(id);
}
class Orders {
  static readonly ids: string[] = [];
  consume(id: string): void {
    Orders.ids.push(id);
  }
}
const arrived = new Set<string>();
const onArrival = (id: string): void => {
  arrived.add(id);
};
consume({ handlers: [[{ run, orders: new Orders(), onArrival }]] });
`,
  'src/refunds.ts': `import { everyJob } from 'queue-framework';
const seen: string[] = [];
function run(id: string): void {
  seen.push(id);
}
everyJob(run);
`,
});

async function reports(entryPoints: readonly string[], more: Linter.Config = {}): Promise<string[]> {
  const lines = await project.lint({ parser, parserOptions: { projectService: true, tsconfigRootDir: project.folder } }, { ...more, settings: { leaks: { entryPoints } } });
  return lines.map((line) => line.replace(/ `.*?(?<words>(?:may gain|gains) .*?): (?<entry>.*?) \(.*/, ' $<words>: $<entry>'));
}

afterAll(() => {
  project.dispose();
});

describe('settings.leaks.entryPoints', () => {
  it('leaves functions silent that are not named', async () => {
    expect(await reports([])).toEqual([]);
    expect(await reports(['walk', 'Orders.walk', 'Refunds.consume', 'src/refunds.ts#consume'])).toEqual([]);
  });

  it.each([
    ['a function by its name, wherever it is', 'run', ['src/orders.ts:4 leaks/no-module-growth gains an element on every event: run()', 'src/refunds.ts:4 leaks/no-module-growth gains an element on every event: run()']],
    ['a function that is the value of a constant', 'onArrival', ['src/orders.ts:14 leaks/no-module-growth gains an entry on every event: onArrival()']],
    ['a method by its class', 'Orders.consume', ['src/orders.ts:9 leaks/no-static-growth gains an element on every event: Orders.consume()']],
    ['a function of one file', 'src/orders.ts#run', ['src/orders.ts:4 leaks/no-module-growth gains an element on every event: run()']],
    ['a method of one file', 'src/orders.ts#Orders.consume', ['src/orders.ts:9 leaks/no-static-growth gains an element on every event: Orders.consume()']],
  ])('names %s', async (_what, entryPoint, expected) => {
    expect(await reports([entryPoint])).toEqual(expected);
  });

  it('makes certain what was only possible: the callback of a library nobody described', async () => {
    const strict: Linter.Config = { rules: { 'leaks/no-module-growth': ['error', { verdict: 'possible' }] } };
    const possible = (await reports([], strict)).filter((line) => line.startsWith('src/refunds.ts'));
    expect(possible).toEqual(['src/refunds.ts:4 leaks/no-module-growth may gain an element on every call: everyJob() callback']);
    const certain = (await reports(['src/refunds.ts#run'], strict)).filter((line) => line.startsWith('src/refunds.ts'));
    expect(certain).toEqual(['src/refunds.ts:4 leaks/no-module-growth gains an element on every event: run()']);
  });
});
