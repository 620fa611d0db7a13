// Builds the package: the compiler checks and writes modules with their declarations, and a bundler makes few files of the many,
// because Node looks for, reads and links each module of its own, which for hundreds took longer than running them.
// An argument names another folder than dist.

import { execFileSync } from 'node:child_process';
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = resolve(root, process.argv[2] ?? 'dist');
const modules = `${built}.modules`;

for (const folder of [built, modules]) rmSync(folder, { recursive: true, force: true });
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', modules], { cwd: root, stdio: 'inherit' });

const bundle = await rolldown({
  input: { index: join(modules, 'index.js'), 'cli/main': join(modules, 'cli/main.js') },
  external: (specifier) => !specifier.startsWith('.') && !specifier.startsWith('/'),
  platform: 'node',
});
await bundle.write({ dir: join(modules, 'bundled'), format: 'esm', chunkFileNames: '[name].js', comments: false });
await bundle.close();

for (const entry of readdirSync(modules, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  if (entry.isFile() && file.endsWith('.js') && !file.startsWith(join(modules, 'bundled'))) rmSync(file);
}
const bundled = readdirSync(join(modules, 'bundled'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
for (const { parentPath, name } of bundled) {
  const from = join(parentPath, name);
  renameSync(from, from.replace(join(modules, 'bundled'), modules));
}
rmSync(join(modules, 'bundled'), { recursive: true });
renameSync(modules, built);
