// A small project on disk, inside the repository so that its imports resolve, which is linted the way its owner would.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint, type Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import plugin from '../../src/index.js';

/** A folder of files that is removed with `dispose`. */
export class ScratchProject {
  readonly folder: string;

  constructor(files: Readonly<Record<string, string>>) {
    const parent = fileURLToPath(new URL('../../.reports/', import.meta.url));
    mkdirSync(parent, { recursive: true });
    this.folder = mkdtempSync(join(parent, 'project-'));
    for (const [name, text] of Object.entries(files)) {
      const file = join(this.folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  /** What `recommended` says about every file, as `file:line rule message`, with more configuration on top. */
  async lint(languageOptions: Linter.LanguageOptions, more: Linter.Config = {}): Promise<string[]> {
    const eslint = new ESLint({
      cwd: this.folder,
      overrideConfigFile: true,
      overrideConfig: defineConfig({ files: ['**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx}'], extends: [plugin.configs.recommended], languageOptions }, more),
    });
    const results = await eslint.lintFiles(['src']);
    return results.flatMap(({ filePath, messages }) => messages.map(({ line, ruleId, message }) => `${filePath.slice(this.folder.length + 1)}:${String(line)} ${String(ruleId)} ${message}`));
  }

  /** Removes the folder. */
  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
