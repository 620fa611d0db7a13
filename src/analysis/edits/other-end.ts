/**
 * A release that waits for an event which need not come, made to come at every end. Computes the change for callbacks without
 * parameters that do nothing but release: what announces a good end of a stream is replaced by the event of every end, beside any
 * other the same is registered for that one as well. Assumes that to delete twice, or to take a listener off twice, does no
 * harm. Gives up emitters of which the models tell no such event.
 */
import type ts from 'typescript';

import type { Edit, Suggestion } from '../../terms/finding.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { rowsOfTypeItself } from '../../typescript/rows-of.js';
import { frameOf, isFunctionWithBody } from '../../typescript/syntax.js';

import { releaseStatement } from './protected-region.js';
import { indentAt, linesOf, newlineOf } from './source-lines.js';

/** Events that announce the good end of a stream, right before the one of every end. */
const announcing: ReadonlySet<string> = new Set(['end', 'finish']);
/** Releases that may be made twice. */
const repeatable: ReadonlySet<string> = new Set(['delete', 'off', 'removeEventListener', 'removeListener']);

interface Waiting {
  readonly call: ts.CallExpression;
  readonly event: ts.StringLiteralLike;
}

/** The registration whose callback is nothing but this release, on something that tells every end by this event. */
function waitingFor(view: ProgramView, release: ts.Node, always: string): Waiting | undefined {
  const { ts: tsc, checker } = view;
  const callback = frameOf(tsc, release);
  if (!isFunctionWithBody(tsc, callback) || callback.parameters.length > 0 || callback.body === undefined) return undefined;
  const { body, parent: call } = callback;
  const alone = body === release || (tsc.isBlock(body) && body.statements.length === 1 && body.statements[0] === releaseStatement(view, release));
  if (!alone || !tsc.isCallExpression(call) || !tsc.isPropertyAccessExpression(call.expression)) return undefined;
  const [event] = call.arguments;
  const tells = rowsOfTypeItself(view, checker.getTypeAtLocation(call.expression.expression), 'ends').some((row) => row.always === always);
  return tells && event !== undefined && tsc.isStringLiteralLike(event) ? { call, event } : undefined;
}

function isRepeatable({ ts: tsc }: ProgramView, release: ts.Node): boolean {
  return tsc.isCallExpression(release) && tsc.isPropertyAccessExpression(release.expression) && repeatable.has(release.expression.name.text);
}

/** The edit that has a release made at every end. */
function editFor(view: ProgramView, release: ts.Node, always: string): Edit | undefined {
  const { ts: tsc } = view;
  const waiting = waitingFor(view, release, always);
  if (waiting === undefined) return undefined;
  const { call, event } = waiting;
  const quote = event.getText().charAt(0);
  const replacement: Edit = { start: event.getStart(), end: event.end, text: `${quote}${always}${quote}` };
  if (announcing.has(event.text)) return replacement;
  const statement = call.parent;
  const span = linesOf(tsc, statement);
  if (!tsc.isExpressionStatement(statement) || !tsc.isBlock(statement.parent) || span === undefined || !isRepeatable(view, release)) return undefined;
  const { text } = statement.getSourceFile();
  const copy = `${text.slice(statement.getStart(), replacement.start)}${replacement.text}${text.slice(replacement.end, statement.end)}`;
  return { start: span.end, end: span.end, text: `${indentAt(text, statement.getStart())}${copy}${newlineOf(text)}` };
}

/** The change, when each release is nothing but that. */
export function otherEnd(view: ProgramView, releases: readonly ts.Node[], always: string): Suggestion | undefined {
  const edits = releases.map((release) => editFor(view, release, always));
  const found = edits.filter((edit) => edit !== undefined);
  if (found.length === 0 || found.length < edits.length) return undefined;
  return { title: `Release on '${always}'${found.some(({ start, end }) => start === end) ? ' as well' : ''}`, edits: found };
}
