/**
 * Whether what a program remembers decides that code runs. Computes it from the conditions on the code, and the `switch`
 * it stands in: a test of a variable or field that is written as the program goes, of a container that outlives the run,
 * or by a function of the project. Assumes that settings, which only constructors and declarations write, decide the same
 * every time. Gives up what the test means: it may keep a second run out.
 */
import type ts from 'typescript';

import { containerKindOf } from '../../typescript/container-kind.js';
import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { isForeign } from '../../typescript/rows-of.js';
import { around, type Frame, frameOf, isCallLike } from '../../typescript/syntax.js';
import { conditionsOn } from '../facts/conditions-on.js';
import { calleesOf } from '../summaries/callees-of.js';
import { frameOfVariable, isAbsolute } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';
import { valuesOf } from '../summaries/values-of.js';

/** Whether an expression names something that was there before the frame ran. */
function outlivesRun(view: ProgramView, expression: ts.Expression, frame: Frame): boolean {
  return placesOf(view, expression).some((place) => {
    const { base } = place;
    if (isAbsolute(view, place) || base.kind === 'this') return true;
    return base.kind === 'variable' && frameOfVariable(view, base.declaration) !== frame;
  });
}

/** Whether anything but declarations and constructors writes what a declaration names. */
function isWrittenLater(view: ProgramView, declaration: ts.Declaration): boolean {
  return valuesOf(view, declaration).some(({ at }) => at !== declaration && !view.ts.isConstructorDeclaration(frameOf(view.ts, at)));
}

/** A name in a test, or the last one of a chain of members. */
function isState(view: ProgramView, name: ts.Identifier | ts.PropertyAccessExpression, frame: Frame): boolean {
  const { ts: tsc } = view;
  const declaration = declarationAt(view, tsc.isPropertyAccessExpression(name) ? name.name : name);
  if (declaration === undefined || !outlivesRun(view, name, frame)) return false;
  if (isForeign(declaration)) return tsc.isPropertyAccessExpression(name) && outlivesRun(view, name.expression, frame);
  return isWrittenLater(view, declaration);
}

function asksState(view: ProgramView, node: ts.Node, frame: Frame): boolean {
  const { ts: tsc } = view;
  if (tsc.isIdentifier(node)) {
    const declaration = declarationAt(view, node);
    const initializer = declaration !== undefined && tsc.isVariableDeclaration(declaration) && frameOf(tsc, declaration) === frame ? declaration.initializer : undefined;
    return isState(view, node, frame) || (initializer !== undefined && asksState(view, initializer, frame));
  }
  if (tsc.isPropertyAccessExpression(node)) return isState(view, node, frame);
  if (tsc.isElementAccessExpression(node) && outlivesRun(view, node.expression, frame)) return true;
  if (!isCallLike(tsc, node)) return tsc.forEachChild(node, (child) => asksState(view, child, frame) || undefined) ?? false;
  if (calleesOf(view, node).length > 0) return true;
  const receiver = tsc.isPropertyAccessExpression(node.expression) ? [node.expression.expression] : [];
  const asked = [...receiver, ...(node.arguments ?? [])];
  return asked.some((part) => (containerKindOf(view, part) === undefined ? asksState(view, part, frame) : outlivesRun(view, part, frame)));
}

/** Whether a test that the node depends on, inside its frame, asks for what the program remembers. */
export function isStateGuarded(view: ProgramView, node: ts.Node): boolean {
  const { ts: tsc } = view;
  const frame = frameOf(tsc, node);
  if (conditionsOn(tsc, node, frame).some(({ test }) => asksState(view, test, frame))) return true;
  for (const outer of around(node)) {
    if (outer === frame) return false;
    if (tsc.isSwitchStatement(outer) && asksState(view, outer.expression, frame)) return true;
  }
  return false;
}
