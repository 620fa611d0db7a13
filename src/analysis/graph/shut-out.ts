/**
 * Whether a call shuts out a node of what it calls, because the node runs only when something is missing that the call
 * hands in: the client that a constructor makes when it is given none. Computes it from the conditions on the node that
 * ask for a parameter, or a member of one, to be missing, from initializers of parameters, and from the arguments.
 * Assumes that types tell what may be missing. Gives up parameters that are assigned, and members of what is no literal.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import { memoPerProgram, type ProgramView } from '../../typescript/program-view.js';
import { around, fixedName, frameOf, peel } from '../../typescript/syntax.js';
import { conditionsOn } from '../facts/conditions-on.js';
import { valuesOf } from '../summaries/values-of.js';

import type { Edge } from './edge.js';
import { unsetSwitch } from './once-guard.js';

/** What must be missing: an argument, or a member of it. */
interface Need {
  readonly argument: number;
  readonly member: string | undefined;
}

function indexOf(parameter: ts.ParameterDeclaration): number {
  return parameter.parent.parameters.indexOf(parameter);
}

/** The argument that a name stands for, when nothing else is ever put into it. */
function needOf(view: ProgramView, name: ts.Expression): Need | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, name);
  if (tsc.isPropertyAccessExpression(node)) {
    const whole = needOf(view, node.expression);
    return whole === undefined || whole.member !== undefined ? undefined : { ...whole, member: node.name.text };
  }
  const declaration = tsc.isIdentifier(node) ? declarationAt(view, node) : undefined;
  if (declaration === undefined || valuesOf(view, declaration).some(({ at }) => at !== declaration)) return undefined;
  if (tsc.isParameter(declaration)) return { argument: indexOf(declaration), member: undefined };
  const pattern = tsc.isBindingElement(declaration) ? declaration.parent : undefined;
  if (pattern === undefined || !tsc.isBindingElement(declaration) || !tsc.isObjectBindingPattern(pattern) || !tsc.isParameter(pattern.parent)) return undefined;
  return { argument: indexOf(pattern.parent), member: fixedName(tsc, declaration.propertyName ?? declaration.name) };
}

function belongsTo(view: ProgramView, name: ts.Expression, frame: ts.Node): boolean {
  const { ts: tsc } = view;
  let root = peel(tsc, name);
  while (tsc.isPropertyAccessExpression(root)) root = peel(tsc, root.expression);
  const declaration = tsc.isIdentifier(root) ? declarationAt(view, root) : undefined;
  return declaration !== undefined && [...around(declaration)].find((outer) => tsc.isFunctionLike(outer)) === frame;
}

const needsOf = memoPerProgram<ts.Node, readonly Need[]>(
  () => [],
  (view, node) => {
    const { ts: tsc } = view;
    const frame = frameOf(tsc, node);
    const initialized = [node, ...around(node)].find((outer): outer is ts.ParameterDeclaration => tsc.isParameter(outer) && outer.parent === frame);
    const byDefault = initialized?.initializer === undefined ? [] : [{ argument: indexOf(initialized), member: undefined }];
    const asked = conditionsOn(tsc, node, frame).flatMap((condition) => {
      const name = unsetSwitch(view, condition);
      return name === undefined || !belongsTo(view, name, frame) ? [] : (needOf(view, name) ?? []);
    });
    return [...byDefault, ...asked];
  },
);

/** Whether a value is an object whatever happens, so that no test finds it missing. */
function isSurelySet(view: ProgramView, value: ts.Expression): boolean {
  const type = view.checker.getTypeAtLocation(value);
  const { Object: object, NonPrimitive } = view.ts.TypeFlags;
  return (type.isUnion() ? type.types : [type]).every((part) => (part.flags & (object | NonPrimitive)) !== 0 || (part.isIntersection() && part.types.some(({ flags }) => (flags & object) !== 0)));
}

function isHandedIn(view: ProgramView, { arguments: given }: Edge, { argument, member }: Need): boolean {
  const { ts: tsc } = view;
  const value = given?.slice(0, argument).some((before) => tsc.isSpreadElement(before)) === true ? undefined : given?.[argument];
  if (value === undefined || tsc.isSpreadElement(value)) return false;
  if (member === undefined) return isSurelySet(view, value);
  const literal = peel(tsc, value);
  const property = tsc.isObjectLiteralExpression(literal) ? literal.properties.find(({ name }) => fixedName(tsc, name) === member) : undefined;
  if (property === undefined) return false;
  if (tsc.isPropertyAssignment(property)) return isSurelySet(view, property.initializer);
  return tsc.isShorthandPropertyAssignment(property) && isSurelySet(view, property.name);
}

/** Whether a node runs only when a caller leaves something out. */
export function needsSomethingMissing(view: ProgramView, node: ts.Node): boolean {
  return needsOf(view, node).length > 0;
}

/** Whether the call of an edge hands in what must be missing for a node of its callee to run. */
export function isShutOut(view: ProgramView, node: ts.Node, edge: Edge): boolean {
  return edge.pace === 'call' && needsOf(view, node).some((need) => isHandedIn(view, edge, need));
}
