/**
 * How long dependency injection keeps instances of a class, or what a factory makes. Computes it from registrations,
 * else from the decorators on the class, and from what the class itself is given where scopes bubble up. Assumes the
 * framework's default where no scope is written. What is made anew for each consumer has no lifetime of its own.
 */
import type ts from 'typescript';

import type { BindsRow, Keep } from '../../models/schema.js';
import { decoratorRowsOf } from '../../typescript/decorator-rows.js';
import { declarationsAt } from '../../typescript/declaration-of.js';
import { memoPerProgram, perProgram, type ProgramView } from '../../typescript/program-view.js';
import { rowsOfDeclaration } from '../../typescript/rows-of.js';
import { isFunctionWithBody } from '../../typescript/syntax.js';
import { heirsOf } from '../summaries/class-family.js';

import { asksRoot } from './asks-root.js';
import { type Binding, bindingsFor, bindingsMaking, calledAs, lastName, mentionsOf, rowsInUse } from './bindings.js';
import { chosenKeep } from './chosen-keep.js';
import { type Consumer, type Injection, injectionsGiving, injectionsOf } from './injections.js';
import { type Token, tokenOf } from './token.js';

/** What is known of how long a class's instances are kept. */
export interface Kept {
  readonly keep: Keep | 'unknown';
  readonly bubbles: boolean;
}

function decorated(view: ProgramView, declaration: ts.ClassLikeDeclaration): (Kept & { readonly chosen: Keep | 'unknown' | undefined }) | undefined {
  const rows = decoratorRowsOf(view, declaration, 'scopes');
  const [first] = rows;
  if (first === undefined) return undefined;
  const chosen = rows.flatMap(({ decorator, row }) => (row.choice === undefined ? [] : (chosenKeep(view, row.choice, decorator.expression) ?? [])))[0];
  return { keep: chosen ?? first.row.lifetime, bubbles: rows.some(({ row }) => row.bubbles === true), chosen };
}

/** What the program's containers do where nothing is said; unknown when they differ. */
const defaultKeeps = perProgram((view): ReadonlySet<Keep | 'unknown' | undefined> => {
  const makers = mentionsOf(view, rowsInUse(view, 'defaults').map((row) => lastName(row.on))).flatMap((name) => calledAs(view, name) ?? []);
  return new Set(
    makers.flatMap((made) => {
      const callee = view.ts.isPropertyAccessExpression(made.expression) ? made.expression.name : made.expression;
      return declarationsAt(view, callee).flatMap((d) => rowsOfDeclaration(view, d, 'defaults').map((row) => chosenKeep(view, row.choice, made)));
    }),
  );
});

function keepByDefault(view: ProgramView, row: BindsRow): Keep | 'unknown' {
  if (row.asContainer !== true) return row.lifetime;
  const [only, ...others] = defaultKeeps(view);
  return others.length > 0 ? 'unknown' : (only ?? row.lifetime);
}

function keptBy(view: ProgramView, { row, made, keep }: Binding): Kept {
  const asDecorated = keep === undefined && row.asDecorated === true && view.ts.isClassLike(made) ? decorated(view, made)?.chosen : undefined;
  return { keep: keep ?? asDecorated ?? keepByDefault(view, row), bubbles: row.bubbles === true };
}

function isAbstract(view: ProgramView, declaration: ts.ClassLikeDeclaration): boolean {
  return (view.ts.getCombinedModifierFlags(declaration) & view.ts.ModifierFlags.Abstract) !== 0;
}

const shortestFirst: readonly Kept['keep'][] = ['turn', 'unknown', 'consumer', 'process'];

/** How long what a class or factory makes is kept, by what is said of it alone; the shortest of several. */
export const keptOf = memoPerProgram<Consumer, Kept | undefined>(
  () => undefined,
  (view, made) => {
    const bindings = bindingsMaking(view, made);
    if (bindings.length === 0) return view.ts.isClassLike(made) && !isAbstract(view, made) ? decorated(view, made) : undefined;
    const all = bindings.map((binding) => keptBy(view, binding));
    const keep = shortestFirst.find((wanted) => all.some((kept) => kept.keep === wanted)) ?? 'unknown';
    return { keep, bubbles: all.some((kept) => kept.bubbles) };
  },
);

