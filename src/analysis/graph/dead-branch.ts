/**
 * Branches that the program never takes. Computes the conditions on a node that ask for a parameter to be missing, and
 * whether every caller gives it. Assumes the callers found are all; a function nobody calls takes any branch. What keeps
 * a stand-in from being made where the real thing is always configured.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import { memoPerProgram, type ProgramView } from '../../typescript/program-view.js';
import type { Frame } from '../../typescript/syntax.js';
import { conditionsInFrame } from '../facts/conditions-on.js';

import { callersOf } from './callers-of.js';
import { unsetSwitch } from './once-guard.js';

function mayBeMissing(view: ProgramView, argument: ts.Expression | undefined): boolean {
  if (argument === undefined || view.ts.isSpreadElement(argument)) return true;
  const type = view.checker.getTypeAtLocation(argument);
  const { Any, Unknown, Undefined, Null } = view.ts.TypeFlags;
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => (part.flags & (Any | Unknown | Undefined | Null)) !== 0);
}

function isAlwaysGiven(view: ProgramView, parameter: ts.ParameterDeclaration): boolean {
  const callers = callersOf(view, parameter.parent as Frame);
  const index = parameter.parent.parameters.indexOf(parameter);
  return callers.length > 0 && callers.every((edge) => edge.pace === 'call' && !mayBeMissing(view, edge.arguments?.[index]));
}

/** Whether a node runs only when a parameter is missing that every caller gives. */
export const isInDeadBranch = memoPerProgram<ts.Node, boolean>(
  () => false,
  (view, node) =>
    conditionsInFrame(view.ts, node).some((condition) => {
      const name = unsetSwitch(view, condition);
      const declaration = name !== undefined && view.ts.isIdentifier(name) ? declarationAt(view, name) : undefined;
      return declaration !== undefined && view.ts.isParameter(declaration) && isAlwaysGiven(view, declaration);
    }),
);
