/**
 * Which arguments of a call may be containers that others hold too and that the callee may change. Computes it from the
 * look of the argument and from the written type of the parameter first, and asks the checker only about what is left:
 * types of all arguments of all calls would cost more than the answers are worth. Gives up fields of parameters.
 */
import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { declarationsAt } from '../../typescript/declaration-of.js';
import { holdsContainers } from '../../typescript/holds-containers.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { frameOf, isWithin, peel } from '../../typescript/syntax.js';
import { placesOf } from '../summaries/places-of.js';

const containers = /^(?:Array|Map|Record|Set)$/u;
/** Types of the language that nothing is added to. */
const others = /^(?:AbortSignal|ArrayBuffer|Buffer|DataView|Date|Error|Promise|PromiseLike|RegExp|Readonly\w*|URL|Uint\w+|Int\w+|Float\w+|Big\w+)$/u;

function nameOfType(tsc: Compiler, type: ts.TypeNode): string {
  return tsc.isTypeReferenceNode(type) && tsc.isIdentifier(type.typeName) ? type.typeName.text : '';
}

/** Whether a parameter's written type lets the callee add to what it is given. */
function mayTakeContainer(tsc: Compiler, type: ts.TypeNode | undefined): boolean {
  if (type === undefined) return true;
  if (tsc.isUnionTypeNode(type)) return type.types.some((part) => mayTakeContainer(tsc, part));
  if (tsc.isTypeReferenceNode(type)) return !others.test(nameOfType(tsc, type));
  return tsc.isArrayTypeNode(type) || tsc.isTypeLiteralNode(type) || tsc.isMappedTypeNode(type) || type.kind === tsc.SyntaxKind.ObjectKeyword || type.kind === tsc.SyntaxKind.AnyKeyword || type.kind === tsc.SyntaxKind.UnknownKeyword;
}

function isTaken(view: ProgramView, call: ts.CallExpression, index: number): boolean {
  const { ts: tsc } = view;
  const callee = peel(tsc, call.expression);
  const signatures = declarationsAt(view, tsc.isPropertyAccessExpression(callee) ? callee.name : callee).filter((declaration) => tsc.isFunctionLike(declaration));
  return signatures.length === 0 || signatures.some(({ parameters }) => mayTakeContainer(tsc, (parameters[index] ?? parameters.at(-1))?.type));
}

/** `const list = store.list`: a local name of something else. */
function isAlias(tsc: Compiler, declaration: ts.Declaration): boolean {
  const initializer = tsc.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return tsc.isBindingElement(declaration) || (initializer !== undefined && tsc.isPropertyAccessExpression(peel(tsc, initializer)));
}

/** Whether the look of an argument lets it be held by others: a variable from outside, a field, a container parameter. */
function looksHeld(view: ProgramView, argument: ts.Expression): boolean {
  const { ts: tsc } = view;
  let node = peel(tsc, argument);
  while (tsc.isPropertyAccessExpression(node)) node = peel(tsc, node.expression);
  if (node.kind === tsc.SyntaxKind.ThisKeyword) return true;
  const declaration = tsc.isIdentifier(node) ? view.checker.getSymbolAtLocation(node)?.declarations?.[0] : undefined;
  if (declaration === undefined) return false;
  if (tsc.isParameter(declaration)) {
    return node === peel(tsc, argument) && declaration.type !== undefined && (tsc.isArrayTypeNode(declaration.type) || containers.test(nameOfType(tsc, declaration.type)));
  }
  const frame = frameOf(tsc, argument);
  return !isWithin(declaration, frame) || tsc.isSourceFile(frameOf(tsc, declaration)) || isAlias(tsc, declaration);
}

/** Whether an argument looks like a container that others hold, to a callee that may add to it. */
export function mayBeContainerArgument(view: ProgramView, call: ts.CallExpression, argument: ts.Expression): boolean {
  return looksHeld(view, argument) && isTaken(view, call, call.arguments.indexOf(argument));
}

/** Whether an argument is a container that may outlive the call. */
export function isContainerArgument(view: ProgramView, argument: ts.Expression): boolean {
  const node = peel(view.ts, argument);
  return holdsContainers(view, node) && placesOf(view, node).some(({ base, path }) => path.length > 0 || (base.kind !== 'fresh' && base.kind !== 'unknown'));
}
