import { createRequire } from 'node:module';

/** What the tool says of itself. */
export interface Tool {
  readonly name: string;
  readonly version: string;
  readonly page: string;
}

const manifest = createRequire(import.meta.url)('eslint-plugin-leaks/package.json') as { readonly name: string; readonly version: string };

/** This package. */
export const tool: Tool = { name: manifest.name, version: manifest.version, page: 'https://github.com/eslint-plugin-leaks/eslint-plugin-leaks' };
