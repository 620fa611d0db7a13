/**
 * Which files can hold a value of what a file declares. Computes who reaches the declaring file over imports of any form,
 * types included: what a file does not import can only come to it through the types of what it imports. Assumes that a
 * package does not import the project that uses it. Gives up scripts, augmentations and plain JavaScript, which reach
 * farther than their imports say: what the first two bring in is seen by every file, and the last sees every file.
 */
import type ts from 'typescript';

import { packageOfFile } from '../../typescript/origin-of.js';
import { memoPerProgram, perProgram, type ProgramView } from '../../typescript/program-view.js';
import { nodesIn } from '../facts/node-index.js';

/** Whether files that never name this one can use what it declares or imports. */
function isAmbient(view: ProgramView, file: ts.SourceFile): boolean {
  const { ts: tsc } = view;
  if (!tsc.isExternalModule(file)) return true;
  return file.statements.some((statement) => {
    if (tsc.isNamespaceExportDeclaration(statement)) return true;
    return tsc.isModuleDeclaration(statement) && (tsc.isStringLiteral(statement.name) || (statement.flags & tsc.NodeFlags.GlobalAugmentation) !== 0);
  });
}

function isPlainScript(view: ProgramView, file: ts.SourceFile): boolean {
  return (file.flags & view.ts.NodeFlags.JavaScriptFile) !== 0;
}

function importedBy(view: ProgramView, file: ts.SourceFile): ReadonlySet<ts.SourceFile> {
  const modules = nodesIn(view.ts, file).specifiers.flatMap((specifier) => view.checker.getSymbolAtLocation(specifier)?.declarations ?? []);
  return new Set(modules.map((module) => module.getSourceFile()));
}

const readers = perProgram((view) => {
  const importers = new Map<ts.SourceFile, ts.SourceFile[]>();
  const own = view.program.getSourceFiles().filter((file) => packageOfFile(file.fileName) === undefined);
  for (const file of own) {
    for (const imported of importedBy(view, file)) {
      const known = importers.get(imported);
      if (known === undefined) importers.set(imported, [file]);
      else known.push(file);
    }
  }
  return { importers, ambient: new Set(own.filter((file) => isAmbient(view, file))), ofAll: own.filter((file) => isPlainScript(view, file)) };
});

/** The files that can see into a file, itself included; `undefined` means that every file can. */
const readersOf = memoPerProgram<ts.SourceFile, { readonly files: ReadonlySet<ts.SourceFile> | undefined }>(
  () => ({ files: undefined }),
  (view, declaring) => {
    const { importers, ambient, ofAll } = readers(view);
    const files = new Set([declaring, ...ofAll]);
    for (const file of files) {
      if (ambient.has(file)) return { files: undefined };
      for (const importer of importers.get(file) ?? []) files.add(importer);
    }
    return { files };
  },
);

/** Whether a file can hold a value of what another one declares. */
export function canSee(view: ProgramView, file: ts.SourceFile, declaring: ts.SourceFile): boolean {
  return readersOf(view, declaring).files?.has(file) ?? true;
}
