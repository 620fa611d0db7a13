import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfTypeItself } from '../../typescript/rows-of.js';
import { peel } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';

/** Something that a function was given and that ends by itself, as the models know. */
export interface GivenEnding {
  readonly node: ts.Identifier;
  readonly parameter: ts.ParameterDeclaration;
  /** The event that tells its end. */
  readonly always: string;
}

/** The parts of a value that are what a name stands for, and nothing made of it. */
function namesIn({ ts: tsc }: ProgramView, value: ts.Expression): readonly ts.Identifier[] {
  const node = peel(tsc, value);
  if (tsc.isIdentifier(node)) return [node];
  if (!tsc.isObjectLiteralExpression(node)) return [];
  return node.properties.flatMap((property) => {
    if (tsc.isShorthandPropertyAssignment(property)) return [property.name];
    const part = tsc.isPropertyAssignment(property) ? peel(tsc, property.initializer) : undefined;
    return part !== undefined && tsc.isIdentifier(part) ? [part] : [];
  });
}

function endingAt(view: ProgramView, node: ts.Identifier): readonly GivenEnding[] {
  const { ts: tsc, checker } = view;
  const declaration = tsc.isShorthandPropertyAssignment(node.parent) ? checker.getShorthandAssignmentValueSymbol(node.parent)?.valueDeclaration : declarationAt(view, node);
  if (declaration === undefined || !tsc.isParameter(declaration)) return [];
  return rowsOfTypeItself(view, checker.getTypeAtLocation(node), 'ends').map(({ always }) => ({ node, parameter: declaration, always }));
}

/** What a growth puts under a key of what its function was given, itself or in an object made for it. */
export function givenEndingsIn(view: ProgramView, { key, registers, values }: GrowthSite): readonly GivenEnding[] {
  if (key === undefined || registers !== undefined) return [];
  return values.flatMap((value) => namesIn(view, value)).flatMap((name) => endingAt(view, name));
}
