/**
 * Whether a method is what an exported class offers to code outside the program. Computes it from the export, from who
 * may see the method, and from a life-cycle method or what instances open, which say that they live for long. Assumes that
 * nothing in the program calls the method; whether the program creates the instances itself is the asker's question.
 */
import type ts from 'typescript';

import { memoPerProgram, type ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall } from '../../typescript/rows-of.js';
import { fixedName, type Frame, frameOf, isCallLike, isStaticMember, peel } from '../../typescript/syntax.js';
import { nodesIn } from '../facts/node-index.js';
import { ancestorsOf } from '../summaries/class-family.js';

import { isLifeCycleEnd } from './life-cycle-end.js';

function membersOf(view: ProgramView, declaration: ts.Declaration): readonly (ts.ClassElement | ts.TypeElement)[] {
  if (view.ts.isClassLike(declaration)) return declaration.members;
  return view.ts.isInterfaceDeclaration(declaration) ? declaration.members : [];
}

/** `module.exports = C`, `module.exports = { C }`, `exports.C = C`: the checker knows no exports of such a file. */
function isExportedByScript(view: ProgramView, declaration: ts.ClassLikeDeclaration): boolean {
  const { ts: tsc } = view;
  const name = declaration.name?.text;
  return nodesIn(tsc, declaration.getSourceFile()).assignments.some(({ left, right }) => {
    if (!/^(?:module\.)?exports\b/u.test(left.getText())) return false;
    if (tsc.isIdentifier(right)) return right.text === name;
    return right === declaration || (tsc.isObjectLiteralExpression(right) && right.properties.some((property) => tsc.isShorthandPropertyAssignment(property) && property.name.text === name));
  });
}

function isExportedClass(view: ProgramView, declaration: ts.ClassLikeDeclaration): boolean {
  const { ts: tsc, checker } = view;
  if ((tsc.getCombinedModifierFlags(declaration) & tsc.ModifierFlags.Export) !== 0) return true;
  const file = checker.getSymbolAtLocation(declaration.getSourceFile());
  if (file === undefined) return isExportedByScript(view, declaration);
  const own = declaration.name === undefined ? undefined : checker.getSymbolAtLocation(declaration.name);
  return checker.getExportsOfModule(file).some((symbol) => own !== undefined && ((symbol.flags & tsc.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol)) === own);
}

/** Whether each instance opens something when it is made that it has to let go of: a client, a server. Nobody makes such an instance for a moment. */
function opensForItself(view: ProgramView, declaration: ts.ClassLikeDeclaration): boolean {
  const { ts: tsc } = view;
  const isOpened = (value: ts.Expression | undefined): boolean => {
    const call = value === undefined ? undefined : peel(tsc, value);
    return call !== undefined && isCallLike(tsc, call) && rowsOfCall(view, call, 'registers').rows.some(({ owned }) => owned === true);
  };
  return declaration.members.some((member) => {
    if (tsc.isPropertyDeclaration(member)) return !isStaticMember(tsc, member) && isOpened(member.initializer);
    if (!tsc.isConstructorDeclaration(member)) return false;
    return nodesIn(tsc, declaration.getSourceFile()).assignments.some(({ left, right }) => frameOf(tsc, left) === member && left.getText().startsWith('this.') && isOpened(right));
  });
}

/** Whether a class is exported to whoever creates instances, and these live until a life-cycle method is called, or as long as what they open. */
export const hasOfferedLife = memoPerProgram<ts.ClassLikeDeclaration, boolean>(
  () => false,
  (view, declaration) => {
    const family = [declaration, ...ancestorsOf(view, declaration)].filter((one) => !one.getSourceFile().isDeclarationFile);
    const lasts = family.some((one) => membersOf(view, one).some((member) => isLifeCycleEnd(view, member)) || (view.ts.isClassLike(one) && opensForItself(view, one)));
    return lasts && isExportedClass(view, declaration);
  },
);

/** The class whose instances offer a method, when code outside the program may call it. */
export function offeringClass(view: ProgramView, frame: Frame): ts.ClassLikeDeclaration | undefined {
  const { ts: tsc } = view;
  if (tsc.isSourceFile(frame)) return undefined;
  const member = tsc.isPropertyDeclaration(frame.parent) ? frame.parent : frame;
  const owner = member.parent;
  if (!tsc.isClassLike(owner) || (!tsc.isMethodDeclaration(member) && (member === frame || !tsc.isPropertyDeclaration(member)))) return undefined;
  if (isStaticMember(tsc, member) || tsc.isPrivateIdentifier(member.name) || fixedName(tsc, member.name) === undefined) return undefined;
  const hidden = (tsc.getCombinedModifierFlags(member) & tsc.ModifierFlags.Private) !== 0;
  return !hidden && !isLifeCycleEnd(view, member) && hasOfferedLife(view, owner) ? owner : undefined;
}
