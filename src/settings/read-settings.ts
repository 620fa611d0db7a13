import type { LibraryModel } from '../models/schema.js';

import { modelProblem } from './model-problem.js';

/** `settings.leaks`, checked. */
export interface LeaksSettings {
  readonly entryPoints: readonly string[];
  readonly models: readonly LibraryModel[];
}

type Answer = LeaksSettings | { readonly problem: string };

/** ESLint hands every rule on every file the same object. */
const answers = new WeakMap<object, Answer>();

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function read(value: Record<string, unknown>): Answer {
  const unknown = Object.keys(value).filter((key) => key !== 'entryPoints' && key !== 'models');
  if (unknown.length > 0) return { problem: `settings.leaks has the unknown key ${unknown.join(', ')}; known are entryPoints and models.` };
  const { entryPoints = [], models } = value;
  if (!Array.isArray(entryPoints) || !entryPoints.every((entry): entry is string => typeof entry === 'string')) {
    return { problem: "settings.leaks.entryPoints must be an array of function names: 'handle', 'Orders.create' or 'src/jobs.ts#run'." };
  }
  if (models === undefined) return { entryPoints, models: [] };
  const problem = modelProblem(models);
  return problem === undefined ? { entryPoints, models: models as readonly LibraryModel[] } : { problem };
}

/** Reads `settings.leaks`; what is wrong with it comes back as one sentence that says what to change. */
export function readSettings(value: unknown): Answer {
  if (value === undefined) return { entryPoints: [], models: [] };
  if (!isObject(value)) return { problem: 'settings.leaks must be an object with the keys entryPoints and models.' };
  const known = answers.get(value) ?? read(value);
  answers.set(value, known);
  return known;
}
