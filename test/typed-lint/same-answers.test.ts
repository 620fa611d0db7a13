// A report depends on the program alone: not on how the parser made it, and not on which files are linted beside the one it is in.

import { fileURLToPath } from 'node:url';
import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import { defineConfig } from 'eslint/config';
import { afterEach, describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';

const folder = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));

async function lint(cwd: string, patterns: readonly string[], parserOptions: parser.ParserOptions): Promise<Map<string, string[]>> {
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: defineConfig({ files: ['**/*.ts'], extends: [plugin.configs.strict], languageOptions: { parser, parserOptions: { ...parserOptions, tsconfigRootDir: cwd } } }),
  });
  const results = await eslint.lintFiles([...patterns]);
  return new Map(
    results.map(({ filePath, messages }) => [
      filePath.slice(cwd.length + 1),
      messages.map(({ line, column, ruleId, message }) => `${String(line)}:${String(column)} ${String(ruleId)} ${message}`),
    ]),
  );
}

afterEach(() => {
  parser.clearCaches();
});

describe('a server of 40 files', () => {
  it('gives the same reports with projectService and with project', async () => {
    const cwd = folder('demo-server/ticket-desk');
    const service = await lint(cwd, ['src'], { projectService: true });
    parser.clearCaches();
    // On a CI machine the parser takes a file that it sees twice in one process for changed, and parses it alone.
    const fixed = await lint(cwd, ['src'], { project: 'tsconfig.json', disallowAutomaticSingleRunInference: true });
    expect([...fixed.keys()]).toHaveLength(40);
    expect([...fixed.values()].flat()).toHaveLength(9);
    expect(fixed).toEqual(service);
  });
});

describe.each(['depth-call-chain/five-files', 'report-place/start-up-and-turn', 'frameworks/nest-provider-chain', 's08-freed-later/freed-by-other-route'])('%s', (name) => {
  it('gives each file alone the reports that it has among all', async () => {
    const cwd = folder(name);
    const together = await lint(cwd, ['src'], { projectService: true });
    expect(together.size).toBeGreaterThan(1);
    for (const [file, reports] of together) {
      parser.clearCaches();
      const alone = await lint(cwd, [file], { projectService: true });
      expect(alone).toEqual(new Map([[file, reports]]));
    }
  });
});
