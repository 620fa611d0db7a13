import { type LibraryRows, normalizedModule } from './model-index.js';
import { packageOfFile } from './origin-of.js';
import { perProgram } from './program-view.js';

/** The modules that some file of the program comes from or imports by name; the language and node are always there. */
const presentModules = perProgram((view) => {
  const modules = new Set<string>();
  for (const file of view.program.getSourceFiles()) {
    const name = packageOfFile(file.fileName);
    if (name !== undefined) modules.add(name);
  }
  for (const file of view.files) {
    for (const statement of file.statements) {
      const specifier = view.ts.isImportDeclaration(statement) || view.ts.isExportDeclaration(statement) ? statement.moduleSpecifier : undefined;
      if (specifier !== undefined && view.ts.isStringLiteral(specifier)) modules.add(normalizedModule(specifier.text));
    }
  }
  return modules;
});

function isPresent(modules: ReadonlySet<string>, module: string, own: boolean): boolean {
  if (own || modules.has(module)) return true;
  return module.includes('/') && modules.has(module.split('/').slice(0, module.startsWith('@') ? 2 : 1).join('/'));
}

/** The models that can apply to the program: a library nobody imports costs nothing. */
export const presentLibraries = perProgram((view): readonly LibraryRows[] => {
  const modules = presentModules(view);
  const builtIn = modules.has('node');
  return [...view.models].filter(([module, rows]) => isPresent(modules, module, module === 'global' || (builtIn && rows.builtIn))).map(([, rows]) => rows);
});
