/**
 * Where the project mentions a variable that a library or the language declares: `process`, the default export of a
 * client library. Computes it by name and by import, then asks the checker. Gives up members, which are mentioned
 * everywhere and tell nothing.
 */
import type ts from 'typescript';

import { declarationsAt } from '../../typescript/declaration-of.js';
import { memoPerProgram } from '../../typescript/program-view.js';
import { fixedName, isValueUse, widest } from '../../typescript/syntax.js';
import { namesIn } from '../facts/name-index.js';

import { renamedImports } from './references.js';

/** Every use of the variable as a value, in program order. */
export const foreignReferencesOf = memoPerProgram<ts.Declaration, readonly ts.Expression[]>(
  () => [],
  (view, declaration) => {
    const { ts: tsc } = view;
    const own = fixedName(tsc, tsc.getNameOfDeclaration(declaration));
    const renames = renamedImports(view).get(declaration);
    return view.files.flatMap((file) =>
      [...new Set([...(own === undefined ? [] : [own]), ...(renames?.get(file) ?? [])])].flatMap((name) =>
        (namesIn(tsc, file).get(name) ?? [])
          .filter((id): id is ts.Identifier => tsc.isIdentifier(id) && isValueUse(tsc, id) && declarationsAt(view, id).includes(declaration))
          .map((id) => widest(tsc, id)),
      ),
    );
  },
);
