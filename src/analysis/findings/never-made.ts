import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { peel } from '../../typescript/syntax.js';
import { namesIn } from '../facts/name-index.js';
import { heirsOf } from '../summaries/class-family.js';
import { referencesOf } from '../summaries/references.js';

function isExported({ ts: tsc }: ProgramView, declaration: ts.ClassDeclaration): boolean {
  if ((tsc.getCombinedModifierFlags(declaration) & tsc.ModifierFlags.Export) !== 0) return true;
  const names = namesIn(tsc, declaration.getSourceFile()).get(declaration.name?.text ?? '') ?? [];
  return names.some(({ parent }) => tsc.isExportSpecifier(parent) || tsc.isExportAssignment(parent));
}

/** Whether a module only ever asks for instances of a class of its own, so that there are none: it makes none, and hands the class to nobody. */
export function isNeverMade(view: ProgramView, named: ts.Expression): boolean {
  const { ts: tsc } = view;
  const node = peel(tsc, named);
  const declaration = tsc.isIdentifier(node) ? declarationAt(view, node) : undefined;
  if (declaration === undefined || !tsc.isClassDeclaration(declaration) || isExported(view, declaration)) return false;
  if (heirsOf(view, declaration).length > 0 || (tsc.getDecorators(declaration)?.length ?? 0) > 0) return false;
  return referencesOf(view, declaration).every(({ parent }) => tsc.isBinaryExpression(parent) && parent.operatorToken.kind === tsc.SyntaxKind.InstanceOfKeyword);
}
