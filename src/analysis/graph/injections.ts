/**
 * What classes and factories ask injection for. Computes, for each constructor parameter, decorated property or name
 * taken from what is injected, the token it stands for. Assumes that a parameter without a token asks for its type.
 * Gives up dependencies that are looked up by computed names.
 */
import type ts from 'typescript';

import { declarationsAt } from '../../typescript/declaration-of.js';
import { decoratorRowsOf } from '../../typescript/decorator-rows.js';
import { memoPerProgram, perProgram, type ProgramView } from '../../typescript/program-view.js';
import { rowsOfCall, rowsOfDeclaration } from '../../typescript/rows-of.js';
import { fixedName, type Frame, frameOf, isCallLike, isFunctionWithBody, widest } from '../../typescript/syntax.js';
import { constructorOf } from '../summaries/callees-of.js';
import { referencesOf } from '../summaries/references.js';

import { type Binding, bindingsFor, bindingsIn, bindingsMaking, calledAs, lastName, mentionsOf, rowsInUse } from './bindings.js';
import { propertyOf } from './chosen-keep.js';
import { type Token, tokenOf } from './token.js';

/** Whoever is given something by injection: a class, or a function that makes what is injected. */
export type Consumer = ts.ClassLikeDeclaration | ts.FunctionLikeDeclaration;

/** One thing asked for. */
export interface Injection {
  /** The parameter or property that receives it, or the expression that asks for it. */
  readonly at: ts.Expression | ts.ParameterDeclaration | ts.PropertyDeclaration;
  /** The property of `at` that it is, when `at` holds all there is to be had. */
  readonly name: string | undefined;
  readonly frame: Frame;
  readonly token: Token | undefined;
}

/** The class that a value of this type is an instance of. */
export function classOfType(view: ProgramView, node: ts.Node): ts.ClassLikeDeclaration | undefined {
  return view.checker.getTypeAtLocation(node).getSymbol()?.declarations?.find((d) => view.ts.isClassLike(d));
}

/** The token at a decorator that injects; without one the type stands for it. */
function decoratedToken(view: ProgramView, node: ts.Node): Token | undefined {
  const [first] = decoratorRowsOf(view, node, 'injects');
  if (first === undefined) return undefined;
  const { decorator, row } = first;
  const argument = view.ts.isCallExpression(decorator.expression) ? decorator.expression.arguments[row.token] : undefined;
  return argument === undefined ? classOfType(view, node) : tokenOf(view, argument);
}

/** The names that code reads from a parameter that holds everything. */
function readFrom(view: ProgramView, parameter: ts.ParameterDeclaration, frame: Frame): readonly Injection[] {
  const { ts: tsc } = view;
  const names = referencesOf(view, parameter).flatMap(({ parent }) => (tsc.isPropertyAccessExpression(parent) ? [parent.name.text] : []));
  return [...new Set(names)].map((name) => ({ at: parameter, name, frame, token: name }));
}

function byName(view: ProgramView, parameter: ts.ParameterDeclaration, frame: Frame): readonly Injection[] {
  const { ts: tsc } = view;
  if (tsc.isIdentifier(parameter.name)) {
    const token = parameter.name.text;
    return bindingsFor(view, token).length > 0 ? [{ at: parameter, name: undefined, frame, token }] : readFrom(view, parameter, frame);
  }
  if (!tsc.isObjectBindingPattern(parameter.name)) return [];
  return parameter.name.elements.flatMap((element): readonly Injection[] => {
    const name = fixedName(tsc, element.propertyName ?? element.name);
    return name === undefined || element.dotDotDotToken !== undefined ? [] : [{ at: parameter, name, frame, token: name }];
  });
}

function byType(view: ProgramView, parameter: ts.ParameterDeclaration, frame: Frame): readonly Injection[] {
  const token = decoratedToken(view, parameter) ?? classOfType(view, parameter);
  return token === undefined ? [] : [{ at: parameter, name: undefined, frame, token }];
}

function asksByName(view: ProgramView, consumer: Consumer): boolean {
  return bindingsMaking(view, consumer).some(({ row }) => row.asks === 'names');
}

/** The tokens that a registration lists for the parameters of its function. */
function givenTo(view: ProgramView, { row, site }: Binding, frame: ts.FunctionLikeDeclaration): readonly Injection[] {
  const { ts: tsc } = view;
  const list = row.given === undefined ? undefined : propertyOf(view, site, row.given);
  if (list === undefined || !tsc.isArrayLiteralExpression(list)) return [];
  return list.elements.flatMap((element, i): readonly Injection[] => {
    const at = frame.parameters[i];
    return at === undefined ? [] : [{ at, name: undefined, frame, token: tokenOf(view, element) }];
  });
}

/** Everything a class's constructor and properties, or a factory's parameters, are given by injection. */
export const injectionsOf = memoPerProgram<Consumer, readonly Injection[]>(
  () => [],
  (view, consumer) => {
    const { ts: tsc } = view;
    if (!tsc.isClassLike(consumer)) {
      const listed = bindingsMaking(view, consumer).flatMap((binding) => givenTo(view, binding, consumer));
      return [...listed, ...(asksByName(view, consumer) ? consumer.parameters.flatMap((p) => byName(view, p, consumer)) : [])];
    }
    const constructor = constructorOf(view, consumer);
    const names = asksByName(view, consumer);
    const given = constructor?.parameters.flatMap((p) => (names ? byName(view, p, constructor) : byType(view, p, constructor))) ?? [];
    const properties = consumer.members.flatMap((at): readonly Injection[] => {
      if (!tsc.isPropertyDeclaration(at)) return [];
      const token = decoratedToken(view, at);
      return token === undefined ? [] : [{ at, name: undefined, frame: at, token }];
    });
    return [...given, ...properties];
  },
);

