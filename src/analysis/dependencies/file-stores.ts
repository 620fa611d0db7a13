import type ts from 'typescript';

import { peel } from '../../typescript/syntax.js';
import { perFile } from '../facts/per-file.js';

import { literalKey } from './literal-key.js';
import { bindingAt } from './scope.js';

/** A value stored in a variable; `updates` says that the new one is made from the old. */
export interface VariableStore {
  readonly value: ts.Expression;
  readonly at: ts.BinaryExpression;
  readonly updates: boolean;
}

/** A value stored under a fixed name: `object.name = value`. */
export interface MemberStore {
  readonly object: ts.Expression;
  readonly name: string;
  readonly value: ts.Expression;
}

/** All assignments of a file, in source order. */
export interface FileStores {
  readonly variables: ReadonlyMap<ts.Declaration, readonly VariableStore[]>;
  readonly members: readonly MemberStore[];
}

/** What a file assigns to its variables and to fixed members, by shape. */
export const storesIn = perFile((tsc, file: ts.SourceFile): FileStores => {
  const variables = new Map<ts.Declaration, VariableStore[]>();
  const members: MemberStore[] = [];
  const assignments: ts.BinaryExpression[] = [];
  const pending: ts.Node[] = [file];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    tsc.forEachChild(node, (child) => {
      pending.push(child);
    });
    const { FirstAssignment, LastAssignment } = tsc.SyntaxKind;
    if (tsc.isBinaryExpression(node) && node.operatorToken.kind >= FirstAssignment && node.operatorToken.kind <= LastAssignment) assignments.push(node);
  }
  for (const at of assignments.sort((a, b) => a.pos - b.pos)) {
    const target = peel(tsc, at.left);
    if (tsc.isIdentifier(target)) {
      const binding = bindingAt(tsc, target);
      const { EqualsToken, QuestionQuestionEqualsToken, BarBarEqualsToken } = tsc.SyntaxKind;
      const updates = ![EqualsToken, QuestionQuestionEqualsToken, BarBarEqualsToken].includes(at.operatorToken.kind);
      if (binding !== undefined) variables.set(binding, [...(variables.get(binding) ?? []), { value: at.right, at, updates }]);
      continue;
    }
    const name = tsc.isPropertyAccessExpression(target) ? target.name.text : tsc.isElementAccessExpression(target) ? literalKey(tsc, target) : undefined;
    if (name !== undefined && (tsc.isPropertyAccessExpression(target) || tsc.isElementAccessExpression(target))) members.push({ object: target.expression, name, value: at.right });
  }
  return { variables, members };
});
