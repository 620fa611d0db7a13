/**
 * What the program registers with containers of dependency injection. Computes, from the calls and object literals that
 * models name, which token is bound to which class, function, value or other token, and how long what is made is kept.
 * Assumes one set of registrations for the whole program. Gives up registrations that are computed.
 */
import type ts from 'typescript';

import type { BindsRow, Keep, ModelRow, Operand } from '../../models/schema.js';
import { contextualMember } from '../../typescript/contextual-member.js';
import { declarationsAt } from '../../typescript/declaration-of.js';
import { packageOfFile } from '../../typescript/origin-of.js';
import { perProgram, type ProgramView } from '../../typescript/program-view.js';
import { type RowOf, rowsOfCall, rowsOfDeclaration } from '../../typescript/rows-of.js';
import { fixedName, isCallLike, isFunctionWithBody, peel, widest } from '../../typescript/syntax.js';
import { namesIn } from '../facts/name-index.js';
import { frameOfDeclaration } from '../summaries/callees-of.js';

import { chosenKeep, propertyOf } from './chosen-keep.js';
import { type Token, tokenOf } from './token.js';

/** One registration. */
export interface Binding {
  readonly row: BindsRow;
  readonly token: Token | undefined;
  /** The call or object that registers. */
  readonly site: ts.Expression;
  /** The class, function or value that is injected, or the token that stands for it. */
  readonly made: ts.ClassLikeDeclaration | ts.Expression | ts.FunctionLikeDeclaration;
  /** How long it is kept, as far as the registration itself says. */
  readonly keep: Keep | 'unknown' | undefined;
}

const packagesIn = perProgram((view) => new Set(view.program.getSourceFiles().map((file) => packageOfFile(file.fileName))));

const rowsByKind = perProgram((view): ReadonlyMap<string, readonly ModelRow[]> => {
  const found = new Map<string, Set<ModelRow>>();
  for (const [module, { byMember }] of view.models) {
    if (!packagesIn(view).has(module)) continue;
    for (const row of [...byMember.values()].flat()) found.set(row.kind, (found.get(row.kind) ?? new Set()).add(row));
  }
  return new Map([...found].map(([kind, rows]) => [kind, [...rows]]));
});

/** The rows of one kind of the libraries that are part of the program. */
export function rowsInUse<K extends ModelRow['kind']>(view: ProgramView, kind: K): readonly RowOf<K>[] {
  return (rowsByKind(view).get(kind) ?? []) as readonly RowOf<K>[];
}

/** The last name of a member: `useClass` of `ClassProvider#useClass`. */
export function lastName(member: string): string {
  return member.slice(Math.max(member.lastIndexOf('#'), member.lastIndexOf('.')) + 1);
}

/** Every place in the program where one of these names is written, in program order. */
export function mentionsOf(view: ProgramView, names: Iterable<string>): readonly (ts.Identifier | ts.PrivateIdentifier)[] {
  const wanted = [...new Set(names)];
  return wanted.length === 0 ? [] : view.files.flatMap((file) => wanted.flatMap((name) => namesIn(view.ts, file).get(name) ?? []));
}

/** The call whose callee this name ends. */
export function calledAs(view: ProgramView, name: ts.Node): ts.CallExpression | ts.NewExpression | undefined {
  const { ts: tsc } = view;
  const callee = tsc.isPropertyAccessExpression(name.parent) && name.parent.name === name ? name.parent : name;
  const call = widest(tsc, callee as ts.Expression).parent;
  return isCallLike(tsc, call) && peel(tsc, call.expression) === callee ? call : undefined;
}

function operandAt(view: ProgramView, { of, argument, member }: Operand, subject: ts.Expression): ts.Expression | undefined {
  const { ts: tsc } = view;
  const receiver = isCallLike(tsc, subject) && tsc.isPropertyAccessExpression(subject.expression) ? peel(tsc, subject.expression.expression) : undefined;
  const call = of === 'receiver' ? receiver : subject;
  const start = argument === undefined ? call : call !== undefined && isCallLike(tsc, call) ? call.arguments?.[argument] : undefined;
  return start === undefined || member === undefined ? start : propertyOf(view, start, member);
}

/** The end of the chain of calls that starts with this one, and the names of its members. */
function chainFrom(view: ProgramView, call: ts.Expression): { readonly end: ts.Expression; readonly names: readonly string[] } {
  const { ts: tsc } = view;
  const names: string[] = [];
  let end = widest(tsc, call);
  while (tsc.isPropertyAccessExpression(end.parent) && end.parent.expression === end && tsc.isCallExpression(end.parent.parent)) {
    names.push(end.parent.name.text);
    end = widest(tsc, end.parent.parent);
  }
  return { end, names };
}

