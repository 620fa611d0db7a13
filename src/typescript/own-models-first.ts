import type { LibraryModel, ModelRow } from '../models/schema.js';

import { normalizedModule } from './model-index.js';

function modulesOf({ package: name, aliases = [] }: LibraryModel): readonly string[] {
  return [name, ...aliases].map(normalizedModule);
}

/** Where a library's declarations are is known of the library, whoever describes it. */
function withAliases(own: LibraryModel, known: readonly LibraryModel[]): LibraryModel {
  const same = known.filter((model) => normalizedModule(model.package) === normalizedModule(own.package));
  const aliases = [...(own.aliases ?? []), ...same.flatMap((model) => model.aliases ?? [])];
  return aliases.length === 0 ? own : { ...own, aliases: [...new Set(aliases)] };
}

/** Whether one row makes another on the same member void: both answer the same question, or one says that there is nothing to tell. */
function replaces(own: ModelRow, known: ModelRow): boolean {
  return own.on === known.on && (own.kind === known.kind || own.kind === 'neutral' || known.kind === 'neutral');
}

/**
 * The user's models before the built-in ones, without the built-in rows that they correct: whoever writes a row for a
 * member means it instead of the row of that kind that is there, and `neutral` instead of all.
 */
export function ownModelsFirst(own: readonly LibraryModel[], known: readonly LibraryModel[]): readonly LibraryModel[] {
  if (own.length === 0) return known;
  const mine = own.map((model) => withAliases(model, known));
  const rest = known.map((model) => {
    const modules = modulesOf(model);
    const rows = mine.filter((other) => modulesOf(other).some((module) => modules.includes(module))).flatMap((other) => other.rows);
    return rows.length === 0 ? model : { ...model, rows: model.rows.filter((row) => !rows.some((other) => replaces(other, row))) };
  });
  return [...mine, ...rest];
}
