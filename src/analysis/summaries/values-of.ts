/**
 * What is ever stored in a variable or field. Computes the initializer and the right-hand sides of all assignments.
 * Assumes assignments are written by name; gives up destructuring assignments and `Object.assign` onto the owner.
 */
import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { memoPerProgram, type ProgramView } from '../../typescript/program-view.js';

import { storesTo } from './references.js';

/** One store: the value; for `n += 1` and `n++` the updating expression itself. */
export interface StoredValue {
  readonly value: ts.Expression;
  /** The assignment, or the declaration for an initializer. */
  readonly at: ts.Node;
}

/** The initializer of a declaration, if it has one that is its value. */
export function initializerOf(view: ProgramView, declaration: ts.Declaration): ts.Expression | undefined {
  const { ts: tsc } = view;
  if (tsc.isVariableDeclaration(declaration) || tsc.isPropertyDeclaration(declaration) || tsc.isPropertyAssignment(declaration)) {
    return declaration.initializer;
  }
  if (tsc.isExportAssignment(declaration)) return declaration.expression;
  if (tsc.isPropertyAccessExpression(declaration) && tsc.isBinaryExpression(declaration.parent) && declaration.parent.left === declaration) {
    return declaration.parent.right;
  }
  return undefined;
}

function isConst(view: ProgramView, declaration: ts.Declaration): boolean {
  return (view.ts.getCombinedNodeFlags(declaration) & view.ts.NodeFlags.Const) !== 0;
}

function plainStores(tsc: Compiler): readonly ts.SyntaxKind[] {
  return [tsc.SyntaxKind.EqualsToken, tsc.SyntaxKind.QuestionQuestionEqualsToken, tsc.SyntaxKind.BarBarEqualsToken];
}

/** Everything stored in a variable or field, initializer first, then assignments in program order. */
export const valuesOf = memoPerProgram<ts.Declaration, readonly StoredValue[]>(
  () => [],
  (view, declaration) => {
    const { ts: tsc } = view;
    const initializer = initializerOf(view, declaration);
    const initial = initializer === undefined ? [] : [{ value: initializer, at: declaration }];
    if (isConst(view, declaration)) return initial;
    const assigned = storesTo(view, declaration).flatMap((reference): readonly StoredValue[] => {
      const { parent } = reference;
      if (tsc.isPrefixUnaryExpression(parent) || tsc.isPostfixUnaryExpression(parent)) {
        const steps = parent.operator === tsc.SyntaxKind.PlusPlusToken || parent.operator === tsc.SyntaxKind.MinusMinusToken;
        return steps ? [{ value: parent, at: parent }] : [];
      }
      if (!tsc.isBinaryExpression(parent) || parent.left !== reference || parent.right === initializer) return [];
      const operator = parent.operatorToken.kind;
      if (plainStores(tsc).includes(operator)) return [{ value: parent.right, at: parent }];
      const updates = operator >= tsc.SyntaxKind.FirstCompoundAssignment && operator <= tsc.SyntaxKind.LastCompoundAssignment;
      return updates ? [{ value: parent, at: parent }] : [];
    });
    return [...initial, ...assigned];
  },
);
