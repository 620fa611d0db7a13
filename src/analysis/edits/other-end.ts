/**
 * A release that waits for an event which only a good end brings, made to wait for the one that every end brings. Computes the
 * change for callbacks without parameters that do nothing but release, since nothing else is meant to happen at every end.
 */
import type ts from 'typescript';

import type { Suggestion } from '../../terms/finding.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { frameOf, isFunctionWithBody } from '../../typescript/syntax.js';

import { releaseStatement } from './protected-region.js';

/** The event's name in the registration whose callback is nothing but this release. */
function eventOfCallback(view: ProgramView, release: ts.Node): ts.StringLiteralLike | undefined {
  const { ts: tsc } = view;
  const callback = frameOf(tsc, release);
  if (!isFunctionWithBody(tsc, callback) || callback.parameters.length > 0 || callback.body === undefined) return undefined;
  const alone = callback.body === release || (tsc.isBlock(callback.body) && callback.body.statements.length === 1 && callback.body.statements[0] === releaseStatement(view, release));
  const [event] = tsc.isCallExpression(callback.parent) ? callback.parent.arguments : [];
  return alone && event !== undefined && tsc.isStringLiteralLike(event) ? event : undefined;
}

/** The change, when each release is nothing but that. */
export function otherEnd(view: ProgramView, releases: readonly ts.Node[], always: string): Suggestion | undefined {
  const events = releases.map((release) => eventOfCallback(view, release));
  const found = events.filter((event) => event !== undefined);
  if (found.length === 0 || found.length < events.length) return undefined;
  const edits = found.map((event) => {
    const quote = event.getText().charAt(0);
    return { start: event.getStart(), end: event.end, text: `${quote}${always}${quote}` };
  });
  return { title: `Release on '${always}'`, edits };
}
