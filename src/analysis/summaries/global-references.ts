/**
 * Who mentions a property of the global object that no declaration tells of. Computes the member accesses on
 * `globalThis` and `global` by name. Gives up the bare name, which nothing ties to the global object.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { peel } from '../../typescript/syntax.js';
import { namesIn } from '../facts/name-index.js';

/** Every `globalThis.name` of the project, in program order. */
export function globalReferences(view: ProgramView, name: string): readonly ts.PropertyAccessExpression[] {
  const { ts: tsc } = view;
  return view.files.flatMap((file) =>
    (namesIn(tsc, file).get(name) ?? []).flatMap((id) => {
      const access = id.parent;
      if (!tsc.isPropertyAccessExpression(access) || access.name !== id) return [];
      const object = peel(tsc, access.expression);
      return tsc.isIdentifier(object) && (object.text === 'globalThis' || object.text === 'global') ? [access] : [];
    }),
  );
}
