/**
 * The calls of a file that some model may speak of. Computes them from the names in rows of the libraries that are there,
 * without asking the checker: what a name means is a later question. Gives up computed names.
 */
import type ts from 'typescript';

import type { ModelRow, Options } from '../../models/schema.js';
import { presentLibraries } from '../../typescript/present-libraries.js';
import { perProgram, type ProgramView } from '../../typescript/program-view.js';
import { type CallLike, fixedName, isCallLike, peel, widest } from '../../typescript/syntax.js';
import { namesIn } from '../facts/name-index.js';
import type { Name } from '../facts/node-index.js';

const namesByKind = perProgram(() => new Map<ModelRow['kind'], readonly string[]>());

function namesOf(view: ProgramView, kind: ModelRow['kind']): readonly string[] {
  const known = namesByKind(view).get(kind);
  if (known !== undefined) return known;
  const names = new Set<string>();
  for (const library of presentLibraries(view)) {
    for (const [name, rows] of library.byName) if (rows.some((row) => row.kind === kind)) names.add(name);
  }
  namesByKind(view).set(kind, [...names]);
  return [...names];
}

/** The call or construction that a name is the callee of. */
function callOf(view: ProgramView, id: Name): CallLike | undefined {
  const { ts: tsc } = view;
  const access = tsc.isPropertyAccessExpression(id.parent) && id.parent.name === id ? id.parent : undefined;
  if (access === undefined && !tsc.isIdentifier(id)) return undefined;
  const callee = widest(tsc, access ?? id);
  return isCallLike(tsc, callee.parent) && callee.parent.expression === callee ? callee.parent : undefined;
}

function isNothing({ ts: tsc }: ProgramView, node: ts.Expression): boolean {
  return node.kind === tsc.SyntaxKind.NullKeyword || node.kind === tsc.SyntaxKind.FalseKeyword || (tsc.isIdentifier(node) && node.text === 'undefined');
}

/** Whether an argument of a call sets one of these options, or is there when none is named. */
export function sets(view: ProgramView, call: CallLike, { argument, options }: Options): boolean {
  const given = call.arguments?.[argument];
  if (given === undefined) return false;
  const node = peel(view.ts, given);
  if (options === undefined) return !isNothing(view, node);
  if (view.ts.isObjectLiteralExpression(node)) return node.properties.some((property) => options.includes(fixedName(view.ts, property.name) ?? ''));
  return options.some((option) => view.checker.getTypeAtLocation(node).getProperty(option) !== undefined);
}

/** Where a file writes a name, or the one under which it imports it. */
function mentions({ ts: tsc }: ProgramView, names: ReturnType<typeof namesIn>, written: readonly Name[], name: string): readonly Name[] {
  return written.flatMap((id) => {
    const renamed = tsc.isImportSpecifier(id.parent) && id.parent.propertyName === id ? id.parent.name.text : undefined;
    return renamed === undefined || renamed === name ? [id] : (names.get(renamed) ?? []);
  });
}

/** Calls and constructions whose callee has a name that rows of this kind speak of, with the name. */
export function callsNamed(view: ProgramView, file: ts.SourceFile, kind: ModelRow['kind']): readonly { readonly call: CallLike; readonly name: string }[] {
  const names = namesIn(view.ts, file);
  const found: { readonly call: CallLike; readonly name: string }[] = [];
  for (const name of namesOf(view, kind)) {
    const written = names.get(name);
    // Models know hundreds of names, of which a file writes a few.
    if (written === undefined) continue;
    for (const id of mentions(view, names, written, name)) {
      const call = callOf(view, id);
      if (call !== undefined) found.push({ call, name });
    }
  }
  return found;
}
