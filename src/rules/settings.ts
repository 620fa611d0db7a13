import type { LibraryModel, ModelRow } from '../models/schema.js';

/** `settings.leaks`, checked. */
export interface LeaksSettings {
  readonly entryPoints: readonly string[];
  readonly models: readonly LibraryModel[];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const rowKinds: ReadonlySet<string> = new Set<ModelRow['kind']>(['bounds', 'decorates', 'endless', 'handles', 'invokes', 'neutral', 'scopes', 'weak', 'yields']);

function isModel(value: unknown): value is LibraryModel {
  return (
    isObject(value) &&
    typeof value['package'] === 'string' &&
    Array.isArray(value['rows']) &&
    value['rows'].every((row) => isObject(row) && typeof row['kind'] === 'string' && rowKinds.has(row['kind']) && typeof row['on'] === 'string')
  );
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
    return { problem: `settings.leaks.models must be an array of models: { package, rows: [{ kind, on, … }] } with a kind of ${[...rowKinds].join(', ')}; see docs/models.md.` };
  }
  return { entryPoints, models };
}
