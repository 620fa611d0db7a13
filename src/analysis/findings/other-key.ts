import type ts from 'typescript';

import { containerKindOf } from '../../typescript/container-kind.js';
import type { ProgramView } from '../../typescript/program-view.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { samePlace } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';

import { isNewIdentity } from './new-identity.js';
import { valueKind } from './value-kind.js';
import type { VainRelease } from './vain-release.js';

/** The removal of a key, from a map or set, that cannot be the one which a growth stores under: made anew, or of another kind of value. */
export function otherKeyOf(view: ProgramView, growth: GrowthSite, release: ts.Node): VainRelease | undefined {
  const { ts: tsc } = view;
  if (!tsc.isCallExpression(release) || !tsc.isPropertyAccessExpression(release.expression) || release.expression.name.text !== 'delete') return undefined;
  const kind = containerKindOf(view, release.expression.expression);
  const [key] = release.arguments;
  const added = kind === 'map' ? growth.key : growth.values[0];
  if ((kind !== 'map' && kind !== 'set') || key === undefined || added === undefined) return undefined;
  const asked = placesOf(view, release.expression.expression);
  if (!placesOf(view, growth.container).some((place) => asked.some((other) => samePlace(place, other)))) return undefined;
  if (isNewIdentity(view, key)) return { kind: 'other-key', release, key, why: 'is made anew and is nothing else' };
  const given = valueKind(view, key);
  const stored = given === undefined ? undefined : valueKind(view, added);
  return stored === undefined || stored === given ? undefined : { kind: 'other-key', release, key, why: `is ${given ?? ''}, what was added ${stored}` };
}
