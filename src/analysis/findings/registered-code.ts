/**
 * Registries of the project's own: functions that keep the code they are handed, as `starting(cb)` does with its list of
 * callbacks. Computes the parameter that is kept and, up the calls, the one where the code comes from: there it is
 * registered. Assumes that what has a call signature is code. Gives up code that is taken out of other containers.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type Frame, isFunctionWithBody, peel } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import type { Edge } from '../graph/edge.js';

function isCallable(view: ProgramView, type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => {
    const element = view.checker.isArrayType(part) ? view.checker.getTypeArguments(part as ts.TypeReference)[0] : undefined;
    return part.getCallSignatures().length > 0 || part.getConstructSignatures().length > 0 || (element !== undefined && isCallable(view, element));
  });
}

/** The parameter of the frame that an expression names, when it is code. */
function codeParameter(view: ProgramView, expression: ts.Expression, frame: Frame): ts.ParameterDeclaration | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, tsc.isSpreadElement(expression) ? expression.expression : expression);
  if (tsc.isObjectLiteralExpression(node)) {
    for (const property of node.properties) {
      const value = tsc.isPropertyAssignment(property) ? property.initializer : tsc.isShorthandPropertyAssignment(property) ? property.name : undefined;
      const found = value === undefined || !tsc.isIdentifier(value) ? undefined : codeParameter(view, value, frame);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!tsc.isIdentifier(node)) return undefined;
  const declaration = declarationAt(view, node);
  if (declaration === undefined || !tsc.isParameter(declaration) || declaration.parent !== frame) return undefined;
  return isCallable(view, view.checker.getTypeAtLocation(node)) ? declaration : undefined;
}

/** Whether a frame has a name to be called by: what is written in place as somebody's callback registers nothing for others. */
function isNamed(view: ProgramView, frame: Frame): boolean {
  const { ts: tsc } = view;
  if (!isFunctionWithBody(tsc, frame)) return false;
  return frame.name !== undefined || tsc.isConstructorDeclaration(frame) || tsc.isVariableDeclaration(frame.parent) || tsc.isPropertyDeclaration(frame.parent) || tsc.isPropertyAssignment(frame.parent);
}

/** The parameter whose code a growth keeps; undefined when it keeps no code of its callers. */
export function keptCode(view: ProgramView, growth: GrowthSite, frame: Frame): ts.ParameterDeclaration | undefined {
  if (!isNamed(view, frame)) return undefined;
  for (const value of growth.values) {
    const parameter = codeParameter(view, value, frame);
    if (parameter !== undefined) return parameter;
  }
  return undefined;
}

/** The call on the way to a growth that names the code to be kept rather than passing on its own parameter. */
export function registeringCall(view: ProgramView, kept: ts.ParameterDeclaration, path: readonly Edge[]): number | undefined {
  let parameter = kept;
  for (let i = path.length - 1; i >= 0; i -= 1) {
    const edge = path[i];
    const index = parameter.parent.parameters.indexOf(parameter);
    const argument = edge?.arguments?.[index];
    if (edge?.pace !== 'call' || argument === undefined) return undefined;
    const above = codeParameter(view, argument, edge.frame);
    if (above === undefined) return i;
    parameter = above;
  }
  return undefined;
}
