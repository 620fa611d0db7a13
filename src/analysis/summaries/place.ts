import type ts from 'typescript';

import { perProgram, type ProgramView } from '../../typescript/program-view.js';
import { type Frame, frameOf } from '../../typescript/syntax.js';
import { isSameKeptContainer, type KeptContainer } from '../../terms/kept-container.js';

/** One step from a value to something it holds. */
export type Segment =
  /** A named property; the declaration is known when the checker is. */
  | { readonly kind: 'field'; readonly name: string; readonly declaration: ts.Declaration | undefined }
  /** Any element, entry or dynamically named property. */
  | { readonly kind: 'element' }
  /** A variable that a closure keeps. */
  | { readonly kind: 'captured'; readonly declaration: ts.Declaration }
  /** The `this` that a closure keeps. */
  | { readonly kind: 'captured-this'; readonly frame: Frame };

/** What an access path starts from. */
export type Base =
  /** A variable, parameter, function or class, by its declaration. */
  | { readonly kind: 'variable'; readonly declaration: ts.Declaration }
  /** The receiver of a frame that has its own `this`. */
  | { readonly kind: 'this'; readonly frame: Frame }
  /** A property of the global object. */
  | { readonly kind: 'global'; readonly name: string }
  /** A variable of a dependency's module, known from the dependency's own code. */
  | { readonly kind: 'kept'; readonly container: KeptContainer }
  /** What this very expression creates each time it is evaluated. */
  | { readonly kind: 'fresh'; readonly node: ts.Expression }
  /** Nobody knows. */
  | { readonly kind: 'unknown'; readonly node: ts.Node };

/** An access path: how code names a location. */
export interface Place {
  readonly base: Base;
  readonly path: readonly Segment[];
}

/** Paths longer than this are cut: what lies deeper is taken for part of the last step. */
const longestPath = 6;

/** Whether a place may lie deeper than its path says, below what some closure keeps. */
export function isLostInClosure({ path }: Place): boolean {
  return path.length >= longestPath && path.some(({ kind }) => kind === 'captured' || kind === 'captured-this');
}

/** The place one or more steps further in. */
export function within(place: Place, steps: readonly Segment[]): Place {
  return steps.length === 0 ? place : { base: place.base, path: [...place.path, ...steps].slice(0, longestPath) };
}

const element: Segment = { kind: 'element' };

/** The step to any element. */
export function elementStep(): Segment {
  return element;
}

/** Whether two steps lead to the same thing, as far as names tell. */
export function sameSegment(a: Segment, b: Segment): boolean {
  if (a.kind === 'field' && b.kind === 'field') return a.name === b.name;
  if (a.kind === 'captured' && b.kind === 'captured') return a.declaration === b.declaration;
  if (a.kind === 'captured-this' && b.kind === 'captured-this') return a.frame === b.frame;
  return a.kind === 'element' && b.kind === 'element';
}

function sameBase(a: Base, b: Base): boolean {
  if (a.kind === 'variable' && b.kind === 'variable') return a.declaration === b.declaration;
  if (a.kind === 'this' && b.kind === 'this') return a.frame === b.frame || a.frame.parent === b.frame.parent;
  if (a.kind === 'global' && b.kind === 'global') return a.name === b.name;
  if (a.kind === 'kept' && b.kind === 'kept') return isSameKeptContainer(a.container, b.container);
  return a.kind === 'fresh' && b.kind === 'fresh' && a.node === b.node;
}

/** Whether two places name the same location. */
export function samePlace(a: Place, b: Place): boolean {
  return (
    a.path.length === b.path.length &&
    sameBase(a.base, b.base) &&
    a.path.every((segment, i) => {
      const other = b.path[i];
      return other !== undefined && sameSegment(segment, other);
    })
  );
}

/** The frame whose activation creates a variable. */
export function frameOfVariable(view: ProgramView, declaration: ts.Declaration): Frame {
  return frameOf(view.ts, declaration);
}

/**
 * Whether a place hangs off something that exists once in the process, whoever runs: a module's variable, function or
 * class, a static field, a global, what a dependency keeps.
 */
export function isAbsolute(view: ProgramView, place: Place): boolean {
  if (place.base.kind === 'global' || place.base.kind === 'kept') return true;
  return place.base.kind === 'variable' && view.ts.isSourceFile(frameOfVariable(view, place.base.declaration));
}

/** Places without repetition, in order. */
export function distinctPlaces(places: readonly Place[]): readonly Place[] {
  return places.filter((place, i) => places.findIndex((other) => samePlace(place, other)) === i);
}

const identities = perProgram(() => ({ ids: new WeakMap<ts.Node, number>(), next: 0 }));

function identityOf(view: ProgramView, node: ts.Node): number {
  const table = identities(view);
  const known = table.ids.get(node);
  if (known !== undefined) return known;
  table.next += 1;
  table.ids.set(node, table.next);
  return table.next;
}

function baseKey(view: ProgramView, base: Base): string {
  if (base.kind === 'global') return base.name;
  if (base.kind === 'kept') return `${base.container.site.file}:${String(base.container.site.start)}`;
  return String(identityOf(view, base.kind === 'variable' ? base.declaration : base.kind === 'this' ? base.frame : base.node));
}

/** A text that is the same for the same place of one program, and only for it. */
export function placeKey(view: ProgramView, { base, path }: Place): string {
  const steps = path.map((step) => {
    if (step.kind === 'field') return `.${step.name}#${step.declaration === undefined ? '' : String(identityOf(view, step.declaration))}`;
    if (step.kind === 'captured') return `^${String(identityOf(view, step.declaration))}`;
    return step.kind === 'captured-this' ? `^this${String(identityOf(view, step.frame))}` : '[]';
  });
  return [base.kind, baseKey(view, base), ...steps].join('');
}
