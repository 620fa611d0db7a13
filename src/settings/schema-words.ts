import type { JsonSchema } from '../models/json-schema.js';
import { modelDefinitions } from '../models/model-definitions.js';

/** A schema, or what it refers to. */
function resolved(schema: JsonSchema): JsonSchema {
  const target = schema.$ref === undefined ? undefined : modelDefinitions[schema.$ref.slice('#/definitions/'.length)];
  return target === undefined ? schema : resolved(target);
}

/** The properties that an object may have, those that it need not have with a question mark. */
export function propertiesInWords({ properties = {}, required = [] }: JsonSchema): string {
  return Object.keys(properties)
    .map((name) => (required.includes(name) ? name : `${name}?`))
    .join(', ');
}

function objectInWords(schema: JsonSchema): string {
  return schema.properties === undefined ? 'an object' : `{ ${propertiesInWords(schema)} }`;
}

function alternatives(given: JsonSchema): readonly string[] {
  const schema = resolved(given);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches !== undefined) return branches.flatMap(alternatives);
  if (schema.enum !== undefined) return schema.enum.map(String);
  if (schema.const !== undefined) return [String(schema.const)];
  if (schema.type === 'object') return [objectInWords(schema)];
  if (schema.type === 'array') return [schema.items?.type === 'string' ? 'an array of strings' : 'an array'];
  return [`a ${schema.type ?? 'value'}`];
}

/** What may be written where any of these schemas holds: `a string`, `one of connection, event, job`. */
export function schemaInWords(...schemas: readonly JsonSchema[]): string {
  const words = [...new Set(schemas.flatMap(alternatives))];
  return words.length === 1 ? words.join() : `one of ${words.join(', ')}`;
}

/** The schemas of a property, in an object's schema or in each branch of a union of such. */
export function schemasOfProperty(given: JsonSchema, name: string): readonly JsonSchema[] {
  const schema = resolved(given);
  return schema.oneOf?.flatMap((branch) => schemasOfProperty(branch, name)) ?? [schema.properties?.[name] ?? []].flat();
}
