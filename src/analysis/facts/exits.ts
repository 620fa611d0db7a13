/**
 * The ways out of a frame that skip a release. Computes them by running the frame's statements with what is held as the
 * only state: nothing yet, held, let go, in any combination. Assumes that a handle which is tested for
 * being there is not held where it is missing, and that calls throw and promises reject only when the asker says so. Gives up
 * what callbacks do later, and labels.
 */
import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';
import { type Frame, isFunctionWithBody } from '../../typescript/syntax.js';

/** How code leaves with something still held. */
export interface Escape {
  readonly kind: 'end' | 'rejection' | 'return' | 'throw';
  /** The statement or expression that leaves, or whose failure is caught before; the frame itself for its end. */
  readonly node: ts.Node;
  /** The handler that catches the failure and goes on without letting go. */
  readonly caughtBy?: ts.CatchClause;
}

/** What is acquired where, what lets it go, and what else matters on the way. */
export interface Holding {
  /** The expression whose evaluation acquires. */
  readonly start: ts.Node;
  readonly releases: ReadonlySet<ts.Node>;
  /** Expressions that denote the handle: a test of one tells whether anything is held. */
  readonly handles: ReadonlySet<ts.Node>;
  /** Whether a call is known to throw. */
  readonly throws: (call: ts.Node) => boolean;
  /** Whether what is awaited may reject. */
  readonly rejects: (awaited: ts.AwaitExpression) => boolean;
}

const before = 1;
const held = 2;
const free = 4;
/** Held, though what should have come before the release has failed and a handler has caught that. */
const failed = 8;
/** Any of the four at once; none when the code cannot be reached. */
type State = number;

interface Loop {
  readonly kind: 'loop';
  broken: State;
  continued: State;
}

interface Catch {
  readonly kind: 'catch';
  caught: State;
  /** The first failure that it catches while something is held. */
  cause: Escape | undefined;
}

interface Finally {
  readonly kind: 'finally';
  readonly block: ts.Block;
}

interface Walk {
  readonly tsc: Compiler;
  readonly holding: Holding;
  readonly escapes: Escape[];
  /** Whether some return, or the end, is reached with nothing held any more. */
  released: boolean;
  around: readonly (Catch | Finally | Loop)[];
  /** What has failed first where the state says so. */
  failure: Escape | undefined;
}

type Leaving = 'break' | 'continue' | Escape['kind'];

/** Follows a way out through what is around it. */
function leave(walk: Walk, kind: Leaving, node: ts.Node, state: State): void {
  const { around } = walk;
  let left = state;
  for (let i = around.length - 1; i >= 0 && left !== 0; i -= 1) {
    const outer = around[i];
    if (outer?.kind === 'finally') {
      walk.around = around.slice(0, i);
      left = run(walk, outer.block, left);
    } else if (outer?.kind === 'catch' && (kind === 'throw' || kind === 'rejection')) {
      outer.caught |= left;
      if ((left & (held | failed)) !== 0) outer.cause ??= { kind, node };
      left = 0;
    } else if (outer?.kind === 'loop' && (kind === 'break' || kind === 'continue')) {
      if (kind === 'break') outer.broken |= left;
      else outer.continued |= left;
      left = 0;
    }
  }
  walk.around = around;
  if (kind === 'break' || kind === 'continue') return;
  if ((left & failed) !== 0 && walk.failure !== undefined) walk.escapes.push(walk.failure);
  if ((left & held) !== 0) walk.escapes.push({ kind, node });
  else if ((left & free) !== 0 && kind === 'return') walk.released = true;
}

