import type { LibraryModel, ModelRow } from '../models/schema.js';

/** The rows of one library, by the member they speak of. */
export interface LibraryRows {
  readonly byMember: ReadonlyMap<string, readonly ModelRow[]>;
  /** The same rows under the bare member name (`on` for `EventEmitter#on`), for receivers whose class is not known. */
  readonly byName: ReadonlyMap<string, readonly ModelRow[]>;
  /** Whether the platform brings it: node's own modules. */
  readonly builtIn: boolean;
  /** The modules that mark a file as written by the library's generator. */
  readonly generatedWith: readonly string[];
}

/** All libraries, by module name without the `node:` prefix. */
export type ModelIndex = ReadonlyMap<string, LibraryRows>;

/** `node:http` and `http` are one module. */
export function normalizedModule(specifier: string): string {
  return specifier.startsWith('node:') ? specifier.slice('node:'.length) : specifier;
}

function append<K>(table: Map<K, ModelRow[]>, key: K, row: ModelRow): void {
  const rows = table.get(key);
  if (rows === undefined) table.set(key, [row]);
  else rows.push(row);
}

/** Indexes models by module and member; rows keep the order of their files. */
export function indexModels(models: readonly LibraryModel[]): ModelIndex {
  const index = new Map<string, { byMember: Map<string, ModelRow[]>; byName: Map<string, ModelRow[]>; builtIn: boolean; generatedWith: readonly string[] }>();
  for (const model of models) {
    for (const specifier of [model.package, ...(model.aliases ?? [])]) {
      const module = normalizedModule(specifier);
      const library = index.get(module) ?? { byMember: new Map<string, ModelRow[]>(), byName: new Map<string, ModelRow[]>(), builtIn: specifier.startsWith('node:'), generatedWith: [] };
      if (specifier === model.package) library.generatedWith = [...library.generatedWith, ...(model.generatedWith ?? [])];
      index.set(module, library);
      for (const row of model.rows) {
        append(library.byMember, row.on, row);
        append(library.byName, row.on.slice(Math.max(row.on.lastIndexOf('#'), row.on.lastIndexOf('.')) + 1), row);
      }
    }
  }
  return index;
}