/** The classes that carry a decorator of injection. */
const decoratedClasses = perProgram((view): readonly ts.ClassLikeDeclaration[] => {
  const { ts: tsc } = view;
  return mentionsOf(view, rowsInUse(view, 'scopes').map((row) => lastName(row.on))).flatMap((name) => {
    let node: ts.Node = name.parent;
    while (tsc.isPropertyAccessExpression(node) || tsc.isCallExpression(node)) node = node.parent;
    return tsc.isDecorator(node) && tsc.isClassLike(node.parent) && decoratorRowsOf(view, node.parent, 'scopes').length > 0 ? [node.parent] : [];
  });
});

const lookupNames = perProgram((view) => new Set(rowsInUse(view, 'resolves').map((row) => lastName(row.on))));

/** What a call asks a container for, if it does. */
export function lookupAt(view: ProgramView, call: ts.Expression): Injection | undefined {
  const { ts: tsc } = view;
  const callee = isCallLike(tsc, call) ? call.expression : undefined;
  if (!isCallLike(tsc, call) || callee === undefined || !tsc.isPropertyAccessExpression(callee) || !lookupNames(view).has(callee.name.text)) return undefined;
  const [row] = (call.arguments?.length ?? 0) === 0 ? [] : rowsOfCall(view, call, 'resolves').rows;
  const argument = typeof row?.token === 'number' ? call.arguments?.[row.token] : undefined;
  return argument === undefined ? undefined : { at: call, name: undefined, frame: frameOf(tsc, call), token: tokenOf(view, argument) ?? classOfType(view, call) };
}

/** Whether a member's properties are what their names are bound to. */
export function givesByName(view: ProgramView, member: ts.Declaration): boolean {
  return rowsOfDeclaration(view, member, 'resolves').some((row) => row.token === 'name');
}

/** What code takes by name from an object that gives everything. */
function takenFrom(view: ProgramView, name: ts.Node): readonly Injection[] {
  const { ts: tsc } = view;
  const access = name.parent;
  if (!tsc.isPropertyAccessExpression(access) || access.name !== name || !declarationsAt(view, name).some((d) => givesByName(view, d))) return [];
  const all = widest(tsc, access);
  const { parent } = all;
  const frame = frameOf(tsc, access);
  if (tsc.isPropertyAccessExpression(parent)) return [{ at: parent, name: undefined, frame, token: parent.name.text }];
  if (!tsc.isVariableDeclaration(parent) || !tsc.isObjectBindingPattern(parent.name)) return [];
  return parent.name.elements.flatMap((element): readonly Injection[] => {
    const token = fixedName(tsc, element.propertyName ?? element.name);
    return token === undefined || !tsc.isIdentifier(element.name) ? [] : [{ at: element.name, name: undefined, frame, token }];
  });
}

/** The expressions that ask a container for something by its token. */
const lookups = perProgram((view): readonly Injection[] =>
  mentionsOf(view, lookupNames(view)).flatMap((name): readonly Injection[] => {
    const call = calledAs(view, name);
    return call === undefined ? takenFrom(view, name) : [lookupAt(view, call)].filter((injection) => injection !== undefined);
  }),
);

const askers = perProgram((view) => {
  const { ts: tsc } = view;
  const made = bindingsIn(view).flatMap((binding): readonly Consumer[] => (tsc.isClassLike(binding.made) || isFunctionWithBody(tsc, binding.made) ? [binding.made] : []));
  const consumers = [...new Set<Consumer>([...decoratedClasses(view), ...made])];
  const byToken = new Map<Token, Injection[]>();
  for (const injection of [...consumers.flatMap((consumer) => injectionsOf(view, consumer)), ...lookups(view)]) {
    if (injection.token === undefined) continue;
    const known = byToken.get(injection.token);
    if (known === undefined) byToken.set(injection.token, [injection]);
    else known.push(injection);
  }
  return byToken;
});

/** Who asks for what a class or factory makes: under the tokens it is bound to, or as itself. */
export function injectionsGiving(view: ProgramView, made: Consumer): readonly Injection[] {
  const bindings = bindingsMaking(view, made);
  const itself = bindings.length === 0 && view.ts.isClassLike(made) && bindingsFor(view, made).length === 0 ? [made] : [];
  const tokens = new Set<Token>([...itself, ...bindings.flatMap(({ token }) => token ?? [])]);
  const aliases = bindingsIn(view).flatMap(({ row, token, made: other }): readonly Token[] => {
    const target = row.what === 'token' && view.ts.isExpression(other) ? tokenOf(view, other) : undefined;
    return token !== undefined && target !== undefined && tokens.has(target) ? [token] : [];
  });
  return [...tokens, ...aliases].flatMap((token) => askers(view).get(token) ?? []);
}
