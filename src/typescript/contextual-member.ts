import type ts from 'typescript';

import type { ProgramView } from './program-view.js';
import { fixedName } from './syntax.js';

/** The member that a property of an object literal is written for, in the type that is expected of the literal or in one of several. */
export function contextualMember(view: ProgramView, literal: ts.ObjectLiteralExpression, name: ts.PropertyName | undefined): ts.Symbol | undefined {
  const fixed = fixedName(view.ts, name);
  const type = fixed === undefined ? undefined : view.checker.getContextualType(literal);
  if (type === undefined || fixed === undefined) return undefined;
  const whole = type.getProperty(fixed);
  if (whole !== undefined || !type.isUnion()) return whole;
  return type.types.map((part) => part.getProperty(fixed)).find((member) => member !== undefined);
}