/** The name under which the result of a chain is registered: its property, or the argument before it. */
function nameAround(view: ProgramView, end: ts.Expression): string | undefined {
  const { ts: tsc } = view;
  const { parent } = end;
  if (tsc.isPropertyAssignment(parent)) return fixedName(tsc, parent.name);
  const before = tsc.isCallExpression(parent) ? parent.arguments[parent.arguments.indexOf(end) - 1] : undefined;
  return before !== undefined && tsc.isStringLiteralLike(before) ? before.text : undefined;
}

function madeOf(view: ProgramView, what: BindsRow['what'], operand: ts.Expression): Binding['made'] | undefined {
  const { ts: tsc } = view;
  const node = peel(tsc, operand);
  if (what === 'token' || what === 'value') return node;
  if (what === 'function' && isFunctionWithBody(tsc, node)) return node;
  const name = tsc.isPropertyAccessExpression(node) ? node.name : node;
  for (const declaration of declarationsAt(view, name)) {
    if (what === 'class' && tsc.isClassLike(declaration)) return declaration;
    const frame = what === 'function' ? frameOfDeclaration(view, declaration) : undefined;
    if (frame !== undefined) return frame;
  }
  return undefined;
}

function bindingOf(view: ProgramView, row: BindsRow, site: ts.Expression): Binding | undefined {
  const operand = operandAt(view, row.made, site);
  const made = operand === undefined ? undefined : madeOf(view, row.what, operand);
  if (made === undefined) return undefined;
  const { end, names } = chainFrom(view, site);
  const told = row.token === 'name' ? undefined : operandAt(view, row.token, site);
  if (row.token !== 'name' && told === undefined) return undefined;
  const token = told === undefined ? nameAround(view, end) : tokenOf(view, told);
  const chained = names.flatMap((name) => row.chain?.[name] ?? []).at(-1);
  const keep = chained ?? (row.choice === undefined ? undefined : chosenKeep(view, row.choice, site));
  return { row, token, site, made, keep };
}

/** The object rows that an object literal with such a property answers to. */
function objectRows(view: ProgramView, property: ts.PropertyAssignment | ts.ShorthandPropertyAssignment, rows: readonly BindsRow[]): readonly BindsRow[] {
  const name = fixedName(view.ts, property.name) ?? '';
  const contextual = contextualMember(view, property.parent, property.name)?.declarations;
  const declared = (contextual ?? []).flatMap((d) => rowsOfDeclaration(view, d, 'binds'));
  if (declared.length > 0) return declared;
  // Without a type, an object that holds a token beside what is made can hardly be anything else.
  const alike = rows.filter((row) => lastName(row.on) === name && row.token !== 'name' && propertyOf(view, property.parent, row.token.member ?? '') !== undefined);
  return contextual === undefined ? alike : [];
}

/** All registrations of the program, in program order. */
export const bindingsIn = perProgram((view): readonly Binding[] => {
  const { ts: tsc } = view;
  const rows = rowsInUse(view, 'binds');
  const byObject = rows.filter((row) => row.by === 'object');
  return mentionsOf(view, rows.map((row) => lastName(row.on))).flatMap((name): readonly Binding[] => {
    const { parent } = name;
    if ((tsc.isPropertyAssignment(parent) || tsc.isShorthandPropertyAssignment(parent)) && parent.name === name) {
      return objectRows(view, parent, byObject).flatMap((row) => bindingOf(view, row, parent.parent) ?? []).slice(0, 1);
    }
    const call = calledAs(view, name);
    if (call === undefined) return [];
    return rowsOfCall(view, call, 'binds').rows.flatMap((row) => bindingOf(view, row, call) ?? []).slice(0, 1);
  });
});

function groupedBy<K>(view: ProgramView, keyOf: (binding: Binding) => K | undefined): ReadonlyMap<K, readonly Binding[]> {
  const groups = new Map<K, Binding[]>();
  for (const binding of bindingsIn(view)) {
    const key = keyOf(binding);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), binding]);
  }
  return groups;
}

const byMade = perProgram((view) => groupedBy<ts.Node>(view, ({ made }) => made));
const byToken = perProgram((view) => groupedBy(view, ({ token }) => token));

/** The registrations that make instances of a class, or call a function. */
export function bindingsMaking(view: ProgramView, made: ts.Node): readonly Binding[] {
  return byMade(view).get(made) ?? [];
}

/** The registrations under a token. */
export function bindingsFor(view: ProgramView, token: Token): readonly Binding[] {
  return byToken(view).get(token) ?? [];
}
