import type { ContainerKind } from '../../typescript/container-kind.js';

/** A variable of a dependency's module, which lives as long as the process: its file below the package's folder and its name there. */
export interface KeptVariable {
  readonly file: string;
  readonly name: string;
  /** Where it is declared: offsets in UTF-16 units, line from 1, column from 0. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** What a place hangs off, as a caller of the function sees it: an argument by index, the receiver, or a variable of the package. */
export type DependencyRoot = number | 'this' | KeptVariable;

/** A step from a value to what it holds: a property's name, or `[]` for any element. */
export const anyElement = '[]';

/** A location in terms of a function's callers. */
export interface DependencyPlace {
  readonly root: DependencyRoot;
  readonly steps: readonly string[];
}

/** The function adds to a container. */
export interface DependencyGrowth {
  readonly kind: 'grow';
  readonly at: DependencyPlace;
  /** The kinds of container that this adds to. */
  readonly containers: readonly ContainerKind[];
  readonly gain: 'element' | 'entry' | 'text';
  /** Arguments the key is made of; equal ones overwrite. Absent when each call adds. */
  readonly keys?: readonly number[];
  /** Whether nothing but what is added decides that it is added. */
  readonly sure: boolean;
}

/** One thing that a call of a dependency's function does to what its caller can see. */
export type DependencyEffect =
  | DependencyGrowth
  /** Takes from a container, empties it or puts another in its place. */
  | { readonly kind: 'shrink'; readonly at: DependencyPlace }
  /** Stores an argument. */
  | { readonly kind: 'retain'; readonly argument: number; readonly at: DependencyPlace }
  /** Hands out a location, or something made for this call. */
  | { readonly kind: 'return'; readonly of: DependencyPlace | 'fresh' | 'unknown' }
  /** Calls an argument: before it returns, or when nobody knows. */
  | { readonly kind: 'invoke'; readonly argument: number; readonly when: 'later' | 'now' }
  /** Gives a location to code out of sight, which may do anything to it. */
  | { readonly kind: 'hand'; readonly at: DependencyPlace };

/** What calling one function of a dependency does: plain data that outlives the syntax tree it was read from. */
export interface DependencySummary {
  readonly effects: readonly DependencyEffect[];
  /** Whether all of the function was understood; else there may be effects that are not listed. */
  readonly complete: boolean;
}

/** What the package does to one of its variables, wherever in it. */
export interface KeptFate {
  /** The places below the variable that some function takes from. */
  readonly shrunk: readonly (readonly string[])[];
  /** Whether every use of the variable was seen. */
  readonly complete: boolean;
}

/** Whether both are the same variable. */
export function isSameKept(a: KeptVariable, b: KeptVariable): boolean {
  return a.file === b.file && a.start === b.start;
}

/** Whether two places are the same. */
export function isSameDependencyPlace(a: DependencyPlace, b: DependencyPlace): boolean {
  const sameRoot = typeof a.root === 'object' && typeof b.root === 'object' ? isSameKept(a.root, b.root) : a.root === b.root;
  return sameRoot && a.steps.length === b.steps.length && a.steps.every((step, i) => step === b.steps[i]);
}
