/**
 * The vocabulary in which library knowledge is written. A model is data: one literal per library, no functions, no
 * regular expressions. Shape after CodeQL's data extensions (rows of member, path, kind) and Knip's one literal per
 * library; every row carries the documentation that justifies it, as the Checker Framework's stub files do.
 */

import type { BindsRow, DefaultsRow, InjectsRow, ResolvesRow, ScopesRow } from './injection-rows.js';
import type { FindsRow, FiniteRow, LastsRow, SafeRow, ThrowsRow } from './member-rows.js';
import type { Registered } from './registered.js';
import type { Member, RowBase } from './row-base.js';

export type * from './injection-rows.js';
export type * from './member-rows.js';
export type * from './registered.js';
export type { Member } from './row-base.js';

/** How often a callback runs: one word per kind of turn, plus the ones that are no loop. */
export type Per =
  | 'connection'
  | 'event'
  | 'job'
  | 'message'
  | 'request'
  | 'tick'
  /** In the current turn, before or soon after the call returns: `forEach`, `then`, `nextTick`. */
  | 'now'
  /** At most once for each call, later: `once`, `setTimeout`, a `close` listener. */
  | 'once'
  /** While the process starts: plugin registration, `listen` callbacks. */
  | 'start'
  /** Only when tests run. */
  | 'test';

/** Which argument of the call is the callback: its index, or any argument (also inside arrays) that is a function. */
export type ArgumentPosition = number | 'any';

/** What keeps the loop alive: the receiver of the call, one of its arguments, its result, or the process itself. */
export type LoopOwner = 'process' | 'receiver' | 'result' | { readonly argument: number };

/** Calling `on` makes a callback run. */
export interface InvokesRow extends RowBase {
  readonly kind: 'invokes';
  readonly on: Member;
  readonly callback: {
    readonly argument: ArgumentPosition;
    /** The callbacks sit under these properties of the argument: `fastify.route({ handler })`. */
    readonly members?: readonly string[];
    /** Present when they sit at any depth below these: `{ resolvers: { Query: { user } } }`. */
    readonly deep?: true;
  };
  readonly per: Per;
  readonly owner: LoopOwner;
  /** When argument 0 is one of these string literals, the callback runs at another pace than `per`. */
  readonly events?: Readonly<Partial<Record<Per, readonly string[]>>>;
}

/** A class, a method or a function that carries this decorator is called by the framework. */
export interface DecoratesRow extends RowBase {
  readonly kind: 'decorates';
  /** The exported decorator: `Get`. On a class, every public method is meant only when `methods` says so. */
  readonly on: Member;
  /** `created`: once for each instance, right after its constructor. */
  readonly per: Per | 'created';
  /** Names of methods that the framework calls on a class decorated so (`canActivate` of a guard is an interface row). */
  readonly methods?: readonly string[];
}

/** A function declared or contextually typed as this type, or a method that implements this interface's member, runs per `per`. */
export interface HandlesRow extends RowBase {
  readonly kind: 'handles';
  /** A type alias or interface (`RequestHandler`), or an interface member (`CanActivate#canActivate`). */
  readonly on: Member;
  readonly per: Per;
}

/** Values of this type live as long as `lifetime`: a function that takes one runs inside a turn. */
export interface YieldsRow extends RowBase {
  readonly kind: 'yields';
  /** An exported class, interface or type. */
  readonly on: Member;
  readonly lifetime: 'connection' | 'job' | 'message' | 'request';
}

/** A container type that bounds itself: always, or when one of these constructor options is set. */
export interface BoundsRow extends RowBase {
  readonly kind: 'bounds';
  /** An exported class or interface. */
  readonly on: Member;
  readonly when: 'always' | { readonly options: readonly string[] };
}

/** A container or reference type that holds without retaining. */
export interface WeakRow extends RowBase {
  readonly kind: 'weak';
  readonly on: Member;
}

/** The async iterable that calling `on` gives, or that `on` is, has no end of its own: `for await` over it is a loop. */
export interface EndlessRow extends RowBase {
  readonly kind: 'endless';
  /** A function, a method or a type. */
  readonly on: Member;
  readonly per: Per;
}

