import { createRequire } from 'node:module';

import { configsOf } from './configs/configs-of.js';
import { rules } from './rules/index.js';

const { name, version } = createRequire(import.meta.url)('eslint-plugin-leaks/package.json') as { name: string; version: string };

const plugin = { meta: { name, version, namespace: 'leaks' }, rules };

export type { LibraryModel, ModelRow } from './models/schema.js';

/** The plugin: its rules and the presets `recommended` and `strict`. */
export default { ...plugin, configs: configsOf(plugin) };
