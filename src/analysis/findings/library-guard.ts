/**
 * What a schedule says about runs that overlap. Computes the state of the option that the model names: on, off, or not
 * to be seen; and whether the installed version knows it, read off its declarations. Assumes that an option without
 * declarations is known.
 */
import type ts from 'typescript';

import type { OverlapGuard } from '../../models/schema.js';
import type { Suggestion } from '../../terms/finding.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type CallLike, isFunctionWithBody, peel } from '../../typescript/syntax.js';

import { constantOf } from './known-constant.js';
import { writtenOption } from './written-option.js';

/** The state of a library's own guard. */
export interface LibraryGuard {
  readonly state: 'off' | 'on' | 'unknown';
  /** How code would write the option that keeps runs apart; undefined when the library or its installed version has none. */
  readonly spelling: string | undefined;
  /** The option as it is written, when it switches the guard off. */
  readonly refused: string | undefined;
  /** For how long a run under way keeps the next one waiting, when that is not for ever. */
  readonly lock: number | undefined;
  readonly suggestion: Suggestion | undefined;
}

const none: LibraryGuard = { state: 'off', spelling: undefined, refused: undefined, lock: undefined, suggestion: undefined };

function argumentsMeant(call: CallLike, { argument }: OverlapGuard): readonly ts.Expression[] {
  const given = call.arguments ?? [];
  return argument === 'any' ? given : given.slice(argument, argument + 1);
}

function parametersOf({ checker }: ProgramView, call: CallLike, { argument }: OverlapGuard): readonly ts.Symbol[] | undefined {
  const signature = checker.getResolvedSignature(call);
  if (signature?.declaration === undefined) return undefined;
  return argument === 'any' ? signature.parameters : signature.parameters.slice(argument, argument + 1);
}

/** Whether the declarations of the installed version name the option. */
function isDeclared(view: ProgramView, call: CallLike, guard: OverlapGuard): boolean {
  const { checker } = view;
  const parameters = parametersOf(view, call, guard);
  const { option } = guard;
  if (parameters === undefined) return true;
  if (option === undefined) return parameters.length > 0;
  return parameters.some((parameter) => {
    const type = checker.getNonNullableType(checker.getTypeOfSymbol(parameter));
    return (type.flags & view.ts.TypeFlags.Any) !== 0 || (type.isUnion() ? type.types : [type]).some((part) => part.getProperty(option) !== undefined);
  });
}

function stateOfValue(view: ProgramView, value: ts.Expression): LibraryGuard['state'] {
  const { SyntaxKind } = view.ts;
  const node = peel(view.ts, value);
  if (node.kind === SyntaxKind.TrueKeyword || isFunctionWithBody(view.ts, node)) return 'on';
  if (node.kind === SyntaxKind.FalseKeyword || node.kind === SyntaxKind.NullKeyword || node.getText() === 'undefined') return 'off';
  return 'unknown';
}

/** Putting the option into an options object that is written in place, or behind the last argument when that is where options go. */
function suggestionFor(view: ProgramView, call: CallLike, { argument, option }: OverlapGuard, spelling: string): Suggestion | undefined {
  const { ts: tsc } = view;
  if (option === undefined) return undefined;
  const given = call.arguments ?? tsc.factory.createNodeArray<ts.Expression>();
  const title = `Set \`${spelling}\``;
  const insertion = (at: number, text: string): Suggestion => ({ title, edits: [{ start: at, end: at, text }] });
  const options = given.findLast((candidate, i) => (argument === 'any' || argument === i) && tsc.isObjectLiteralExpression(peel(tsc, candidate)));
  if (options !== undefined) {
    const first = (peel(tsc, options) as ts.ObjectLiteralExpression).properties[0];
    if (first !== undefined) return insertion(first.getStart(), `${spelling}, `);
    return insertion(options.getStart() + 1, ` ${spelling} `);
  }
  const last = given.at(-1);
  const next = argument === 'any' ? given.length > 0 && given.length < 3 : argument === given.length;
  return last !== undefined && next ? insertion(last.end, `, { ${spelling} }`) : undefined;
}

/** The guard that a schedule's library offers, and whether this schedule uses it. */
export function libraryGuardOf(view: ProgramView, call: CallLike, guard: OverlapGuard | undefined): LibraryGuard {
  if (guard === undefined) return none;
  if (!isDeclared(view, call, guard)) return none;
  const { option, default: initial } = guard;
  const written = argumentsMeant(call, guard)
    .map((argument) => (option === undefined ? argument : writtenOption(view, argument, option)))
    .find((found) => found !== 'absent');
  if (initial === 'locked') {
    // A lock of the library's own length is long enough; one that is written tells for how long it keeps runs apart.
    if (written === undefined) return { ...none, state: 'on', spelling: option };
    const lock = typeof written === 'string' ? undefined : constantOf(view, written);
    return typeof lock === 'number' ? { ...none, lock } : { ...none, state: 'unknown' };
  }
  const spelling = option === undefined ? parametersOf(view, call, guard)?.[0]?.name : `${option}: true`;
  const state = written === undefined ? initial : typeof written === 'string' ? 'unknown' : stateOfValue(view, written);
  const refused = written !== undefined && typeof written !== 'string' && state === 'off' && option !== undefined ? `${option}: ${written.getText()}` : undefined;
  const suggestion = spelling === undefined || written !== undefined ? undefined : suggestionFor(view, call, guard, spelling);
  return { state, spelling, refused, lock: undefined, suggestion };
}
