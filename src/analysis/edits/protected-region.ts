/**
 * Which statements after one that acquires can be put into a `try` block whose `finally` block takes over the release.
 * Computes them so that everything keeps its meaning: names declared inside are not used outside, the names in the release
 * mean and hold the same there, and what would now come before the release does not notice. Assumes that library functions
 * do not look at what is released. Gives up releases in a condition, a loop or a variable's value.
 */
import type ts from 'typescript';

import { declarationAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { isForeign } from '../../typescript/rows-of.js';
import { around, frameOf, isCallLike, isFunctionWithBody, isWithin } from '../../typescript/syntax.js';

import { isWrittenIn, localSymbol, mentionsOf, nodesInside, variablesIn } from './local-names.js';

/** The statement that acquires, when nothing in it comes after that, in the block whose next statements use what it holds. */
export interface Acquisition {
  readonly statement: ts.Statement;
  readonly block: ts.Block;
  /** What follows in the block. */
  readonly rest: readonly ts.Statement[];
}

/** The statement of a block that acquires by this expression. */
export function acquisitionAt({ ts: tsc }: ProgramView, node: ts.Node): Acquisition | undefined {
  let child = node;
  for (const outer of around(node)) {
    if (tsc.isBlock(outer)) {
      const index = outer.statements.indexOf(child as ts.Statement);
      const statement = outer.statements[index];
      if (statement === undefined || (!tsc.isExpressionStatement(statement) && !tsc.isVariableStatement(statement))) return undefined;
      return { statement, block: outer, rest: outer.statements.slice(index + 1) };
    }
    if (isFunctionWithBody(tsc, outer) || (tsc.isVariableDeclarationList(outer) && outer.declarations.length > 1)) return undefined;
    child = outer;
  }
  return undefined;
}

/** The statement that a release is, alone. */
export function releaseStatement({ ts: tsc }: ProgramView, release: ts.Node): ts.ExpressionStatement | undefined {
  for (let node = release; ; node = node.parent) {
    const { parent } = node;
    if (tsc.isExpressionStatement(parent)) return parent;
    if (!tsc.isAwaitExpression(parent) && !tsc.isVoidExpression(parent) && !tsc.isParenthesizedExpression(parent) && !tsc.isDeleteExpression(parent)) return undefined;
  }
}

/** What the statements themselves declare, without what is declared in blocks inside them. */
function declaredBy(view: ProgramView, statements: readonly ts.Statement[]): readonly ts.Symbol[] {
  const { ts: tsc, checker } = view;
  const names = statements.flatMap((statement): readonly ts.Node[] => {
    if (tsc.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => nodesInside(view, name).filter((inner) => tsc.isIdentifier(inner)));
    return 'name' in statement && statement.name !== undefined ? [statement.name as ts.Node] : [];
  });
  return names.flatMap((name) => checker.getSymbolAtLocation(name) ?? []);
}

/** Whether what statements declare is mentioned outside them. */
export function isUsedOutside(view: ProgramView, statements: readonly ts.Statement[], except: readonly ts.Node[]): boolean {
  const [first] = statements;
  if (first === undefined) return false;
  const file = first.getSourceFile();
  return declaredBy(view, statements).some((symbol) =>
    mentionsOf(view, file, symbol).some((mention) => ![...statements, ...except].some((inside) => isWithin(mention, inside))),
  );
}

/** Whether code may come before the release as well as after it: it waits for nothing and runs nothing of the program's own. */
function isIndifferent(view: ProgramView, node: ts.Node): boolean {
  const { ts: tsc } = view;
  return nodesInside(view, node).every((inner) => {
    if (tsc.isAwaitExpression(inner) || tsc.isYieldExpression(inner) || tsc.isForOfStatement(inner)) return false;
    if (!isCallLike(tsc, inner)) return true;
    const callee = inner.expression;
    const name = tsc.isPropertyAccessExpression(callee) ? callee.name : callee;
    const declaration = declarationAt(view, name);
    return declaration !== undefined && isForeign(declaration) && !/^(?:emit|dispatchEvent)$/u.test(name.getText());
  });
}

function isLeaving({ ts: tsc }: ProgramView, statement: ts.Statement | undefined): boolean {
  return statement !== undefined && (tsc.isReturnStatement(statement) || tsc.isThrowStatement(statement));
}

/** Whether a release inside the block comes right before leaving the function, so that `finally` comes at the same moment. */
function comesBeforeLeaving(view: ProgramView, release: ts.ExpressionStatement, block: ts.Block): boolean {
  const { ts: tsc } = view;
  const { parent } = release;
  if (!tsc.isBlock(parent)) return false;
  const next = parent.statements[parent.statements.indexOf(release) + 1];
  if (next === undefined || !isLeaving(view, next) || !isIndifferent(view, next)) return false;
  for (const outer of around(parent)) {
    if (outer === block) return true;
    if (tsc.isIterationStatement(outer, false) || (tsc.isTryStatement(outer) && outer.finallyBlock !== undefined)) return false;
  }
  return false;
}

/** Whether the names in a release mean and are known to hold in the `finally` block what they do where it stands. */
function readsSameOutside(view: ProgramView, release: ts.Statement, acquiring: ts.Statement, statements: readonly ts.Statement[]): boolean {
  const { ts: tsc, checker } = view;
  return variablesIn(view, release).every((name) => {
    const symbol = localSymbol(view, name);
    if (symbol === undefined) return false;
    if (symbol.declarations?.some((declaration) => statements.some((inside) => isWithin(declaration, inside))) === true) return false;
    const mentions = mentionsOf(view, name.getSourceFile(), symbol);
    if (isWrittenIn(view, mentions.filter((mention) => statements.some((inside) => isWithin(mention, inside))))) return false;
    const type = checker.getTypeAtLocation(name);
    const known = mentions.filter((mention) => isWithin(mention, acquiring)).map((mention) => checker.getTypeAtLocation(mention));
    return type === checker.getTypeOfSymbol(symbol) || known.includes(type) || (symbol.flags & tsc.SymbolFlags.Variable) === 0;
  });
}

/** Statements to protect, and the releases among them. */
export interface Region {
  readonly statements: readonly ts.Statement[];
  readonly releases: readonly ts.ExpressionStatement[];
}

/** The part of what follows that has to be protected for these releases to be one in a `finally` block. */
export function regionFor(view: ProgramView, { statement, block, rest }: Acquisition, releases: readonly ts.Node[]): Region | undefined {
  const found = releases.map((release) => releaseStatement(view, release));
  const statements = found.filter((one) => one !== undefined);
  const [release] = statements;
  if (release === undefined || statements.length < found.length) return undefined;
  const frame = frameOf(view.ts, statement);
  const text = release.getText();
  if (statements.some((one) => one.getText() !== text || frameOf(view.ts, one) !== frame || !isWithin(one, block))) return undefined;
  const direct = statements.filter((one) => rest.includes(one));
  const nested = statements.filter((one) => !rest.includes(one));
  const [last] = direct;
  if (direct.length > 1 || !nested.every((one) => comesBeforeLeaving(view, one, block))) return undefined;
  const before = last === undefined ? rest : rest.slice(0, rest.indexOf(last) + 1);
  const after = rest.slice(before.length);
  const whole = isUsedOutside(view, before, []);
  if (whole && (isUsedOutside(view, rest, []) || !after.every((one) => isIndifferent(view, one)))) return undefined;
  const region = whole ? rest : before;
  return readsSameOutside(view, release, statement, region) ? { statements: region, releases: statements } : undefined;
}
