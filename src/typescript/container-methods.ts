import type ts from 'typescript';

import { declarationsAt } from './declaration-of.js';
import type { ProgramView } from './program-view.js';

/** What a method of a built-in container gives in terms of its receiver. */
export type ContainerMethod =
  /** One of the receiver's elements. */
  | 'element'
  /** Another container or iterator with the receiver's elements. */
  | 'elements'
  /** Calls its first argument with each element. */
  | 'iterates'
  /** The receiver itself, or a function like it. */
  | 'same';

const methods: ReadonlyMap<string, ContainerMethod> = new Map<string, ContainerMethod>([
  ['add', 'same'],
  ['at', 'element'],
  ['bind', 'same'],
  ['concat', 'elements'],
  ['entries', 'elements'],
  ['every', 'iterates'],
  ['filter', 'elements'],
  ['find', 'element'],
  ['findLast', 'element'],
  ['flatMap', 'iterates'],
  ['forEach', 'iterates'],
  ['get', 'element'],
  ['keys', 'elements'],
  ['map', 'iterates'],
  ['pop', 'element'],
  ['reverse', 'same'],
  ['set', 'same'],
  ['shift', 'element'],
  ['slice', 'elements'],
  ['some', 'iterates'],
  ['sort', 'same'],
  ['toReversed', 'elements'],
  ['toSorted', 'elements'],
  ['values', 'elements'],
]);

/** What a member access means when it is a built-in container's method, or may be one for all the checker knows. */
export function containerMethodOf(view: ProgramView, access: ts.PropertyAccessExpression): ContainerMethod | undefined {
  const method = methods.get(access.name.text);
  if (method === undefined) return undefined;
  const declarations = declarationsAt(view, access.name);
  const builtIn = declarations.length === 0 || declarations.some((d) => view.program.isSourceFileDefaultLibrary(d.getSourceFile()));
  return builtIn ? method : undefined;
}

/** Whether calling this member hands each element of the receiver to a callback; `filter` and `find` do both. */
export function iteratesElements(view: ProgramView, access: ts.PropertyAccessExpression): boolean {
  const method = containerMethodOf(view, access);
  return method === 'iterates' || (method !== undefined && (access.name.text === 'filter' || access.name.text === 'find'));
}
