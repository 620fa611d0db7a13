/**
 * How to write the release of a handle or a registration. Computes the text from the model's word and the types: a member
 * that can be called without arguments, a function that takes the handle, or the opposite of what registered. Assumes that
 * the first of the model's ways that the types allow is the one to show. Gives up transactions, which end in one of two ways.
 */
import type ts from 'typescript';

import type { RegistersRow } from '../../models/schema.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { isForeign } from '../../typescript/rows-of.js';

import { isPromise } from './handle-uses.js';

/** A release as it is written, and whether it has to be awaited. */
export interface ReleaseCall {
  readonly text: string;
  readonly waits: boolean;
}

/** The signature of a type's calls that needs no argument. */
function bareSignature({ ts: tsc, checker }: ProgramView, type: ts.Type): ts.Signature | undefined {
  return type.getCallSignatures().find((signature) =>
    signature.parameters.every(({ valueDeclaration }) => valueDeclaration !== undefined && tsc.isParameter(valueDeclaration) && (checker.isOptionalParameter(valueDeclaration) || valueDeclaration.dotDotDotToken !== undefined)),
  );
}

function memberRelease(view: ProgramView, type: ts.Type, handle: string, members: readonly string[], place: ts.Node): ReleaseCall | undefined {
  const { checker } = view;
  for (const member of members) {
    const property = /^[$\w]+$/u.test(member) ? checker.getPropertyOfType(type, member) : undefined;
    const called = member === '()' ? type : property === undefined ? undefined : checker.getTypeOfSymbolAtLocation(property, place);
    const signature = called === undefined ? undefined : bareSignature(view, called);
    if (signature !== undefined) return { text: member === '()' ? `${handle}()` : `${handle}.${member}()`, waits: isPromise(view, signature.getReturnType()) };
  }
  return undefined;
}

/** How to let go of a value of this type that a name will stand for. */
export function releaseOfHandle(view: ProgramView, row: RegistersRow, type: ts.Type, handle: string, place: ts.Node): ReleaseCall | undefined {
  const { result = [], passedTo = [] } = row.undone ?? {};
  if (row.what === 'a transaction') return undefined;
  const { ts: tsc, checker } = view;
  const [taker] = passedTo;
  const known = checker.getSymbolsInScope(place, tsc.SymbolFlags.Value).find(({ name }) => name === taker);
  const isGlobal = known?.declarations?.every((declaration) => isForeign(declaration)) === true;
  return taker !== undefined && isGlobal ? { text: `${taker}(${handle})`, waits: false } : memberRelease(view, type, handle, result, place);
}

/** How to call a value of this type that takes back what it was returned for. */
export function callOfDisposer(view: ProgramView, type: ts.Type, handle: string, place: ts.Node): ReleaseCall | undefined {
  return memberRelease(view, type, handle, ['()'], place);
}

/** Whether a name that is read again later means the same: a chain of properties that begins with `this` or a variable. */
export function isSteady(view: ProgramView, node: ts.Expression): boolean {
  const { ts: tsc } = view;
  if (tsc.isIdentifier(node) || node.kind === tsc.SyntaxKind.ThisKeyword) return true;
  return tsc.isPropertyAccessExpression(node) && node.questionDotToken === undefined && isSteady(view, node.expression);
}

/** How to take back what `owner.on(event, listener)` added: `owner.off(event, listener)`. */
export function oppositeOf(view: ProgramView, row: RegistersRow, call: ts.CallExpression, listener: string): ReleaseCall | undefined {
  const { ts: tsc, checker } = view;
  const { expression: callee } = call;
  const [event] = call.arguments;
  if (!tsc.isPropertyAccessExpression(callee) || callee.questionDotToken !== undefined || call.arguments.length !== 2 || event === undefined) return undefined;
  if (!isSteady(view, callee.expression) || !(tsc.isStringLiteralLike(event) || isSteady(view, event))) return undefined;
  const owner = checker.getTypeAtLocation(callee.expression);
  for (const member of row.undone?.members ?? []) {
    const property = checker.getPropertyOfType(owner, member);
    const signatures = property === undefined ? [] : checker.getTypeOfSymbolAtLocation(property, call).getCallSignatures();
    const taking = signatures.find(({ parameters: [first, second] }) => {
      if (first === undefined || second === undefined) return false;
      const taken = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(second, call));
      return taken.getCallSignatures().length > 0 || (taken.isUnion() && taken.types.some((part) => part.getCallSignatures().length > 0));
    });
    if (taking !== undefined) return { text: `${callee.expression.getText()}.${member}(${event.getText()}, ${listener})`, waits: isPromise(view, taking.getReturnType()) };
  }
  return undefined;
}
