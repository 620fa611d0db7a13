/**
 * Whether a registration ends with something that it is made for. Computes the calls that end the argument which the model
 * names. Assumes that whoever else gets the argument may end it. Gives up arguments that callers hand over.
 */
import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type CallLike, isCallLike, peel } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';

import { handleFlow } from './handle-flow.js';
import { keptBy } from './kept-handle.js';
import { memberCall } from './member-call.js';
import type { Shrinks } from './shrinks-of.js';

/** The calls that end what the registration ends with; `complete` is false when somebody out of sight may end it too. */
export function endedWithArgument(view: ProgramView, { node, registers }: GrowthSite): Shrinks {
  const { ts: tsc } = view;
  const ended = registers?.undone?.withArgument;
  const argument = ended === undefined ? undefined : (node as CallLike).arguments?.[ended.argument];
  if (ended === undefined || argument === undefined) return { sites: [], complete: true };
  const made = peel(tsc, argument);
  const declaration = tsc.isIdentifier(made) ? declarationAt(view, made) : undefined;
  if (tsc.isNewExpression(made)) return { sites: [], complete: true };
  if (declaration === undefined || !tsc.isVariableDeclaration(declaration)) return { sites: [], complete: false };
  const { sightings, complete } = handleFlow(view, { declarations: [declaration] });
  const sites = sightings.flatMap(({ expression, path }) => (path.length === 0 ? (memberCall(view, expression, ended.members) ?? []) : []));
  const given = sightings.some((sighting) => {
    const taker = sighting.expression.parent;
    return keptBy(view, sighting) !== undefined || (isCallLike(tsc, taker) && taker.expression !== sighting.expression && taker !== node);
  });
  return { sites, complete: complete && !given };
}
