/**
 * Whether code fills an empty member of something that it looks up, so that it runs once for each such thing, where the
 * type of the thing is not known: `if (!plugin.log) plugin.log = open(plugin)`. Computes it from the assignments to
 * members of that name anywhere in the program. Assumes that things are told apart by their names alone. Gives up names
 * that are ever emptied, and things that the frame itself makes.
 */
import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { frameOf, widest } from '../../typescript/syntax.js';
import { namesIn } from '../facts/name-index.js';
import { frameOfVariable, isAbsolute } from '../summaries/place.js';
import { placesOf } from '../summaries/places-of.js';

/** The assignments to members of a name, by the name alone. */
function storesUnder(view: ProgramView, name: string): readonly ts.BinaryExpression[] {
  const { ts: tsc } = view;
  return view.files.flatMap((file) =>
    (namesIn(tsc, file).get(name) ?? []).flatMap((id) => {
      const member = tsc.isPropertyAccessExpression(id.parent) && id.parent.name === id ? widest(tsc, id.parent) : undefined;
      const store = member?.parent;
      return store !== undefined && tsc.isBinaryExpression(store) && store.left === member && store.operatorToken.kind === tsc.SyntaxKind.EqualsToken ? [store] : [];
    }),
  );
}

/** Whether a member of something looked up outside the frame is filled where it was found empty, and stays so. */
export function isFilledOnce(view: ProgramView, member: ts.PropertyAccessExpression, guarded: ts.Node, isEmpty: (value: ts.Expression) => boolean): boolean {
  const { ts: tsc } = view;
  const frame = frameOf(tsc, guarded);
  const places = placesOf(view, member);
  const lookedUp = places.every((place) => {
    const { base } = place;
    const outside = isAbsolute(view, place) || (base.kind === 'variable' && frameOfVariable(view, base.declaration) !== frame);
    return outside && place.path.some((step) => step.kind === 'element');
  });
  if (places.length === 0 || !lookedUp) return false;
  const stores = storesUnder(view, member.name.text);
  return !stores.some(({ right }) => isEmpty(right)) && stores.some((store) => frameOf(tsc, store) === frame && store.left.getText() === member.getText());
}