/** Objects of this type end in several ways, and not each of them emits the same events. */
export interface EndsRow extends RowBase {
  readonly kind: 'ends';
  /** An exported class or interface. */
  readonly on: Member;
  /** The event that comes at every end. */
  readonly always: string;
  /** Other events that come at every end. */
  readonly also?: readonly string[];
  /** Events that come at a good end only: not when the other side goes away or the object is destroyed. */
  readonly sometimes: readonly string[];
  /** Events that come at a bad end only. */
  readonly fails?: readonly string[];
  /** Events that come at every end but one that an event of `fails` alone tells of, as of a process that never started. */
  readonly unlessFailed?: readonly string[];
  /** Members that bring the good end about. */
  readonly by?: readonly string[];
}

/** Whose registry gains it: the receiver's, the process's, an argument's (or one of its properties'), or that of each element of an array argument. */
export type Registry = 'process' | 'receiver' | { readonly argument: number; readonly member?: string } | { readonly elements: number };

/** An argument by its index, and which of its properties are meant; without these, that it is there and not `null`, `undefined` or `false`. */
export interface Options {
  readonly argument: number;
  readonly options?: readonly string[];
}

/**
 * What a registry tells its members apart by: an argument (functions and objects by identity, text by value), a property of
 * one, the receiver itself, or the values of the object literal or text that an argument, or any of them, is.
 */
export type RegistryKey = number | 'receiver' | { readonly argument: number; readonly member: string } | { readonly valuesOf: ArgumentPosition };

/** What takes a registration back. */
export interface Undo {
  /** Members of the receiver: `off`, `removeListener`. */
  readonly members?: readonly string[];
  /** Lists of the receiver that hold what it registers, and that others may cut or replace: `stack` of a router. */
  readonly lists?: readonly string[];
  /** Members of what the registration returns; `()` when the result itself is called. */
  readonly result?: readonly string[];
  /** Functions or methods that are handed the result: `clearInterval`, `eject`. */
  readonly passedTo?: readonly string[];
  /** Members of an argument that what is registered ends with: `destroy` of the document that it is made for. */
  readonly withArgument?: { readonly argument: number; readonly members: readonly string[] };
}

/** Members that pass on what reaches them: `pipe`. */
export interface Through {
  readonly members: readonly string[];
  /** The functions whose calls they may be given; with any other argument they may come to an end of their own. */
  readonly with: readonly string[];
}

/** Code that runs apart and decides whether what a call starts comes to an end, as a worker's does. */
export interface DecidingCode {
  /** The argument that names its file. */
  readonly argument: number;
  /** When the argument is the code itself. */
  readonly asText: Options;
  /** It goes on once it listens for this event of what has this name, by one of these members. */
  readonly waits: { readonly on: string; readonly event: string; readonly by: readonly string[] };
  /** Members that may bring its end about, whatever they are called on. */
  readonly ends: readonly string[];
}

/** Each time `on` is called or constructed, a registry gains something that stays until it is taken back. */
export interface RegistersRow extends RowBase {
  readonly kind: 'registers';
  readonly on: Member;
  readonly what: Registered;
  readonly into: Registry;
  /** Members that give something else on which `on` registers with what they are called on. */
  readonly through?: Through;
  /** An equal one adds nothing. Absent: each call adds one. */
  readonly keyedBy?: RegistryKey;
  /** Registers only when an argument sets one of these options, or is there: `app.get('title')` reads a setting. */
  readonly onlyWith?: Options;
  /** Does not register, or ends by other means, when an argument sets one of these options; of several, any. */
  readonly unless?: Options | readonly Options[];
  /** The argument that names the event: 0 unless said. */
  readonly event?: number;
  /** Present when it goes by itself as soon as the event (or, without one, what it waits for) comes. */
  readonly endsWhenFired?: true;
  /** Events that come only when the owner or the process ends, or never. */
  readonly lastEvents?: readonly string[];
  readonly undone?: Undo;
  /** The argument that ends when this is taken back, though something else started it: an interval, a job. */
  readonly adopts?: number;
  /** Present when the caller owns what it gets and has to let it go: a connection, a file, a transaction. */
  readonly owned?: true;
  /**
   * Present when more than the call decides whether anything is held: what a worker does by itself, who watches spans. At most a
   * suspicion, unless code decides that is in sight.
   */
  readonly perhaps?: DecidingCode | true;
  /** What has to be let go is not the result but what the callback at `argument` is given, as one of these parameters. */
  readonly handedTo?: { readonly argument: number; readonly parameters: readonly number[] };
  /** Present when a `for await` over what it returns closes nothing when it is left before the end. */
  readonly leftOpen?: true;
  /** Events of what it returns after which it still holds what it held: `error`, for a client that reconnects by itself. */
  readonly survives?: readonly string[];
  /** Members of what it returns that have to succeed before anything is held: `connect`. Absent: it holds at once. */
  readonly opensBy?: readonly string[];
}

