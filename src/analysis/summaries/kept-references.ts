/**
 * Where the project gets hold of a container that a dependency keeps. Computes the calls of the dependency's functions
 * that hand it out. Assumes they are called by a name that is imported.
 */
import type ts from 'typescript';

import { perProgram, type ProgramView } from '../../typescript/program-view.js';
import { isSameKeptContainer, type KeptContainer } from '../../terms/kept-container.js';
import { importedCallsIn } from '../facts/imported-calls.js';

import type { Segment } from './place.js';
import { placesOf } from './places-of.js';

const handedOut = perProgram((view) =>
  view.files.flatMap((file) =>
    importedCallsIn(view.ts, file).flatMap((call) => placesOf(view, call).flatMap((place) => (place.base.kind === 'kept' ? [{ call, place, container: place.base.container }] : []))),
  ),
);

/** The calls that evaluate to something in the container, each with the path from the container to it. */
export function keptReferencesOf(view: ProgramView, container: KeptContainer): readonly { readonly call: ts.CallExpression; readonly path: readonly Segment[] }[] {
  return handedOut(view)
    .filter((found) => isSameKeptContainer(found.container, container))
    .map(({ call, place }) => ({ call, path: place.path }));
}
