/**
 * What is ever stored in a variable or field that only the code in sight can write. Computes it from the initializer and
 * all assignments. Gives up values of which nothing can be told, fields that others see, what decorators may fill, parameters, and what is written in ways
 * that do not name it.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { peel } from '../../typescript/syntax.js';
import { referencesOf } from '../summaries/references.js';
import { valuesOf } from '../summaries/values-of.js';

import { isPatternTarget } from './pattern-target.js';
import { isWrittenUnnamed } from './written-unnamed.js';

function isVariable({ ts: tsc }: ProgramView, declaration: ts.Declaration): boolean {
  if (!tsc.isVariableDeclaration(declaration) || !tsc.isIdentifier(declaration.name) || !tsc.isVariableDeclarationList(declaration.parent)) return false;
  const { parent } = declaration.parent;
  return tsc.isVariableStatement(parent) && (tsc.getCombinedModifierFlags(declaration) & tsc.ModifierFlags.Ambient) === 0;
}

function isPrivateField({ ts: tsc }: ProgramView, declaration: ts.Declaration): boolean {
  if (!tsc.isPropertyDeclaration(declaration) || (tsc.getDecorators(declaration)?.length ?? 0) > 0) return false;
  const flags = tsc.getCombinedModifierFlags(declaration);
  return (flags & tsc.ModifierFlags.Ambient) === 0 && ((flags & tsc.ModifierFlags.Private) !== 0 || tsc.isPrivateIdentifier(declaration.name));
}

/** The calls whose outcome is a number of known range. */
export const searches: ReadonlySet<string> = new Set(['findIndex', 'findLastIndex', 'indexOf', 'lastIndexOf']);

/** Whether the form of a stored value lets anything be said of it. */
function isTellable({ ts: tsc }: ProgramView, value: ts.Expression): boolean {
  const node = peel(tsc, value);
  if (tsc.isCallExpression(node)) return tsc.isPropertyAccessExpression(node.expression) && searches.has(node.expression.name.text);
  return (
    tsc.isLiteralExpression(node) || tsc.isToken(node) || tsc.isIdentifier(node) || tsc.isPropertyAccessExpression(node) ||
    tsc.isPrefixUnaryExpression(node) || tsc.isBinaryExpression(node) || tsc.isConditionalExpression(node)
  );
}

/** All values stored, with `nothing` for a start without one; undefined when others may store too, or what is stored tells nothing. */
export function storesSeen(view: ProgramView, declaration: ts.Declaration): readonly (ts.Expression | 'nothing')[] | undefined {
  const { ts: tsc } = view;
  const isField = isPrivateField(view, declaration);
  if (!isField && !isVariable(view, declaration)) return undefined;
  if (referencesOf(view, declaration).some((reference) => isPatternTarget(tsc, reference))) return undefined;
  const stored = valuesOf(view, declaration);
  if (!stored.every(({ value }) => isTellable(view, value))) return undefined;
  const name = tsc.getNameOfDeclaration(declaration);
  if (isField && name !== undefined && isWrittenUnnamed(view, name.getText())) return undefined;
  return [...(stored.some(({ at }) => at === declaration) ? [] : (['nothing'] as const)), ...stored.map(({ value }) => value)];
}
