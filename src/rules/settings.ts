import type { LibraryModel, ModelRow } from '../models/schema.js';

/** `settings.leaks`, checked. */
export interface LeaksSettings {
  readonly entryPoints: readonly string[];
  readonly models: readonly LibraryModel[];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields each kind of row cannot do without, besides `kind` and `on`. */
const fieldsOfKind: Readonly<Record<ModelRow['kind'], readonly string[]>> = {
  binds: ['by', 'what', 'made', 'token', 'lifetime'],
  bounds: ['when'],
  decorates: ['per'],
  defaults: ['choice'],
  endless: ['per'],
  finite: [],
  handles: ['per'],
  injects: ['token'],
  invokes: ['callback', 'per', 'owner'],
  lasts: ['lifetime'],
  memoizes: ['keyedBy'],
  neutral: [],
  registers: ['what', 'into'],
  resolves: ['token'],
  scopes: ['lifetime'],
  safe: [],
  throws: [],
  weak: [],
  yields: ['lifetime'],
};

function isRow(row: unknown): row is ModelRow {
  if (!isObject(row) || typeof row['kind'] !== 'string' || typeof row['on'] !== 'string') return false;
  const fields = Object.entries(fieldsOfKind).find(([kind]) => kind === row['kind'])?.[1];
  if (fields?.every((field) => row[field] !== undefined) !== true) return false;
  return row['callback'] === undefined || (isObject(row['callback']) && row['callback']['argument'] !== undefined);
}

function isModel(value: unknown): value is LibraryModel {
  return (
    isObject(value) &&
    typeof value['package'] === 'string' &&
    Array.isArray(value['rows']) &&
    value['rows'].every(isRow)
  );
}

function kindsInWords(): string {
  return Object.entries(fieldsOfKind)
    .map(([kind, fields]) => (fields.length === 0 ? kind : `${kind} (${fields.join(', ')})`))
    .join(', ');
}

/** Reads `settings.leaks`; what is wrong with it comes back as one sentence that says what to change. */
export function readSettings(value: unknown): LeaksSettings | { readonly problem: string } {
  if (value === undefined) return { entryPoints: [], models: [] };
  if (!isObject(value)) return { problem: 'settings.leaks must be an object with the keys entryPoints and models.' };
  const unknown = Object.keys(value).filter((key) => key !== 'entryPoints' && key !== 'models');
  if (unknown.length > 0) return { problem: `settings.leaks has the unknown key ${unknown.join(', ')}; known are entryPoints and models.` };
  const entryPoints = value['entryPoints'] ?? [];
  if (!Array.isArray(entryPoints) || !entryPoints.every((entry): entry is string => typeof entry === 'string')) {
    return { problem: "settings.leaks.entryPoints must be an array of function names: 'handle', 'Orders.create' or 'src/jobs.ts#run'." };
  }
  const models: unknown = value['models'] ?? [];
  if (!Array.isArray(models) || !models.every(isModel)) {
    return { problem: `settings.leaks.models must be an array of models: { package, rows: [{ kind, on, … }] }. Kinds and the fields they need: ${kindsInWords()}; see docs/models.md.` };
  }
  return { entryPoints, models };
}
