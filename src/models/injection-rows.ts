/**
 * The rows that speak of dependency injection: how long a container keeps what it makes, what is registered with it under
 * which token, and who is given what.
 */

import type { Member, RowBase } from './row-base.js';

/** What injection keeps: one instance for the process, one for each turn, or one for each consumer, which lives as long as that. */
export type Keep = 'consumer' | 'process' | 'turn';

/** A setting that chooses how long instances are kept: an argument, or a property of it (of the object itself when there is no call). */
export interface Choice {
  readonly argument?: number;
  /** Names of nested properties are joined by dots. */
  readonly option?: string;
  /** What the setting's last name or its text chooses: `REQUEST` for `Scope.REQUEST`. */
  readonly of: Readonly<Record<string, Keep>>;
  /** With this option set, nothing is known of how long instances live. */
  readonly unless?: string;
}

/** Instances of a class decorated so, or what is injected under this token, live that long unless the decorator's arguments choose otherwise. */
export interface ScopesRow extends RowBase {
  readonly kind: 'scopes';
  readonly on: Member;
  readonly lifetime: Keep;
  readonly choice?: Choice;
  /** Whoever injects something that lives for a turn lives for a turn itself. */
  readonly bubbles?: true;
}

/** Where a registration says something: an argument of its call or of the call it is made on, a property of either, or of the object it is. */
export interface Operand {
  readonly of?: 'receiver';
  readonly argument?: number;
  readonly member?: string;
}

/** Binds a token to what is injected for it, by a call or by an object that is handed to the container. */
export interface BindsRow extends RowBase {
  readonly kind: 'binds';
  /** A function or method; or, for an object, the property that holds what is made (`ClassProvider#useClass`). */
  readonly on: Member;
  readonly by: 'call' | 'object';
  /** What is found at `made`: a class to instantiate, a function to call, a value, or another token. */
  readonly what: 'class' | 'function' | 'token' | 'value';
  readonly made: Operand;
  /** `name`: the property, or the argument before, under which the call's result is registered. */
  readonly token: Operand | 'name';
  readonly lifetime: Keep;
  /** The scope written at the class's decorator counts where nothing nearer is said. */
  readonly asDecorated?: true;
  /** Then what its container was constructed with. */
  readonly asContainer?: true;
  readonly choice?: Choice;
  /** Later members of the call chain that choose: `.inSingletonScope()`. */
  readonly chain?: Readonly<Record<string, Keep>>;
  /** Dependencies are told by name: the properties taken from the first parameter, or the parameters' own names. */
  readonly asks?: 'names';
  /** Property of the object that lists the tokens a function is given. */
  readonly given?: string;
  readonly bubbles?: true;
}

/** A parameter or property decorated so receives what is bound to the token that is its argument. */
export interface InjectsRow extends RowBase {
  readonly kind: 'injects';
  readonly on: Member;
  readonly token: number;
}

/** Calling `on` gives what is bound to the token that is its argument; `name`: `on` is an object that gives it as its property. */
export interface ResolvesRow extends RowBase {
  readonly kind: 'resolves';
  readonly on: Member;
  readonly token: number | 'name';
  /** The function that makes a container at the root, which keeps for itself whatever it gives but makes anew each time. */
  readonly rootOf?: Member;
}

/** Containers constructed so keep what is bound without a word about its lifetime this long. */
export interface DefaultsRow extends RowBase {
  readonly kind: 'defaults';
  readonly on: Member;
  readonly choice: Choice;
}
