import { rules } from '../rules/index.js';

const files = ['**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx}'];

function ruleLevels(verdict: 'leak' | 'possible'): Preset['rules'] {
  return Object.fromEntries(Object.keys(rules).map((name) => [`leaks/${name}`, ['error', { verdict }]]));
}

/** The plugin as a config names it. */
export interface LeaksPlugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: typeof rules;
}

/** One flat config object, exactly as typed as `defineConfig` wants it. */
export interface Preset {
  readonly name: string;
  readonly files: string[];
  readonly plugins: { readonly leaks: LeaksPlugin };
  readonly rules: Record<string, ['error', { verdict: 'leak' | 'possible' }]>;
}

/** The presets: `recommended` reports what is proved, `strict` also what could not be decided. */
export function configsOf(plugin: LeaksPlugin): { recommended: Preset; strict: Preset } {
  const config = (name: string, verdict: 'leak' | 'possible'): Preset => ({
    name: `leaks/${name}`,
    files,
    plugins: { leaks: plugin },
    rules: ruleLevels(verdict),
  });
  return { recommended: config('recommended', 'leak'), strict: config('strict', 'possible') };
}
