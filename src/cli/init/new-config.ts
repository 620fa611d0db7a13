import type { IncludedFiles } from './included-files.js';

/** A whole config, for projects that have none: what the README tells everybody to write. */
export function newConfig({ files, ignores }: IncludedFiles): string {
  const list = (texts: readonly string[]): string => `[${texts.map((text) => `'${text}'`).join(', ')}]`;
  const only = ignores.length === 0 ? '' : ` ignores: ${list(ignores)},`;
  return `import * as parser from '@typescript-eslint/parser';
import { defineConfig } from 'eslint/config';
import leaks from 'eslint-plugin-leaks';
const languageOptions = { parser, parserOptions: { projectService: true } };
export default defineConfig({ files: ${list(files)},${only} languageOptions, extends: [leaks.configs.recommended] });
`;
}
