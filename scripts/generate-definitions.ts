import { fileURLToPath } from 'node:url';

import { createGenerator } from 'ts-json-schema-generator';

import type { JsonSchema } from '../src/models/json-schema.js';

/** A schema with the doc comment of the type or property that it comes from. */
export type DescribedSchema = JsonSchema & { readonly description?: string; readonly properties?: Readonly<Record<string, DescribedSchema>> };

/** The JSON Schema of each exported type that a model consists of, made from `src/models/schema.ts`, by the type's name. */
export function generateDefinitions(): readonly (readonly [name: string, schema: DescribedSchema])[] {
  const generator = createGenerator({
    path: fileURLToPath(new URL('../src/models/schema.ts', import.meta.url)),
    tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
    type: 'LibraryModel',
    expose: 'export',
    discriminatorType: 'open-api',
    additionalProperties: false,
    skipTypeCheck: true,
  });
  const definitions = (generator.createSchema('LibraryModel').definitions ?? {}) as Readonly<Record<string, DescribedSchema>>;
  return Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1));
}
