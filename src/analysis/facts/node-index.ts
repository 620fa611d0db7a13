import type ts from 'typescript';

import { perFile } from './per-file.js';

/** A name as it is written: an identifier or a private name. */
export type Name = ts.Identifier | ts.PrivateIdentifier;

/** A class or interface with a heritage clause. */
export type Heir = ts.ClassLikeDeclaration | ts.InterfaceDeclaration;

/** The nodes of a file that questions start from, each kind in source order. */
export interface NodeIndex {
  readonly names: ReadonlyMap<string, readonly Name[]>;
  readonly assignments: readonly ts.BinaryExpression[];
  readonly calls: readonly ts.CallExpression[];
  readonly heirs: readonly Heir[];
  /** The texts by which the file names other modules, in imports of any form. */
  readonly specifiers: readonly ts.StringLiteralLike[];
}

/**
 * One walk over a file for all who look for nodes by their kind: several walks would cost more than what they look for.
 * Keeps its own stack, since generated code nests deeper than calls can.
 */
export const nodesIn = perFile((tsc, file: ts.SourceFile): NodeIndex => {
  const { SyntaxKind } = tsc;
  const names = new Map<string, Name[]>();
  const assignments: ts.BinaryExpression[] = [];
  const calls: ts.CallExpression[] = [];
  const heirs: Heir[] = [];
  const specifiers: ts.StringLiteralLike[] = [];
  const specify = (node: ts.Node | undefined): void => {
    if (node !== undefined && tsc.isStringLiteralLike(node)) specifiers.push(node);
  };
  const take = (node: ts.Node): void => {
    switch (node.kind) {
      case SyntaxKind.Identifier:
      case SyntaxKind.PrivateIdentifier: {
        const name = node as Name;
        const places = names.get(name.text);
        if (places === undefined) names.set(name.text, [name]);
        else places.push(name);
        return;
      }
      case SyntaxKind.CallExpression: {
        const call = node as ts.CallExpression;
        calls.push(call);
        if (call.expression.kind === SyntaxKind.ImportKeyword) specify(call.arguments[0]);
        return;
      }
      case SyntaxKind.BinaryExpression: {
        const binary = node as ts.BinaryExpression;
        const operator = binary.operatorToken.kind;
        if (operator >= SyntaxKind.FirstAssignment && operator <= SyntaxKind.LastAssignment) assignments.push(binary);
        return;
      }
      case SyntaxKind.ClassDeclaration:
      case SyntaxKind.ClassExpression:
      case SyntaxKind.InterfaceDeclaration:
        if ((node as Heir).heritageClauses !== undefined) heirs.push(node as Heir);
        return;
      case SyntaxKind.ImportDeclaration:
      case SyntaxKind.ExportDeclaration:
        specify((node as ts.ExportDeclaration | ts.ImportDeclaration).moduleSpecifier);
        return;
      case SyntaxKind.ExternalModuleReference:
        specify((node as ts.ExternalModuleReference).expression);
        return;
      case SyntaxKind.ImportType: {
        const { argument } = node as ts.ImportTypeNode;
        specify(tsc.isLiteralTypeNode(argument) ? argument.literal : undefined);
        return;
      }
      default:
    }
  };
  const pending: ts.Node[] = [file];
  const push = (child: ts.Node): void => {
    pending.push(child);
  };
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    take(node);
    const children = pending.length;
    tsc.forEachChild(node, push);
    reverseFrom(pending, children);
  }
  return { names, assignments, calls, heirs, specifiers };
});

/** Turns the end of a stack around, so that what was pushed first comes out first. */
function reverseFrom(stack: ts.Node[], start: number): void {
  for (let low = start, high = stack.length - 1; low < high; low += 1, high -= 1) {
    const [a, b] = [stack[low], stack[high]];
    if (a === undefined || b === undefined) return;
    stack[low] = b;
    stack[high] = a;
  }
}
