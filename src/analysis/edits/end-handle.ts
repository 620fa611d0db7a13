/**
 * A release for a local handle that has none. Computes the change that declares it with `using`, where its type has a
 * disposer that the program's libraries know, or else wraps what follows in `try` with the release in `finally`. Assumes that
 * the library types tell the release. Gives up handles whose use may go on after their function.
 */
import type ts from 'typescript';

import type { RegistersRow } from '../../models/schema.js';
import type { Suggestion } from '../../terms/finding.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type CallLike, frameOf, isWithin, widest } from '../../typescript/syntax.js';

import { awaited, isAsync, promisesOf } from './handle-uses.js';
import { localSymbol, mentionsOf } from './local-names.js';
import { acquisitionAt, isUsedOutside } from './protected-region.js';
import { releaseOfHandle } from './release-call.js';
import { linesOf, terminatorOf } from './source-lines.js';
import { wrapInTry } from './wrap-in-try.js';

/** The declaration of the local constant that alone holds what an expression gives. */
export function constantOf({ ts: tsc }: ProgramView, node: ts.Expression): (ts.VariableDeclaration & { readonly name: ts.Identifier }) | undefined {
  const declaration = widest(tsc, node).parent;
  if (!tsc.isVariableDeclaration(declaration) || !tsc.isIdentifier(declaration.name) || !tsc.isVariableDeclarationList(declaration.parent)) return undefined;
  const { flags, declarations } = declaration.parent;
  const isConst = (flags & tsc.NodeFlags.Const) !== 0 && (flags & tsc.NodeFlags.Using) === 0;
  return isConst && declarations.length === 1 ? (declaration as ts.VariableDeclaration & { readonly name: ts.Identifier }) : undefined;
}

/** Whether the program says that its runtime or its libraries have disposers: types that other packages bring say nothing of it. */
function knowsDisposers({ ts: tsc, program }: ProgramView): boolean {
  const { lib, target } = program.getCompilerOptions();
  return lib === undefined ? target !== undefined && target >= tsc.ScriptTarget.ESNext : lib.some((name) => /^lib\.esnext\.(?:disposable\.|full\.)?d\.ts$/u.test(name));
}

/** The keyword of a declaration that ends such a value; what is left of a stream would be lost with it. */
function disposingKeyword(view: ProgramView, { what, opensBy }: RegistersRow, type: ts.Type, mayAwait: boolean): string | undefined {
  if (what === 'a stream' || what === 'a transaction' || opensBy !== undefined) return undefined;
  const names = view.checker.getPropertiesOfType(type).map(({ escapedName }) => String(escapedName));
  const has = (name: string): boolean => names.some((known) => known.startsWith(`__@${name}@`));
  if (has('dispose')) return 'using';
  return has('asyncDispose') && mayAwait ? 'await using' : undefined;
}

/** The call that opens a handle: one that failed to open is not to be closed. */
function openingAt(view: ProgramView, name: ts.Identifier, { opensBy = [] }: RegistersRow): ts.Node | undefined {
  const { ts: tsc } = view;
  const symbol = localSymbol(view, name);
  const mentions = symbol === undefined ? [] : mentionsOf(view, name.getSourceFile(), symbol);
  return mentions.find(({ parent }) => tsc.isPropertyAccessExpression(parent) && opensBy.includes(parent.name.text));
}

/** The change, when it is certain to be right. */
export function endHandle(view: ProgramView, node: CallLike, row: RegistersRow): Suggestion | undefined {
  const { ts: tsc, checker } = view;
  const declaration = constantOf(view, node);
  if (declaration === undefined) return undefined;
  const { name } = declaration;
  const type = checker.getTypeAtLocation(name);
  const frame = frameOf(tsc, node);
  // What a pool lends can be given back unopened; a client of its own that was not opened may refuse to be closed.
  const opening = row.opensBy === undefined || row.into !== 'process' ? name : openingAt(view, name, row);
  const acquired = opening === undefined ? undefined : acquisitionAt(view, opening);
  const made = acquisitionAt(view, name);
  if (acquired === undefined || made?.block !== acquired.block || !isWithin(declaration, frame) || checker.getNonNullableType(type) !== type) return undefined;
  const promises = promisesOf(view, name, node, frame);
  if (promises === undefined) return undefined;
  const isScript = (node.getSourceFile().flags & tsc.NodeFlags.JavaScriptFile) !== 0;
  const keyword = isScript || !knowsDisposers(view) ? undefined : disposingKeyword(view, row, type, isAsync(view, frame));
  if (keyword !== undefined) {
    const start = declaration.parent.getStart();
    return { title: `Declare \`${name.text}\` with \`${keyword}\``, edits: [{ start, end: start + 'const'.length, text: keyword }, ...awaited(promises)] };
  }
  const release = releaseOfHandle(view, row, type, name.text, acquired.statement);
  if (release === undefined || (release.waits && !isAsync(view, frame)) || isUsedOutside(view, acquired.rest, []) || linesOf(tsc, acquired.statement) === undefined) return undefined;
  const text = `${release.waits ? 'await ' : ''}${release.text}${terminatorOf(acquired.statement)}`;
  const edits = wrapInTry(tsc, { block: acquired.block, statements: acquired.rest, removed: [], release: [text] });
  return edits === undefined ? undefined : { title: `Call \`${release.text}\` in a \`finally\` block`, edits: [...edits, ...awaited(promises)] };
}
