/**
 * Where what a turn registers can be taken back: when the object that it serves ends, or as the function is left that
 * registered it. Computes the edits for code that tells which: it speaks of an object of the turn whose type says by which
 * event every end is told, or of nothing but locals of a function that waits. Assumes that an object which is passed to the
 * function has not ended yet, unless something was awaited before. Gives up all other code, whose end only its author knows.
 */
import type ts from 'typescript';

import type { Edit } from '../../terms/finding.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type RowOf, rowsOfTypeItself } from '../../typescript/rows-of.js';
import { type Frame, frameOf } from '../../typescript/syntax.js';

import { isAsync, servesFrame } from './handle-uses.js';
import { isWrittenIn, localSymbol, mentionsOf, nodesInside, variablesIn } from './local-names.js';
import { acquisitionAt, isUsedOutside } from './protected-region.js';
import type { ReleaseCall } from './release-call.js';
import { indentAt, indentStep, linesOf, newlineOf, quoteOf, terminatorOf } from './source-lines.js';
import { wrapInTry } from './wrap-in-try.js';

/** The edits, and the moment in words. */
export interface EndOfTurn {
  readonly when: string;
  readonly edits: readonly Edit[];
}

/** An object of the turn, and how the end that it comes to is told. */
interface Ending {
  readonly name: ts.Identifier;
  readonly row: RowOf<'ends'>;
}

/** The parameters of a frame that tell their ends, and keep their name's meaning. */
function endingsOf(view: ProgramView, frame: Frame): readonly Ending[] {
  const { ts: tsc, checker } = view;
  if (tsc.isSourceFile(frame) || tsc.isPropertyDeclaration(frame)) return [];
  return frame.parameters.flatMap(({ name }) => {
    const symbol = tsc.isIdentifier(name) ? localSymbol(view, name) : undefined;
    if (symbol === undefined || !tsc.isIdentifier(name) || isWrittenIn(view, mentionsOf(view, name.getSourceFile(), symbol))) return [];
    const [row] = rowsOfTypeItself(view, checker.getTypeOfSymbol(symbol), 'ends');
    return row === undefined ? [] : [{ name, row }];
  });
}

/**
 * What ends the turn that code serves: what the turn itself brings to its end, such as a response, or the connection that it is,
 * rather than what only comes in.
 */
function endingObject(view: ProgramView, code: readonly ts.Node[], statement: ts.Statement, turn: string): Ending | undefined {
  const spoken = new Set(code.flatMap((one) => variablesIn(view, one)).map((name) => localSymbol(view, name)));
  const endings = endingsOf(view, frameOf(view.ts, statement));
  const isSpoken = ({ name }: Ending): boolean => spoken.has(localSymbol(view, name));
  const own = endings.filter(({ row }) => row.by !== undefined || turn === 'connection');
  return endings.some(isSpoken) ? (own.find(isSpoken) ?? own[0]) : undefined;
}

function isAfterAwait(view: ProgramView, statement: ts.Statement): boolean {
  const frame = frameOf(view.ts, statement);
  return nodesInside(view, frame).some((inner) => view.ts.isAwaitExpression(inner) && inner.pos < statement.pos);
}

/** Where a release of what this expression registers for this code belongs, in turns of this name. */
export function endOfTurn(view: ProgramView, registration: ts.Expression, code: readonly ts.Node[], release: ReleaseCall, turn: string): EndOfTurn | undefined {
  const { ts: tsc } = view;
  const acquisition = acquisitionAt(view, registration);
  if (acquisition === undefined || code.length === 0) return undefined;
  const { statement, block, rest } = acquisition;
  const span = linesOf(tsc, statement);
  if (span === undefined) return undefined;
  const { text } = statement.getSourceFile();
  const frame = frameOf(tsc, statement);
  const end = terminatorOf(statement);
  const ending = endingObject(view, code, statement, turn);
  if (ending !== undefined) {
    if (release.waits || isAfterAwait(view, statement)) return undefined;
    const newline = newlineOf(text);
    const indent = indentAt(text, statement.getStart());
    const quote = quoteOf(tsc, statement.getSourceFile());
    const lines = [`${ending.name.text}.on(${quote}${ending.row.always}${quote}, () => {`, `${indentStep(block)}${release.text}${end}`, `})${end}`];
    return { when: `when \`${ending.name.text}\` emits '${ending.row.always}'`, edits: [{ start: span.end, end: span.end, text: lines.map((line) => `${indent}${line}${newline}`).join('') }] };
  }
  const waits = rest.some((one) => nodesInside(view, one).some((inner) => tsc.isAwaitExpression(inner) && frameOf(tsc, inner) === frame));
  if (!waits || !isAsync(view, frame) || !servesFrame(view, code, frame) || isUsedOutside(view, rest, [])) return undefined;
  const edits = wrapInTry(tsc, { block, statements: rest, removed: [], release: [`${release.waits ? 'await ' : ''}${release.text}${end}`] });
  return edits === undefined ? undefined : { when: 'in a `finally` block', edits };
}
