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

function isStoredUnnamed(view: ProgramView, declaration: ts.Declaration): boolean {
  const name = isPrivateField(view, declaration) ? view.ts.getNameOfDeclaration(declaration) : undefined;
  return name !== undefined && isWrittenUnnamed(view, name.getText());
}

/**
 * What all values stored come to together, with `nothing` for a start without one; undefined when others may store too, or
 * when what is stored tells nothing. Whether a key may stand for the name is asked last: it takes the types of many objects.
 */
export function fromStoresSeen<T>(
  view: ProgramView,
  declaration: ts.Declaration,
  conclude: (stores: readonly (ts.Expression | 'nothing')[]) => T | undefined,
): T | undefined {
  if (!isPrivateField(view, declaration) && !isVariable(view, declaration)) return undefined;
  if (referencesOf(view, declaration).some((reference) => isPatternTarget(view.ts, reference))) return undefined;
  const stored = valuesOf(view, declaration);
  if (!stored.every(({ value }) => isTellable(view, value))) return undefined;
  const conclusion = conclude([...(stored.some(({ at }) => at === declaration) ? [] : (['nothing'] as const)), ...stored.map(({ value }) => value)]);
  return conclusion === undefined || isStoredUnnamed(view, declaration) ? undefined : conclusion;
}
