// What `eslint --inspect-config` starts: the real config inspector, with both presets, looked at in a real browser.

import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { openBrowser } from './browser.js';
import { packedPackage } from './packed-package.js';
import { ScratchTree, leakyServer, tsconfig } from './scratch-tree.js';

const inspector = fileURLToPath(new URL('../../node_modules/.bin/config-inspector', import.meta.url));
const config = `import * as parser from '@typescript-eslint/parser';
import { defineConfig } from 'eslint/config';
import leaks from 'eslint-plugin-leaks';
const languageOptions = { parser, parserOptions: { projectService: true } };
export default defineConfig({ files: ['src/**/*.ts'], languageOptions, extends: [leaks.configs.recommended] }, { files: ['src/*/**/*.ts'], extends: [leaks.configs.strict] });
`;
const types: Readonly<Record<string, string>> = { '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' };
const tree = new ScratchTree({ ...leakyServer, 'package.json': '{ "type": "module" }', 'tsconfig.json': tsconfig(), 'eslint.config.js': config });
let browser: Browser;
let server: Server;

beforeAll(async () => {
  tree.link('eslint-plugin-leaks', packedPackage().folder);
  execFileSync(inspector, ['build', '--config', 'eslint.config.js', '--outDir', 'site'], { cwd: tree.folder, stdio: 'ignore' });
  server = createServer(({ url = '/' }, response) => {
    const [path = ''] = url.split('?');
    const file = join(tree.folder, 'site', path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
    return void createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
  tree.dispose();
});

describe('the config inspector', () => {
  it('shows both presets by their names, with every rule and what it is for', async () => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
    await page.getByText('leaks/strict').first().waitFor();
    const text = (await page.textContent('body')) ?? '';
    expect(text).toContain('leaks/recommended');
    for (const [name, rule] of Object.entries(plugin.rules)) {
      expect(text).toContain(`leaks/${name}`);
      expect(text).toContain(rule.meta.docs.description);
    }
  });
});
