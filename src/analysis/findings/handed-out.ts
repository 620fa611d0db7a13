/**
 * Whether a container is handed to code that nobody can see and that may take from it. Computes it from the type of the
 * parameter: a library that declares a mutable container may change it, one that declares `readonly`, `unknown` or `any`
 * only reads. A callee of unknown type may do anything, unless its own code can be read and says that it only reads or adds.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import { calleesOf } from '../summaries/callees-of.js';
import type { Sighting } from '../graph/sighting.js';

import { useByDependency } from './dependency-uses.js';

const mutable = new Set(['Array', 'Map', 'Set']);

function takesMutable(view: ProgramView, call: ts.CallExpression | ts.NewExpression, index: number): boolean {
  const signature = view.checker.getResolvedSignature(call);
  const parameter = signature?.parameters[index];
  const declaration = parameter?.valueDeclaration;
  // The array of a rest parameter is made by the call.
  if (parameter === undefined || (declaration !== undefined && view.ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined)) return false;
  const type = view.checker.getTypeOfSymbolAtLocation(parameter, call);
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => mutable.has(part.getSymbol()?.name ?? ''));
}

/** Whether the sighting is an argument of a call out of sight that may shrink it. */
export function isHandedOut(view: ProgramView, sighting: Sighting): boolean {
  const { ts: tsc } = view;
  const { expression, path } = sighting;
  const call = expression.parent;
  if (path.length > 0 || (!tsc.isCallExpression(call) && !tsc.isNewExpression(call))) return false;
  const index = call.arguments?.indexOf(expression) ?? -1;
  if (index < 0 || calleesOf(view, call).length > 0) return false;
  const { rows, language } = rowsOfCall(view, call, 'neutral');
  if (rows.length > 0 || language) return false;
  const callee = view.checker.getTypeAtLocation(call.expression);
  const may = (callee.flags & tsc.TypeFlags.Any) !== 0 || takesMutable(view, call, index);
  return may && useByDependency(view, sighting) !== 'reads';
}
