import type { TSESLint } from '@typescript-eslint/utils';

import { rules } from '../rules/index.js';

const files = ['**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx}'];

function ruleLevels(verdict: 'leak' | 'possible'): Record<string, ['error', { verdict: 'leak' | 'possible' }]> {
  const names = Object.entries(rules).filter(([, rule]) => rule.meta.docs?.recommended === true);
  return Object.fromEntries(names.map(([name]) => [`leaks/${name}`, ['error', { verdict }]]));
}

/** The presets: `recommended` reports what is proved, `strict` also what could not be decided. */
export function configsOf(plugin: TSESLint.FlatConfig.Plugin): { recommended: TSESLint.FlatConfig.Config; strict: TSESLint.FlatConfig.Config } {
  const config = (name: string, verdict: 'leak' | 'possible'): TSESLint.FlatConfig.Config => ({
    name: `leaks/${name}`,
    files,
    plugins: { leaks: plugin },
    rules: ruleLevels(verdict),
  });
  return { recommended: config('recommended', 'leak'), strict: config('strict', 'possible') };
}
