/**
 * Whether code that runs apart, as a worker's does, is seen to go on. Computes it from the text of the code, or from the file
 * of the program that the paths in an argument name: it listens from its top level, and nothing in it may end it. Assumes that
 * what it imports leaves it alone. Gives up paths that are put together out of more than texts, and files outside the program.
 */
import { posix } from 'node:path';

import type ts from 'typescript';

import type { DecidingCode } from '../../models/schema.js';
import type { Compiler } from '../../typescript/compiler.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type CallLike, isCallLike, isFunctionWithBody, peel } from '../../typescript/syntax.js';
import { writtenOut } from '../summaries/written-out.js';

import { sets } from './calls-named.js';

const sources: Readonly<Record<string, readonly string[]>> = { '.cjs': ['.cts', '.cjs'], '.js': ['.ts', '.js'], '.mjs': ['.mts', '.mjs'] };

function textsIn(tsc: Compiler, node: ts.Node): readonly string[] {
  if (tsc.isStringLiteralLike(node)) return [node.text];
  const found: string[] = [];
  tsc.forEachChild(node, (child) => void found.push(...textsIn(tsc, child)));
  return found;
}

/** The file of the program that an expression names beside its own. */
function fileNamedBy(view: ProgramView, given: ts.Expression): ts.SourceFile | undefined {
  const path = posix.join(posix.dirname(given.getSourceFile().fileName), ...textsIn(view.ts, given));
  const extension = posix.extname(path);
  const names = (sources[extension] ?? [extension]).map((other) => `${path.slice(0, path.length - extension.length)}${other}`);
  return names.flatMap((name) => view.program.getSourceFile(name) ?? [])[0];
}

function codeOf(view: ProgramView, call: CallLike, { argument, asText }: DecidingCode): ts.SourceFile | undefined {
  const given = call.arguments?.[argument];
  if (given === undefined) return undefined;
  const written = writtenOut(view, given);
  if (!sets(view, call, asText)) return fileNamedBy(view, written);
  return view.ts.isStringLiteralLike(written) ? view.ts.createSourceFile('code.js', written.text, view.ts.ScriptTarget.Latest) : undefined;
}

/** `parentPort.on('message', f)`: what is known by its name alone, since text has no types. */
function isWaiting({ ts: tsc }: ProgramView, node: ts.Node, { waits }: DecidingCode): boolean {
  if (!tsc.isCallExpression(node) || !tsc.isPropertyAccessExpression(node.expression) || !waits.by.includes(node.expression.name.text)) return false;
  const [event] = node.arguments;
  const owner = peel(tsc, node.expression.expression);
  const name = tsc.isPropertyAccessExpression(owner) ? owner.name : owner;
  return tsc.isIdentifier(name) && name.text === waits.on && event !== undefined && tsc.isStringLiteralLike(event) && event.text === waits.event;
}

/** Whether a call starts code that is in sight, and which waits for as long as nobody else ends it. */
export function isSeenToWait(view: ProgramView, node: ts.Node, deciding: DecidingCode): boolean {
  const { ts: tsc } = view;
  const code = isCallLike(tsc, node) ? codeOf(view, node, deciding) : undefined;
  if (code === undefined) return false;
  let waits = false;
  const mayEnd = (inner: ts.Node, inFunction: boolean): boolean => {
    if (!inFunction && isWaiting(view, inner, deciding)) waits = true;
    if (tsc.isIdentifier(inner) && deciding.ends.includes(inner.text)) return true;
    return tsc.forEachChild(inner, (child) => mayEnd(child, inFunction || isFunctionWithBody(tsc, inner)) || undefined) ?? false;
  };
  return !mayEnd(code, false) && waits;
}
