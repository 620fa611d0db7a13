/**
 * What a call of a dependency's function gives back. Computes the containers that the dependency keeps, and the arguments
 * it returns, from the summary of its code. Assumes that only containers are worth asking for: reading a dependency's
 * code costs time. Packages with a model are taken to be described by it.
 */
import type ts from 'typescript';

import { holdsContainers } from '../../typescript/holds-containers.js';
import type { ProgramView } from '../../typescript/program-view.js';
import type { KeptContainer } from '../../terms/kept-container.js';
import { importedPackageOf } from '../dependencies/call-target.js';
import { dependencyCallOf, type KnownPackage } from '../dependencies/dependency-call.js';
import { anyElement, type KeptVariable } from '../dependencies/dependency-summary.js';

import { elementStep, type Place, type Segment, within } from './place.js';

/** A dependency's variable as the engine names it. */
export function keptContainer({ source }: KnownPackage, { file, name, start, end, line, column }: KeptVariable): KeptContainer {
  return { package: source.manifest.name, folder: source.root, name, site: { file: `${source.root}/${file}`, start, end, line, column } };
}

/** The steps of a dependency's place as segments of a path. */
export function segmentsOf(steps: readonly string[], declared: (name: string) => ts.Declaration | undefined): readonly Segment[] {
  return steps.map((step, i) => (step === anyElement ? elementStep() : { kind: 'field', name: step, declaration: i === 0 ? declared(step) : undefined }));
}

function nothingDeclared(): undefined {
  return undefined;
}

/** The places that a dependency's function hands out; empty when it makes something new, or nobody knows. */
export function dependencyPlaces(view: ProgramView, call: ts.CallExpression, read: (expression: ts.Expression) => readonly Place[]): readonly Place[] {
  const name = importedPackageOf(view, call);
  if (name === undefined || view.models.get(name) !== undefined || !holdsContainers(view, call)) return [];
  const found = dependencyCallOf(view, call);
  if (found === undefined) return [];
  return found.summary.effects.flatMap((effect): readonly Place[] => {
    if (effect.kind !== 'return' || typeof effect.of === 'string') return [];
    const { root, steps } = effect.of;
    const path = segmentsOf(steps, nothingDeclared);
    if (typeof root === 'object') return [{ base: { kind: 'kept', container: keptContainer(found.package, root) }, path }];
    const argument = root === 'this' ? undefined : call.arguments[root];
    return argument === undefined || view.ts.isSpreadElement(argument) ? [] : read(argument).map((place) => within(place, path));
  });
}
