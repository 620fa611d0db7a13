import type ts from 'typescript';

import type { LibraryModel } from '../models/schema.js';

import type { ModelIndex } from './model-index.js';
import type { Compiler } from './compiler.js';

/** What the user sets under `settings.leaks`, validated. */
export interface AnalysisSettings {
  /** Functions that run again and again, as `file#name` or `name`. */
  readonly entryPoints: readonly string[];
  /** The user's own models, which come before what is built in. */
  readonly models?: readonly LibraryModel[];
}

/** One program as the engine sees it: the compiler that made it, its checker, the project's own files, what is known of libraries. */
export interface ProgramView {
  readonly ts: Compiler;
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** The project's own sources in program order, without declaration files, dependencies and tests. */
  readonly files: readonly ts.SourceFile[];
  /** The project's tests: they run nothing that lasts, but an export they name is there for them. */
  readonly tests: readonly ts.SourceFile[];
  readonly models: ModelIndex;
  readonly settings: AnalysisSettings;
}

const tables = Symbol('tables');

interface Tabled {
  [tables]: unknown[] | undefined;
}

let kinds = 0;

/** A table that belongs to one program and dies with it: kept by the view itself, where it is found fastest. */
export function perProgram<T>(create: (view: ProgramView) => T): (view: ProgramView) => T {
  const kind = kinds;
  kinds += 1;
  return (view) => {
    const own = ((view as ProgramView & Tabled)[tables] ??= []);
    let table = own[kind] as T | undefined;
    if (table === undefined) {
      table = create(view);
      own[kind] = table;
    }
    return table;
  };
}

interface MemoState<V> {
  readonly done: Map<unknown, V>;
  readonly running: Map<unknown, number>;
  readonly attempts: Map<unknown, number>;
  depth: number;
  /** The shallowest running computation that was asked for again; what is deeper than it saw only a part and is not kept. */
  cutAt: number;
}

/** How often an answer that rests on a cut is worked out anew before it is kept as it is: knots of calls must not cost for ever. */
const mostAttempts = 3;

/**
 * Memoises a recursive question per program. A question asked again while it is being answered gets `whileRunning`;
 * answers that rest on such a cut are given but not kept, so results do not depend on which question came first; in knots
 * so tight that this would cost too much the last one is kept.
 */
export function memoPerProgram<K, V>(
  whileRunning: (key: K) => V,
  compute: (view: ProgramView, key: K) => V,
): (view: ProgramView, key: K) => V {
  const stateOf = perProgram<MemoState<V>>(() => ({ done: new Map(), running: new Map(), attempts: new Map(), depth: 0, cutAt: Infinity }));
  return (view, key) => {
    const state = stateOf(view);
    const known = state.done.get(key);
    if (known !== undefined || state.done.has(key)) return known as V;
    const running = state.running.get(key);
    if (running !== undefined) {
      state.cutAt = Math.min(state.cutAt, running);
      return whileRunning(key);
    }
    state.depth += 1;
    const depth = state.depth;
    state.running.set(key, depth);
    try {
      const value = compute(view, key);
      const attempts = (state.attempts.get(key) ?? 0) + 1;
      if (state.cutAt >= depth) state.cutAt = Infinity;
      if (state.cutAt === Infinity || attempts >= mostAttempts) state.done.set(key, value);
      else state.attempts.set(key, attempts);
      return value;
    } finally {
      state.running.delete(key);
      state.depth -= 1;
    }
  };
}
