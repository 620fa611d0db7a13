// The HTML page, looked at in a real browser: everything is there and visible, nothing is cut off or sticks out, at the width of a
// phone and of a desk, in the dark and in the light; and it asks the network for nothing.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.js';
import { runCommand } from './run-command.js';
import { ScratchTree } from './scratch-tree.js';

const ticketDesk = fileURLToPath(new URL('../../fixtures/demo-server/ticket-desk', import.meta.url));
const scratch = new ScratchTree({});
const file = join(scratch.folder, 'report.html');
const checks = readFileSync(join(import.meta.dirname, 'page-checks.js'), 'utf8');
let browser: Browser;

beforeAll(async () => {
  writeFileSync(file, runCommand(ticketDesk, ['--format', 'html']).out);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  scratch.dispose();
});

async function open(width: number, colorScheme: 'dark' | 'light'): Promise<{ page: Page; requests: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return { page, requests };
}

/** Asks the page one of the questions of `page-checks.js`. */
async function ask(page: Page, question: string): Promise<unknown> {
  return page.evaluate(`${checks.trim().replace(/;$/u, '')}.${question}()`);
}

describe('the HTML page', () => {
  it.each([
    [400, 'light'],
    [400, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('shows everything at %i pixels, %s', async (width, colorScheme) => {
    const { page, requests } = await open(width, colorScheme);
    expect(await page.locator('article').count()).toBe(9);
    for (const article of await page.locator('article').all()) {
      expect(await article.isVisible()).toBe(true);
      expect(await article.locator('svg').isVisible()).toBe(true);
      expect(await article.locator('pre mark').first().isVisible()).toBe(true);
    }
    expect(await ask(page, 'sticksOut')).toEqual([]);
    expect(await ask(page, 'width')).toBe(width);
    expect(await ask(page, 'lowestContrast')).toBeGreaterThan(4.5);
    expect(requests).toEqual([pathToFileURL(file).href]);
    await page.context().close();
  });

  it('can be read without eyes: a title, headings in order, names for pictures and regions, links that lead somewhere', async () => {
    const { page } = await open(1280, 'light');
    expect(await page.title()).toBe('9 leaks at 9 locations in 40 files');
    expect(await ask(page, 'headings')).toBe(`H1${' H2 H3'.repeat(9)}`);
    expect(await page.getByRole('img', { name: 'How auditTrail grows' }).count()).toBe(1);
    expect(await page.getByRole('article', { name: 'src/services/audit-log.ts:11:5' }).count()).toBe(1);
    expect(await ask(page, 'danglingLinks')).toEqual([]);
    await page.context().close();
  });

  it('says what the terminal says', async () => {
    const { page } = await open(1280, 'light');
    const words = (await page.locator('main').innerText()).replace(/\s+/gu, ' ');
    expect(words).toContain('auditTrail (module variable, audit-trail.ts:7) gains an element on every request: POST /:id/comments (ticket-routes.ts:27) → record() → push. Nothing removes elements');
    await page.context().close();
  });
});