/** What a test says of the handle: the state where it is there and where it is not. */
function branches(walk: Walk, test: ts.Expression, state: State): { readonly yes: State; readonly no: State } {
  const { tsc, holding } = walk;
  const { SyntaxKind } = tsc;
  if (tsc.isParenthesizedExpression(test)) return branches(walk, test.expression, state);
  if (tsc.isPrefixUnaryExpression(test) && test.operator === SyntaxKind.ExclamationToken) {
    const { yes, no } = branches(walk, test.operand, state);
    return { yes: no, no: yes };
  }
  if (tsc.isBinaryExpression(test)) {
    const operator = test.operatorToken.kind;
    if (operator === SyntaxKind.AmpersandAmpersandToken || operator === SyntaxKind.BarBarToken) {
      const left = branches(walk, test.left, state);
      const conjunction = operator === SyntaxKind.AmpersandAmpersandToken;
      const right = branches(walk, test.right, conjunction ? left.yes : left.no);
      return conjunction ? { yes: right.yes, no: left.no | right.no } : { yes: left.yes | right.yes, no: right.no };
    }
    const nothing = test.right.kind === SyntaxKind.NullKeyword || test.right.getText() === 'undefined';
    const differs = operator === SyntaxKind.ExclamationEqualsEqualsToken || operator === SyntaxKind.ExclamationEqualsToken;
    const equals = operator === SyntaxKind.EqualsEqualsEqualsToken || operator === SyntaxKind.EqualsEqualsToken;
    if (nothing && (differs || equals) && holding.handles.has(test.left)) {
      const absent = letGo(state);
      return differs ? { yes: state, no: absent } : { yes: absent, no: state };
    }
  }
  const after = run(walk, test, state);
  if (holding.handles.has(test)) return { yes: after, no: letGo(after) };
  return { yes: test.kind === SyntaxKind.FalseKeyword ? 0 : after, no: test.kind === SyntaxKind.TrueKeyword ? 0 : after };
}

function letGo(state: State): State {
  return (state & (held | failed)) === 0 ? state : (state & ~(held | failed)) | free;
}

/** What a handler does after the failures that it catches. */
function runCatch(walk: Walk, clause: ts.CatchClause, { caught, cause }: Catch): State {
  if ((caught & held) === 0 || cause === undefined) return run(walk, clause.block, caught);
  const outer = walk.failure;
  walk.failure = { ...cause, caughtBy: clause };
  const after = run(walk, clause.block, (caught & ~held) | failed);
  walk.failure = outer ?? walk.failure;
  return after;
}

function runTry(walk: Walk, node: ts.TryStatement, state: State): State {
  const outer = walk.around;
  const withFinally: Walk['around'] = node.finallyBlock === undefined ? outer : [...outer, { kind: 'finally', block: node.finallyBlock }];
  const handler: Catch = { kind: 'catch', caught: 0, cause: undefined };
  walk.around = node.catchClause === undefined ? withFinally : [...withFinally, handler];
  let after = run(walk, node.tryBlock, state);
  walk.around = withFinally;
  if (node.catchClause !== undefined && handler.caught !== 0) after |= runCatch(walk, node.catchClause, handler);
  walk.around = outer;
  return node.finallyBlock === undefined || after === 0 ? after : run(walk, node.finallyBlock, after);
}

/** A round more than once changes nothing: what one round may let go stays so. */
function runLoop(walk: Walk, node: ts.IterationStatement, state: State): State {
  const { tsc } = walk;
  const loop: Loop = { kind: 'loop', broken: 0, continued: 0 };
  let entered = state;
  let passed = state;
  if (tsc.isForStatement(node)) entered = node.initializer === undefined ? state : run(walk, node.initializer, state);
  else if (tsc.isForOfStatement(node) || tsc.isForInStatement(node)) entered = run(walk, node.expression, state);
  const test = tsc.isForStatement(node) ? node.condition : tsc.isWhileStatement(node) ? node.expression : undefined;
  if (test !== undefined) {
    const { yes, no } = branches(walk, test, entered);
    entered = yes;
    passed = no;
  } else passed = tsc.isForStatement(node) || tsc.isDoStatement(node) ? 0 : entered;
  const outer = walk.around;
  walk.around = [...outer, loop];
  const after = run(walk, node.statement, entered) | loop.continued;
  walk.around = outer;
  const next = tsc.isDoStatement(node) ? branches(walk, node.expression, after).no : test?.kind === tsc.SyntaxKind.TrueKeyword || (tsc.isForStatement(node) && test === undefined) ? 0 : after;
  return passed | next | loop.broken;
}