/** What calling `on` returns keeps an entry for each new key it is called with, for as long as it lives itself. */
export interface MemoizesRow extends RowBase {
  readonly kind: 'memoizes';
  readonly on: Member;
  /** The argument of the memoized call that is the key, unless the maker is given another way to name one. */
  readonly keyedBy: number;
  /** The argument of `on` that makes the key from the memoized call's arguments. */
  readonly resolver?: number;
  /** Options of `on` that bound what is kept. */
  readonly unless?: Options;
  /** What empties it: members of the memoized function, through its own properties (`cache.clear`), or functions that take it. */
  readonly undone?: Pick<Undo, 'members' | 'passedTo'>;
}

/** How far apart two runs start: an argument, or one of its properties, and in which words it says so. */
export interface Every {
  /** The argument's index; `-1` for the last one. */
  readonly argument: number;
  readonly member?: string;
  /** A number of milliseconds; a cron expression; an object of `days`, `hours`, `minutes`, `seconds`, `milliseconds`; text such as `5 minutes`. */
  readonly as: 'cron' | 'duration' | 'milliseconds' | 'phrase';
}

/** The library's own way to keep runs of a job apart: an option that is switched on, or a time that the job is locked for. */
export interface OverlapGuard {
  /** The argument whose property it is; without an option, the argument itself. */
  readonly argument: ArgumentPosition;
  readonly option?: string;
  /** What holds when nothing is said; `locked` where the option says for how many milliseconds a run keeps the next one away, and is long unless said. */
  readonly default: 'locked' | 'off' | 'on';
  /** The first version that knows it, for readers: whether the installed one does is read off its declarations. */
  readonly since?: string;
}

/** What `on` is given, or decorates, starts again and again whether or not its last run has ended, unless it is guarded. */
export interface RepeatsRow extends RowBase {
  readonly kind: 'repeats';
  /** A function, a method, a class or a decorator. */
  readonly on: Member;
  readonly job:
    | 'decorated'
    | {
        readonly argument: ArgumentPosition;
        /** The property of the argument that is the job. */
        readonly member?: string;
      };
  readonly every: Every;
  /**
   * `on` only names the job, by this argument; what starts it, and holds the pace, is a call of this member of the same object with an
   * argument that is the same name, or a list with it.
   */
  readonly startedBy?: { readonly member: string; readonly name: number; readonly named: number };
  readonly guard?: OverlapGuard;
  /** Runs once, or at a pace of its own, when an argument sets one of these options. */
  readonly unless?: readonly Options[];
}

/** What calling `on` promises comes soon, whoever else stalls: after so many milliseconds, or as many as an argument says. */
export interface SettlesRow extends RowBase {
  readonly kind: 'settles';
  readonly on: Member;
  readonly within: number | { readonly argument: number };
}

/** Examined: nothing here that grows, invokes or outlives. Differs from unknown. */
export interface NeutralRow extends RowBase {
  readonly kind: 'neutral';
  readonly on: Member;
}

/**
 * One statement about one member.
 * @discriminator kind
 */
export type ModelRow =
  | BindsRow
  | BoundsRow
  | DecoratesRow
  | DefaultsRow
  | EndlessRow
  | EndsRow
  | FindsRow
  | FiniteRow
  | HandlesRow
  | InjectsRow
  | InvokesRow
  | LastsRow
  | MemoizesRow
  | NeutralRow
  | RegistersRow
  | RepeatsRow
  | ResolvesRow
  | SafeRow
  | ScopesRow
  | SettlesRow
  | ThrowsRow
  | WeakRow
  | YieldsRow;

/** Everything known about one library. */
export interface LibraryModel {
  /** The module specifier users import: `express`, `node:http`, `@nestjs/common`; `global` for what is there without an import. */
  readonly package: string;
  /** Semver range for which the rows were checked; absent means every version. */
  readonly versions?: string;
  /** Other modules that declare or re-export the same API: `express-serve-static-core`. Types packages need no alias. */
  readonly aliases?: readonly string[];
  /** Modules that the library's generator has its code import: what such a file of the program itself declares is the library's. */
  readonly generatedWith?: readonly string[];
  readonly rows: readonly ModelRow[];
}
