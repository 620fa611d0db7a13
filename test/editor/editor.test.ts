// The editor's day: the real language server, a project on disk, and what it underlines while somebody types.

import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { packedPackage } from '../cli/packed-package.js';
import { ScratchTree, tsconfig } from '../cli/scratch-tree.js';
import { LanguageServer } from './language-server.js';

const packages = fileURLToPath(new URL('../../node_modules/', import.meta.url));

const config = `import parser from '@typescript-eslint/parser';
import leaks from 'eslint-plugin-leaks';

export default [
  { files: ['**/*.ts'], languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  leaks.configs.recommended,
];
`;

const store = 'export const sessions = new Map<string, number>();\n';
const app = `import { createServer } from 'node:http';
import { leave } from './close.js';
import { sessions } from './store.js';

createServer((request, response) => {
  sessions.set(request.url ?? '', Date.now());
  response.on('close', () => leave(request.url ?? ''));
  response.end();
}).listen(3000);
`;
const forgets = 'export function leave(id: string): void {\n  console.log(id);\n}\n';
const removes = "import { sessions } from './store.js';\n\nexport function leave(id: string): void {\n  sessions.delete(id);\n}\n";

let tree: ScratchTree;
let server: LanguageServer;

async function open(files: Readonly<Record<string, string>>): Promise<void> {
  tree = new ScratchTree({ 'package.json': '{ "type": "module" }\n', 'tsconfig.json': tsconfig(), 'eslint.config.js': config, ...files }, 'outside');
  for (const name of ['eslint', '@typescript-eslint/parser', 'typescript', '@types/node', 'node-cron']) tree.link(name, `${packages}${name}`);
  tree.link('eslint-plugin-leaks', packedPackage().folder);
  server = await LanguageServer.start(tree.folder);
}

const rulesOf = (diagnostics: Awaited<ReturnType<LanguageServer['diagnostics']>>): readonly unknown[] => diagnostics.map(({ code }) => code);

beforeAll(() => {
  packedPackage();
});

afterEach(async () => {
  await server.stop();
  tree.dispose();
});

describe('the editor', () => {
  it('underlines a leak and follows edits of other files', async () => {
    await open({ 'src/store.ts': store, 'src/app.ts': app, 'src/close.ts': forgets });
    const [leak, ...others] = await server.check('src/app.ts', app);
    expect(others).toEqual([]);
    expect(leak).toMatchObject({ code: 'leaks/no-module-growth', range: { start: { line: 5 } }, codeDescription: { href: expect.stringContaining('no-module-growth') as string } });
    expect(leak?.message).toContain('`sessions` (module variable, store.ts:1) gains an entry on every request');

    expect(await server.check('src/close.ts', removes)).toEqual([]);
    expect(await server.diagnostics('src/app.ts')).toEqual([]);

    expect(await server.check('src/close.ts', forgets)).toEqual([]);
    expect(rulesOf(await server.diagnostics('src/app.ts'))).toEqual(['leaks/no-module-growth']);
  });

  it('reports at a new call what an unchanged file keeps of it', async () => {
    const registry = 'const hooks: (() => void)[] = [];\n\nexport function starting(hook: () => void): void {\n  hooks.push(hook);\n}\n\nexport function run(): void {\n  for (const hook of hooks) hook();\n}\n';
    const quiet = "import { createServer } from 'node:http';\nimport { run, starting } from './registry.js';\n\nstarting(() => console.log('up'));\n\ncreateServer((request, response) => {\n  run();\n  response.end();\n}).listen(3000);\n";
    await open({ 'src/registry.ts': registry, 'src/app.ts': quiet });
    expect(await server.check('src/app.ts', quiet)).toEqual([]);
    const [leak] = await server.check('src/app.ts', quiet.replace('  run();\n', '  starting(() => console.log(request.url));\n'));
    expect(leak).toMatchObject({ code: 'leaks/no-repeated-registration', range: { start: { line: 6 } } });
    expect(await server.check('src/app.ts', quiet)).toEqual([]);
  });

  it('applies the suggestion that a quick fix offers', async () => {
    const job = "import cron from 'node-cron';\n\ncron.schedule('* * * * * *', async () => {\n  await fetch('http://warehouse.internal/stock');\n});\n";
    await open({ 'src/job.ts': job });
    const [overlap] = await server.check('src/job.ts', job);
    if (overlap === undefined) throw new Error('nothing is reported');
    expect(overlap.code).toBe('leaks/no-overlapping-schedule');
    const fix = (await server.quickFixes('src/job.ts', overlap)).find(({ title }) => title.includes('noOverlap'));
    if (fix === undefined) throw new Error('no quick fix is offered');
    await server.choose(fix);
    expect(server.text('src/job.ts')).toContain('noOverlap: true');
    expect(await server.check('src/job.ts', server.text('src/job.ts'))).toEqual([]);
  });

  it('applies a quick fix that changes several places', async () => {
    const price = `import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';

const prices = new EventEmitter();

createServer((request, response) => {
  prices.on('price', () => response.write(request.url));
  response.on('close', () => prices.off('price', () => response.write(request.url)));
}).listen(3000);
`;
    await open({ 'src/price.ts': price });
    const [vain] = await server.check('src/price.ts', price);
    if (vain === undefined) throw new Error('nothing is reported');
    expect(vain.code).toBe('leaks/no-ineffective-release');
    const fix = (await server.quickFixes('src/price.ts', vain)).find(({ title }) => title.includes('`onPrice`'));
    if (fix === undefined) throw new Error('no quick fix is offered');
    await server.choose(fix);
    expect(server.text('src/price.ts')).toContain("prices.on('price', onPrice);\n  response.on('close', () => prices.off('price', onPrice));");
    expect(await server.check('src/price.ts', server.text('src/price.ts'))).toEqual([]);
  });

  it('lives through a syntax error and comes back with the report', async () => {
    await open({ 'src/store.ts': store, 'src/app.ts': app, 'src/close.ts': forgets });
    expect(rulesOf(await server.check('src/app.ts', app))).toEqual(['leaks/no-module-growth']);
    const [broken] = await server.check('src/app.ts', app.replace('response.end();', 'response.end('));
    expect(broken?.message).toContain('Parsing error');
    expect(rulesOf(await server.check('src/app.ts', app))).toEqual(['leaks/no-module-growth']);
  });

  it('says what to change in a project without types', async () => {
    await open({ 'src/store.ts': store, 'src/app.ts': app, 'src/close.ts': forgets, 'eslint.config.js': config.replace('projectService: true, ', '') });
    const [problem, ...others] = await server.check('src/app.ts', app);
    expect(others).toEqual([]);
    expect(problem?.message).toContain('needs type information');
  });
});
