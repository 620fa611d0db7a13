// Writes `src/models/index.ts` from the model files and `src/models/model-definitions.ts` from the types of models, then
// `docs/models.md` from the models, `docs/model-rows.md` from the types, and into the other pages the known wrong answers that the fixtures admit.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { knownAnswersPages } from './known-answers-pages.js';
import { packagesInFixtures } from './packages-in-fixtures.js';
import { renderModelDefinitions } from './render-model-definitions.js';
import { renderModelsDocs } from './render-models-docs.js';
import { renderModelsIndex } from './render-models-index.js';

const directory = fileURLToPath(new URL('../src/models', import.meta.url));
writeFileSync(`${directory}/index.ts`, renderModelsIndex(directory));
writeFileSync(`${directory}/model-definitions.ts`, renderModelDefinitions());

// Only now are they current.
const { libraryModels } = await import('../src/models/index.js');
writeFileSync(fileURLToPath(new URL('../docs/models.md', import.meta.url)), renderModelsDocs(libraryModels, packagesInFixtures()));
const { renderModelRows } = await import('./render-model-rows.js');
writeFileSync(fileURLToPath(new URL('../docs/model-rows.md', import.meta.url)), renderModelRows());

for (const { file, text } of knownAnswersPages()) writeFileSync(file, text);
