/**
 * A release that some way out skips, put where every way out passes. Computes the change that wraps what follows the
 * acquisition in `try` and moves the release into `finally`; where it stands in a `finally` block already, the `try` begins earlier.
 * Assumes that the release is no more than that: how a transaction ends is for its author to say. Gives up what `regionFor` gives up.
 */
import type ts from 'typescript';

import type { Edit, Suggestion } from '../../terms/finding.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { frameOf, isWithin } from '../../typescript/syntax.js';

import { awaited, isAsync, isPromise } from './handle-uses.js';
import { localSymbol, nodesInside, variablesIn } from './local-names.js';
import { type Acquisition, acquisitionAt, isUsedOutside, type Region, regionFor } from './protected-region.js';
import { hasComments, indentAt, indentStep, lineEnd, lineStart, linesOf, literalLines, newlineOf, nextLine } from './source-lines.js';
import { movedIn, wrapInTry } from './wrap-in-try.js';

/** The lines of a statement with its comments, without their common indentation; undefined where a literal goes over lines. */
function bareLines({ ts: tsc }: ProgramView, statement: ts.Statement): readonly string[] | undefined {
  const { text } = statement.getSourceFile();
  const span = linesOf(tsc, statement);
  if (span === undefined || literalLines(tsc, statement).size > 0) return undefined;
  const indent = indentAt(text, statement.getStart());
  const lines = text.slice(span.start, lineEnd(text, span.end - 1)).replaceAll('\r', '').split('\n');
  return lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()));
}

/** The `try` in whose `finally` block the releases stand, when the statements before it are all that it leaves out. */
function laterTry(view: ProgramView, { rest }: Acquisition, releases: readonly ts.Node[]): ts.TryStatement | undefined {
  const { ts: tsc } = view;
  return rest.find((statement): statement is ts.TryStatement => {
    if (!tsc.isTryStatement(statement)) return false;
    const { finallyBlock } = statement;
    return statement.catchClause === undefined && finallyBlock !== undefined && releases.every((release) => isWithin(release, finallyBlock));
  });
}

/** Beginning a `try` earlier. */
function beginEarlier(view: ProgramView, { rest }: Acquisition, later: ts.TryStatement): readonly Edit[] | undefined {
  const { ts: tsc } = view;
  const { text } = later.getSourceFile();
  const before = rest.slice(0, rest.indexOf(later));
  const spans = before.map((statement) => linesOf(tsc, statement));
  const [first] = spans;
  const start = later.getStart();
  const opening = { start: lineStart(text, start), end: nextLine(text, start) };
  if (first === undefined || spans.includes(undefined) || !/^[\t ]*try \{$/u.test(text.slice(opening.start, lineEnd(text, start)))) return undefined;
  if (hasComments(tsc, later) || isUsedOutside(view, before, [later.tryBlock])) return undefined;
  const moved = movedIn(tsc, before, { start: first.start, end: opening.start }, indentStep(later.tryBlock), []);
  return [{ start: first.start, end: first.start, text: `${indentAt(text, start)}try {${newlineOf(text)}` }, ...moved, { ...opening, text: '' }];
}

/** Promises that speak of what is released and that the region returns: they have to be awaited before. */
function returnedPromises(view: ProgramView, { statements }: Region, release: ts.Statement): readonly ts.Expression[] {
  const { ts: tsc, checker } = view;
  const named = new Set(variablesIn(view, release).map((name) => localSymbol(view, name)));
  const frame = frameOf(tsc, release);
  return statements
    .flatMap((statement) => nodesInside(view, statement))
    .flatMap((node) => (tsc.isReturnStatement(node) && node.expression !== undefined && frameOf(tsc, node) === frame ? [node.expression] : []))
    .filter((value) => isPromise(view, checker.getTypeAtLocation(value)) && variablesIn(view, value).some((name) => named.has(localSymbol(view, name))));
}

/** Whether the statement that acquires waits for something after that, which may fail before the next statement is reached. */
function waitsAfter(view: ProgramView, statement: ts.Statement, start: ts.Node): boolean {
  return nodesInside(view, statement).some((node) => view.ts.isAwaitExpression(node) && node.end > start.end && frameOf(view.ts, node) === frameOf(view.ts, statement));
}

/** The change, when it is certain to be right; `start` is the expression from whose evaluation on something is held. */
export function protectRelease(view: ProgramView, start: ts.Node, releases: readonly ts.Node[]): Suggestion | undefined {
  const acquisition = acquisitionAt(view, start);
  if (acquisition === undefined || linesOf(view.ts, acquisition.statement) === undefined || waitsAfter(view, acquisition.statement, start)) return undefined;
  const later = laterTry(view, acquisition, releases);
  if (later !== undefined) {
    const edits = beginEarlier(view, acquisition, later);
    return edits === undefined ? undefined : { title: 'Begin the `try` block right behind what its `finally` block releases', edits };
  }
  const region = regionFor(view, acquisition, releases);
  const release = region?.releases.at(-1);
  if (region === undefined || release === undefined || region.releases.some((one) => one !== release && hasComments(view.ts, one))) return undefined;
  const lines = bareLines(view, release);
  const promises = returnedPromises(view, region, release);
  if (lines === undefined || (promises.length > 0 && !isAsync(view, frameOf(view.ts, release)))) return undefined;
  const edits = wrapInTry(view.ts, { block: acquisition.block, statements: region.statements, removed: region.releases, release: lines });
  const [shortest = ''] = release.getText().replace(/;$/u, '').split('\n');
  return edits === undefined ? undefined : { title: `Move \`${shortest}\` into a \`finally\` block`, edits: [...edits, ...awaited(promises)] };
}
