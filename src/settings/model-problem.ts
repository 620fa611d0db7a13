import { createRequire } from 'node:module';

import type { Ajv, ErrorObject, ValidateFunction } from 'ajv';

import type { JsonSchema } from '../models/json-schema.js';
import { modelDefinitions } from '../models/model-definitions.js';
import type { LibraryModel } from '../models/schema.js';

import { propertiesInWords, schemaInWords, schemasOfProperty } from './schema-words.js';

let validate: ValidateFunction<readonly LibraryModel[]> | undefined;

/** Loaded only here, so that who has no models of their own does not pay for it. */
function validator(): ValidateFunction<readonly LibraryModel[]> {
  const ajv = createRequire(import.meta.url)('ajv') as { readonly Ajv: typeof Ajv };
  const schema = { type: 'array', items: { $ref: '#/definitions/LibraryModel' }, definitions: modelDefinitions };
  return new ajv.Ajv({ discriminator: true, allErrors: true, verbose: true }).compile<readonly LibraryModel[]>(schema);
}

/** What the user should read: an unknown name before what is missing for it; of a union, what is wrong inside the branch that was meant. */
function foremost(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const [first] = errors;
  if (first === undefined) return undefined;
  const union = errors.find(({ keyword, instancePath }) => keyword === 'anyOf' && `${first.instancePath}/`.startsWith(`${instancePath}/`));
  if (union === undefined) return errors.find(({ keyword, instancePath }) => keyword === 'additionalProperties' && instancePath === first.instancePath) ?? first;
  return foremost(errors.filter(({ instancePath }, index) => index < errors.indexOf(union) && instancePath.startsWith(`${union.instancePath}/`))) ?? union;
}

/** `settings.leaks.models[0].rows[2].per` for `/0/rows/2` and `per`. */
function pathOf({ instancePath }: ErrorObject, property?: string): string {
  const steps = instancePath.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return ['settings.leaks.models', ...steps, property ?? []].flat().reduce((path, step) => {
    if (/^\d+$/.test(step)) return `${path}[${step}]`;
    return /^[\w$]+$/.test(step) ? `${path}.${step}` : `${path}[${JSON.stringify(step)}]`;
  });
}

function shown(value: unknown): string {
  if (value instanceof RegExp) return String(value);
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return `a ${typeof value}`;
  if (value === undefined) return 'undefined';
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return `an object with ${Object.keys(value).join(', ') || 'no properties'}`;
  return Array.isArray(value) ? 'an array' : JSON.stringify(value);
}

function sentenceOf(error: ErrorObject): string {
  const schema = error.parentSchema as JsonSchema;
  const params = error.params as { readonly missingProperty?: string; readonly additionalProperty?: string; readonly tag?: string; readonly tagValue?: unknown };
  if (params.missingProperty !== undefined) {
    return `${pathOf(error, params.missingProperty)} is missing; it must be ${schemaInWords(...schemasOfProperty(schema, params.missingProperty))}.`;
  }
  if (params.additionalProperty !== undefined) {
    return `${pathOf(error, params.additionalProperty)} is not known; known are ${propertiesInWords(schema)}.`;
  }
  if (params.tag !== undefined) {
    return `${pathOf(error, params.tag)} must be ${schemaInWords(...schemasOfProperty(schema, params.tag))}; it is ${shown(params.tagValue)}.`;
  }
  return `${pathOf(error)} must be ${schemaInWords(schema)}; it is ${shown(error.data)}.`;
}

/** What is wrong with the models of a user, as one sentence that names the place and says what to write; undefined when nothing is. */
export function modelProblem(models: unknown): string | undefined {
  validate ??= validator();
  if (validate(models)) return undefined;
  const error = foremost(validate.errors ?? []);
  return `${error === undefined ? 'settings.leaks.models must be an array of models.' : sentenceOf(error)} See docs/own-models.md.`;
}
