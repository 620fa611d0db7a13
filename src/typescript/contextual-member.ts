import type ts from 'typescript';

import type { ProgramView } from './program-view.js';
import { fixedName } from './syntax.js';
import { writtenArgument } from './written-member.js';
import { memberNamed } from './written-type.js';

/** The member that a property of an object literal is written for, in the type that is expected of the literal or in one of several. */
export function contextualMember(view: ProgramView, literal: ts.ObjectLiteralExpression, name: ts.PropertyName | undefined): ts.Symbol | undefined {
  const fixed = fixedName(view.ts, name);
  const written = fixed === undefined ? undefined : writtenArgument(view, literal);
  const known = written === undefined || fixed === undefined ? undefined : memberNamed(view, written, view.ts.escapeLeadingUnderscores(fixed));
  if (known !== undefined) return known.symbol;
  const type = fixed === undefined ? undefined : view.checker.getContextualType(literal);
  if (type === undefined || fixed === undefined) return undefined;
  const whole = type.getProperty(fixed);
  if (whole !== undefined || !type.isUnion()) return whole;
  return type.types.map((part) => part.getProperty(fixed)).find((member) => member !== undefined);
}