/** The classes and factories that make what a token stands for. */
export function makersFor(view: ProgramView, token: Token, depth = 0): readonly Consumer[] {
  const { ts: tsc } = view;
  const bindings = bindingsFor(view, token);
  if (bindings.length === 0) return typeof token !== 'string' && tsc.isClassLike(token) ? [token] : [];
  return bindings.flatMap(({ row, made }): readonly Consumer[] => {
    const alias = row.what === 'token' && depth < 4 && tsc.isExpression(made) ? tokenOf(view, made) : undefined;
    if (alias !== undefined) return makersFor(view, alias, depth + 1);
    return tsc.isClassLike(made) || isFunctionWithBody(tsc, made) ? [made] : [];
  });
}

/** Whether anything in the program is ever kept for one turn only: without that nothing bubbles. */
const hasTurns = perProgram((view) => {
  const choices = [...rowsInUse(view, 'scopes'), ...rowsInUse(view, 'binds')].flatMap(({ choice }) => Object.entries(choice?.of ?? {}));
  const tokens = rowsInUse(view, 'scopes').flatMap((row) => (row.lifetime === 'turn' ? [lastName(row.on)] : []));
  return mentionsOf(view, [...tokens, ...choices.flatMap(([name, keep]) => (keep === 'turn' ? [name] : []))]).length > 0;
});

function livesForTurn(view: ProgramView, { token }: Injection): boolean {
  if (token === undefined) return false;
  const ofToken = typeof token === 'string' ? undefined : rowsOfDeclaration(view, token, 'scopes')[0];
  return ofToken?.lifetime === 'turn' || makersFor(view, token).some((maker) => lifetimeOfMade(view, maker) === 'turn' && keptOf(view, maker)?.bubbles === true);
}

/** What is meant to die with a turn but is only ever given to what stays, stays with it. */
function isCaptive(view: ProgramView, made: Consumer): boolean {
  const { ts: tsc } = view;
  const given = injectionsGiving(view, made);
  return (
    given.length > 0 &&
    given.every(({ at, frame }) => {
      if (tsc.isExpression(at)) return asksRoot(view, at);
      const asker = tsc.isClassLike(frame.parent) ? frame.parent : frame;
      return (tsc.isClassLike(asker) || isFunctionWithBody(tsc, asker)) && lifetimeOfMade(view, asker) === 'process';
    })
  );
}

/** The lifetime that injection gives to what a class or factory makes; undefined when it gives none. */
export const lifetimeOfMade: (view: ProgramView, made: Consumer) => 'process' | 'turn' | undefined = memoPerProgram<Consumer, 'process' | 'turn' | undefined>(
  () => undefined,
  (view, made) => {
    const kept = keptOf(view, made);
    if (kept === undefined || kept.keep === 'unknown') return undefined;
    if (kept.keep === 'turn') return !kept.bubbles && isCaptive(view, made) ? 'process' : 'turn';
    if (kept.bubbles && hasTurns(view) && injectionsOf(view, made).some((injection) => livesForTurn(view, injection))) return 'turn';
    return kept.keep === 'process' ? 'process' : undefined;
  },
);

/**
 * The lifetime that injection gives a class's instances, heirs included; undefined when it is not injected, made for each
 * consumer, or when heirs differ.
 */
export function injectedLifetimeOf(view: ProgramView, declaration: ts.ClassLikeDeclaration): 'process' | 'turn' | undefined {
  const made = [declaration, ...heirsOf(view, declaration)].filter((one) => view.ts.isClassLike(one)).filter((one) => keptOf(view, one) !== undefined);
  const [lifetime, ...others] = new Set(made.map((one) => lifetimeOfMade(view, one)));
  return others.length > 0 ? undefined : lifetime;
}
