/**
 * Which lifetime a setting chooses. Computes it from the argument or property that a model names, by the last name
 * written there or by its literal type. Assumes that options are written down as a literal, in place or as a constant.
 * Gives up settings that are computed, and says so: then nothing is known.
 */
import type ts from 'typescript';

import type { Choice, Keep } from '../../models/schema.js';
import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { fixedName, isCallLike, peel } from '../../typescript/syntax.js';
import { initializerOf } from '../summaries/values-of.js';

/** The expression behind a constant's name; any other expression itself. */
function constantValue(view: ProgramView, expression: ts.Expression): ts.Expression {
  const { ts: tsc } = view;
  const node = peel(tsc, expression);
  const declaration = tsc.isIdentifier(node) ? declarationAt(view, node) : undefined;
  if (declaration === undefined || (tsc.getCombinedNodeFlags(declaration) & tsc.NodeFlags.Const) === 0) return node;
  const value = initializerOf(view, declaration);
  return value === undefined ? node : peel(tsc, value);
}

/** The value of a property of an object that is written down, or that a constant names. */
export function propertyOf(view: ProgramView, object: ts.Expression, name: string): ts.Expression | undefined {
  const { ts: tsc } = view;
  const literal = constantValue(view, object);
  if (!tsc.isObjectLiteralExpression(literal)) return undefined;
  const property = literal.properties.find((p) => fixedName(tsc, p.name) === name);
  if (property === undefined) return undefined;
  if (tsc.isPropertyAssignment(property)) return property.initializer;
  return tsc.isShorthandPropertyAssignment(property) ? property.name : undefined;
}

function settingOf(view: ProgramView, start: ts.Expression, names: readonly string[]): ts.Expression | 'hidden' | undefined {
  let current = start;
  for (const name of names) {
    const next = propertyOf(view, current, name);
    if (next === undefined) {
      const written = view.ts.isObjectLiteralExpression(constantValue(view, current));
      return !written && view.checker.getTypeAtLocation(current).getProperty(name) !== undefined ? 'hidden' : undefined;
    }
    current = next;
  }
  return current;
}

function namedIn(view: ProgramView, setting: ts.Expression, of: Choice['of']): Keep | undefined {
  const { ts: tsc } = view;
  const node = constantValue(view, setting);
  const written = tsc.isPropertyAccessExpression(node) ? node.name.text : tsc.isStringLiteralLike(node) ? node.text : undefined;
  if (written !== undefined && of[written] !== undefined) return of[written];
  const type = view.checker.getTypeAtLocation(node);
  const literal = type.isStringLiteral() ? type.value : (type.flags & tsc.TypeFlags.EnumLiteral) === 0 ? undefined : type.getSymbol()?.name;
  return literal === undefined ? undefined : of[literal];
}

/** What a call's arguments, or an object's properties, choose: undefined when they say nothing, `unknown` when they can't be read. */
export function chosenKeep(view: ProgramView, choice: Choice, subject: ts.Expression): Keep | 'unknown' | undefined {
  const { ts: tsc } = view;
  const start = choice.argument === undefined ? subject : isCallLike(tsc, subject) ? subject.arguments?.[choice.argument] : undefined;
  if (start === undefined) return undefined;
  if (choice.unless !== undefined && settingOf(view, start, [choice.unless]) !== undefined) return 'unknown';
  const setting = settingOf(view, start, choice.option?.split('.') ?? []);
  if (setting === undefined) return undefined;
  return setting === 'hidden' ? 'unknown' : (namedIn(view, setting, choice.of) ?? 'unknown');
}
