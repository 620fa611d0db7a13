/**
 * Which of the project's functions a call runs. Computes the bodies behind the name called: functions, methods through
 * interfaces and base classes, arrow fields, object-literal members, constructors. Assumes the checker's resolution;
 * gives up calls through parameters and computed members, which the graph answers from the other side.
 */
import type ts from 'typescript';

import { declarationsAt } from '../../typescript/declaration-of.js';
import { memoPerProgram, type ProgramView } from '../../typescript/program-view.js';
import { type CallLike, type Frame, isFunctionWithBody, peel } from '../../typescript/syntax.js';

import { implementedBy } from './class-family.js';

/** The frame that a declaration's value runs, when the declaration itself says so. */
export function frameOfDeclaration(view: ProgramView, declaration: ts.Declaration): ts.FunctionLikeDeclaration | undefined {
  const { ts: tsc } = view;
  if (isFunctionWithBody(tsc, declaration)) return declaration;
  if (tsc.isShorthandPropertyAssignment(declaration)) {
    const variable = view.checker.getShorthandAssignmentValueSymbol(declaration)?.valueDeclaration;
    return variable === undefined || variable === declaration ? undefined : frameOfDeclaration(view, variable);
  }
  let value: ts.Expression | undefined;
  if (tsc.isVariableDeclaration(declaration) || tsc.isPropertyDeclaration(declaration) || tsc.isPropertyAssignment(declaration)) {
    value = declaration.initializer;
  } else if (tsc.isExportAssignment(declaration)) {
    value = declaration.expression;
  } else if (tsc.isPropertyAccessExpression(declaration) && tsc.isBinaryExpression(declaration.parent)) {
    value = declaration.parent.right;
  } else if (tsc.isBinaryExpression(declaration)) {
    value = declaration.right;
  }
  if (value === undefined) return undefined;
  const peeled = peel(tsc, value);
  return isFunctionWithBody(tsc, peeled) ? peeled : undefined;
}

/** The constructor a class runs when created, its own or inherited; undefined when none is written. */
export function constructorOf(view: ProgramView, declaration: ts.ClassLikeDeclaration): ts.ConstructorDeclaration | undefined {
  const { ts: tsc } = view;
  let current: ts.ClassLikeDeclaration | undefined = declaration;
  for (let depth = 0; current !== undefined && depth < 8; depth += 1) {
    const own = current.members.find((m): m is ts.ConstructorDeclaration => tsc.isConstructorDeclaration(m) && m.body !== undefined);
    if (own !== undefined) return own;
    const base: ts.ExpressionWithTypeArguments | undefined = current.heritageClauses?.find((c) => c.token === tsc.SyntaxKind.ExtendsKeyword)?.types[0];
    current = base === undefined ? undefined : declarationsAt(view, base.expression).find((d) => tsc.isClassLike(d));
  }
  return undefined;
}

/** The class a `new` expression creates, when it is the project's own. */
export function createdClass(view: ProgramView, node: ts.Expression): ts.ClassLikeDeclaration | undefined {
  const { ts: tsc } = view;
  if (!tsc.isNewExpression(node)) return undefined;
  const callee = peel(tsc, node.expression);
  if (callee.kind === tsc.SyntaxKind.ThisKeyword) return undefined;
  const name = tsc.isPropertyAccessExpression(callee) ? callee.name : callee;
  for (const declaration of declarationsAt(view, name)) {
    if (tsc.isClassLike(declaration)) return declaration;
    if (tsc.isVariableDeclaration(declaration) && declaration.initializer !== undefined && tsc.isClassExpression(declaration.initializer)) return declaration.initializer;
  }
  return undefined;
}

/** The frames of the project that a call or `new` may run, in a fixed order; empty when none is known. */
export const calleesOf = memoPerProgram<CallLike, readonly Frame[]>(
  () => [],
  (view, call) => {
    const { ts: tsc } = view;
    if (tsc.isNewExpression(call)) {
      const created = createdClass(view, call);
      const constructor = created === undefined ? undefined : constructorOf(view, created);
      return constructor === undefined ? [] : [constructor];
    }
    const callee = peel(tsc, call.expression);
    if (isFunctionWithBody(tsc, callee)) return [callee];
    if (callee.kind === tsc.SyntaxKind.SuperKeyword) {
      const owner = superClassOf(view, call);
      const constructor = owner === undefined ? undefined : constructorOf(view, owner);
      return constructor === undefined ? [] : [constructor];
    }
    const name = tsc.isPropertyAccessExpression(callee) ? callee.name : tsc.isIdentifier(callee) ? callee : undefined;
    if (name === undefined) return [];
    const declarations = declarationsAt(view, name).flatMap((d) => implementedBy(view, d));
    return [...new Set(declarations.flatMap((d) => frameOfDeclaration(view, d) ?? []))];
  },
);

function superClassOf(view: ProgramView, node: ts.Node): ts.ClassLikeDeclaration | undefined {
  const { ts: tsc } = view;
  let current: ts.Node = node;
  while (!tsc.isClassLike(current) && !tsc.isSourceFile(current)) current = current.parent;
  if (tsc.isSourceFile(current)) return undefined;
  const base = current.heritageClauses?.find((c) => c.token === tsc.SyntaxKind.ExtendsKeyword)?.types[0];
  return base === undefined ? undefined : declarationsAt(view, base.expression).find((d) => tsc.isClassLike(d));
}
