import type ts from 'typescript';

import { symbolAt } from './declaration-of.js';
import type { ProgramView } from './program-view.js';
import { rowsOfDeclaration } from './rows-of.js';
import { isCallLike } from './syntax.js';
import { writtenType } from './written-member.js';
import { deepest } from './written-type.js';

/** What an alias stands for, when no model knows it by its name. */
function ofUnknownAlias(view: ProgramView, reference: ts.TypeReferenceNode): ts.TypeNode | undefined {
  const [declaration, ...others] = symbolAt(view, reference.typeName)?.declarations ?? [];
  if (declaration === undefined || others.length > 0 || !view.ts.isTypeAliasDeclaration(declaration)) return undefined;
  return rowsOfDeclaration(view, declaration, 'handles').length > 0 ? undefined : declaration.type;
}

/** A function type written in place or behind an alias, which has no name that a model could know it by. */
function isPlain(view: ProgramView, type: ts.TypeNode | undefined, depth = 0): boolean {
  const { ts: tsc } = view;
  if (type === undefined || depth > deepest) return false;
  if (tsc.isParenthesizedTypeNode(type)) return isPlain(view, type.type, depth);
  if (tsc.isTypeReferenceNode(type)) return isPlain(view, ofUnknownAlias(view, type), depth + 1);
  if (!tsc.isUnionTypeNode(type)) return tsc.isFunctionTypeNode(type);
  return type.types.every((part) => isPlain(view, part, depth) || part.kind === tsc.SyntaxKind.UndefinedKeyword || tsc.isLiteralTypeNode(part));
}

function calleeOf(view: ProgramView, call: ts.CallExpression | ts.NewExpression): ts.Symbol | undefined {
  const { ts: tsc } = view;
  const callee = call.expression;
  if (tsc.isNewExpression(call)) return writtenType(view, callee)?.symbol.members?.get(tsc.InternalSymbolName.New);
  if (tsc.isPropertyAccessExpression(callee)) return symbolAt(view, callee.name);
  return tsc.isIdentifier(callee) ? symbolAt(view, callee) : undefined;
}

/** Whether a function is handed to one of the language's own, as in `list.map(f)` and `new Promise(f)`: nothing there begins a turn. */
export function isCallbackOfLanguage(view: ProgramView, node: ts.Expression): boolean {
  const call = node.parent;
  if (!isCallLike(view.ts, call) || call.expression === node) return false;
  const declarations = calleeOf(view, call)?.declarations ?? [];
  return declarations.length > 0 && declarations.every((declaration) => view.program.isSourceFileDefaultLibrary(declaration.getSourceFile()));
}

/**
 * Whether a function is an argument for a parameter that every declaration of the callee gives a function type which no
 * model knows. Costs far less than the contextual type, which a call has to be resolved for.
 */
export function isPlainCallback(view: ProgramView, node: ts.Expression): boolean {
  const { ts: tsc } = view;
  const call = node.parent;
  if (!isCallLike(tsc, call)) return false;
  const index = call.arguments?.indexOf(node) ?? -1;
  const declarations = index < 0 ? undefined : calleeOf(view, call)?.declarations;
  if (declarations === undefined) return false;
  return declarations.every((declaration) => {
    if (!tsc.isFunctionLike(declaration)) return false;
    const parameters = declaration.parameters.filter((parameter) => parameter.name.getText() !== 'this');
    return isPlain(view, parameters[index]?.type);
  });
}