function runSwitch(walk: Walk, node: ts.SwitchStatement, state: State): State {
  const entered = run(walk, node.expression, state);
  const loop: Loop = { kind: 'loop', broken: 0, continued: 0 };
  const outer = walk.around;
  walk.around = [...outer, loop];
  let falling = 0;
  for (const clause of node.caseBlock.clauses) {
    falling |= entered;
    for (const statement of clause.statements) falling = run(walk, statement, falling);
  }
  walk.around = outer;
  if (loop.continued !== 0) leave(walk, 'continue', node, loop.continued);
  const hasDefault = node.caseBlock.clauses.some((clause) => walk.tsc.isDefaultClause(clause));
  return falling | loop.broken | (hasDefault ? 0 : entered);
}

/** What evaluating a node does once its parts are evaluated. */
function settle(walk: Walk, node: ts.Node, state: State): State {
  const { tsc, holding } = walk;
  if (tsc.isAwaitExpression(node) && node !== holding.start && (state & (held | failed)) !== 0 && holding.rejects(node)) leave(walk, 'rejection', node, state);
  else if ((tsc.isCallExpression(node) || tsc.isNewExpression(node)) && holding.throws(node)) leave(walk, 'throw', node, state);
  if (tsc.isCallExpression(node) && node.expression.getText() === 'process.exit') return 0;
  return node === holding.start ? (state & ~before) | held : state;
}

function run(walk: Walk, node: ts.Node, state: State): State {
  const { tsc } = walk;
  if (state === 0 || (isFunctionWithBody(tsc, node) && !walk.holding.releases.has(node))) return state;
  if (tsc.isTryStatement(node)) return runTry(walk, node, state);
  if (tsc.isIterationStatement(node, false)) return runLoop(walk, node, state);
  if (tsc.isSwitchStatement(node)) return runSwitch(walk, node, state);
  if (tsc.isIfStatement(node) || tsc.isConditionalExpression(node)) {
    const { yes, no } = branches(walk, tsc.isIfStatement(node) ? node.expression : node.condition, state);
    const [then, other] = tsc.isIfStatement(node) ? [node.thenStatement, node.elseStatement] : [node.whenTrue, node.whenFalse];
    return settle(walk, node, run(walk, then, yes) | (other === undefined ? no : run(walk, other, no)));
  }
  if (tsc.isBinaryExpression(node) && /^(?:&&|\|\||\?\?)$/u.test(node.operatorToken.getText())) {
    const { yes, no } = branches(walk, node.left, state);
    const conjunction = node.operatorToken.kind === tsc.SyntaxKind.AmpersandAmpersandToken;
    return settle(walk, node, conjunction ? no | run(walk, node.right, yes) : yes | run(walk, node.right, no));
  }
  // A chain that ends in a release protects what is awaited inside it.
  if (walk.holding.releases.has(node)) return letGo(state);
  let after = state;
  tsc.forEachChild(node, (child) => {
    after = run(walk, child, after);
  });
  if (tsc.isReturnStatement(node) || tsc.isThrowStatement(node)) {
    leave(walk, tsc.isReturnStatement(node) ? 'return' : 'throw', node, after);
    return 0;
  }
  if (tsc.isBreakStatement(node) || tsc.isContinueStatement(node)) {
    leave(walk, tsc.isBreakStatement(node) ? 'break' : 'continue', node, after);
    return 0;
  }
  return settle(walk, node, after);
}

/** How a frame may be left. */
export interface Exits {
  /** With what it acquired still held, in source order. */
  readonly escapes: readonly Escape[];
  /** Whether a return or the end is reached after a release. */
  readonly released: boolean;
}

/** The ways out of a frame after it acquired something. */
export function exitsOf(tsc: Compiler, frame: Frame, holding: Holding): Exits {
  const body = 'body' in frame ? frame.body : undefined;
  if (body === undefined) return { escapes: [], released: false };
  const walk: Walk = { tsc, holding, escapes: [], released: false, around: [], failure: undefined };
  const after = run(walk, body, before);
  if ((after & failed) !== 0 && walk.failure !== undefined) walk.escapes.push(walk.failure);
  const end: readonly Escape[] = (after & held) === 0 ? [] : [{ kind: 'end', node: frame }];
  const nodes = new Set<ts.Node>();
  const escapes = walk.escapes.filter(({ node }) => !nodes.has(node) && nodes.add(node)).sort((a, b) => a.node.pos - b.node.pos);
  return { escapes: [...escapes, ...end], released: walk.released || (end.length === 0 && (after & free) !== 0) };
}
