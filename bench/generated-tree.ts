// Servers of any size and one shape: the same core, the same five modules per feature, domains that never grow. What a file costs
// in a large one more than in a small one is therefore the analysis and not the code.

import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { coreModules } from './generated-core.js';
import { featureModules, routerOf } from './generated-feature.js';

const modulesPerFeature = Object.keys(featureModules(0)).length;
const dependencies = fileURLToPath(new URL('../node_modules', import.meta.url));

/** Writes a server of about `modules` modules into a new temporary folder and returns its tsconfig. */
export function generatedTree(modules: number): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), `eslint-plugin-leaks-${String(modules)}-`));
  symlinkSync(dependencies, path.join(folder, 'node_modules'), 'junction');
  const texts = serverModules(modules);
  for (const [name, text] of Object.entries(texts)) {
    const file = path.join(folder, 'src', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module", "private": true }\n');
  const file = path.join(folder, 'tsconfig.json');
  writeFileSync(file, JSON.stringify({ compilerOptions, include: ['src'] }));
  return file;
}

const compilerOptions = { target: 'es2022', lib: ['es2023'], module: 'nodenext', types: ['node'], strict: true, skipLibCheck: true, noEmit: true };

function serverModules(modules: number): Record<string, string> {
  const features = Math.floor((modules - Object.keys(coreModules).length - 1) / modulesPerFeature);
  const indices = Array.from({ length: features }, (_, index) => index);
  return Object.assign({ 'app.ts': app(indices) }, coreModules, ...indices.map(featureModules)) as Record<string, string>;
}

function app(indices: readonly number[]): string {
  const features = indices.map(routerOf);
  return `import express from 'express';
${features.map(({ folder, router, start }) => `import { ${router} } from './${folder}/routes.js';\nimport { ${start} } from './${folder}/jobs.js';`).join('\n')}

const app = express();
app.use(express.json());
${features.map(({ router }) => `app.use(${router});`).join('\n')}
${features.map(({ start }) => `${start}();`).join('\n')}
app.listen(3000);
`;
}
