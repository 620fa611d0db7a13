/**
 * Whether a key of one turn comes again in another. Computes it from what the key is made of, followed up to the start of
 * the turn: what was there before the turn is the same in each, and what the outside world says once it may say again.
 * Assumes that what names a connection, a job or a message itself, as `socket.id` does, names no other. Gives up what
 * functions make: it may be new each time.
 */
import type ts from 'typescript';

import { declarationAt, declarationsAt } from '../../typescript/declaration-of.js';
import { packageOfFile } from '../../typescript/origin-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { type CallLike, type Frame, frameOf, isCallLike, isWithin, peel, thisFrameOf } from '../../typescript/syntax.js';
import type { Edge, Pace } from '../graph/edge.js';
import type { Recurrence } from '../graph/recurrence.js';
import { calleesOf } from '../summaries/callees-of.js';
import { initializerOf, valuesOf } from '../summaries/values-of.js';

/** `always`: each turn has the same key; `may`: somebody outside decides; `new`: nothing shows that it comes again. */
export type KeyRecurrence = 'always' | 'may' | 'new';

const longest = 40;

/** What goes into a key: the value at the end of these names, and the calls that lead to the frame it stands in, nearest first. */
interface Part {
  readonly node: ts.Expression;
  readonly names: readonly string[];
  readonly frame: Frame;
  readonly above: readonly Edge[];
}

/** Whether the language or Node declares what is called: it makes the same of the same. */
function isOfPlatform(view: ProgramView, callee: ts.Expression): boolean {
  const declarations = declarationsAt(view, view.ts.isPropertyAccessExpression(callee) ? callee.name : callee);
  return declarations.length > 0 && declarations.every((d) => view.program.isSourceFileDefaultLibrary(d.getSourceFile()) || packageOfFile(d.getSourceFile().fileName) === 'node');
}

/** `JSON` in `JSON.parse(text)`: nothing of it goes into the result. */
function isNamespace(view: ProgramView, receiver: ts.Expression): boolean {
  const declaration = declarationAt(view, receiver);
  return declaration !== undefined && view.program.isSourceFileDefaultLibrary(declaration.getSourceFile());
}

function madeFrom(view: ProgramView, call: CallLike): readonly ts.Expression[] {
  const callee = peel(view.ts, call.expression);
  if (calleesOf(view, call).length > 0 || !isOfPlatform(view, callee)) return [];
  const receiver = view.ts.isPropertyAccessExpression(callee) && !isNamespace(view, callee.expression) ? [callee.expression] : [];
  return [...receiver, ...(call.arguments ?? [])];
}

/** Where a destructured name comes from, and the names that lead there. */
function sourceOf(view: ProgramView, declaration: ts.Declaration): { readonly source: ts.Node; readonly names: readonly string[] } {
  const { ts: tsc } = view;
  const names: string[] = [];
  let node: ts.Node = declaration;
  while (tsc.isBindingElement(node) || tsc.isObjectBindingPattern(node) || tsc.isArrayBindingPattern(node)) {
    if (tsc.isBindingElement(node)) names.unshift((node.propertyName ?? node.name).getText());
    node = node.parent;
  }
  return { source: node, names };
}

const turnsWithName: ReadonlySet<Pace> = new Set(['connection', 'job']);

function isText(view: ProgramView, parameter: ts.ParameterDeclaration): boolean {
  const type = view.checker.getTypeAtLocation(parameter);
  const name = type.getSymbol()?.name;
  return (type.flags & (view.ts.TypeFlags.StringLike | view.ts.TypeFlags.NumberLike)) !== 0 || name === 'Buffer' || name === 'Uint8Array';
}

/** Whether a part of what a turn is given names the turn itself, or is an object that stands for it. */
function namesTurn(view: ProgramView, parameter: ts.ParameterDeclaration, names: readonly string[], pace: Pace): boolean {
  if (names.length === 0) return !isText(view, parameter);
  return names.length === 1 && (names[0] === 'id' || (turnsWithName.has(pace) && parameter.parent.parameters[0] === parameter));
}

/** Whether what a declaration names stays as it was first set. */
function isConstant(view: ProgramView, declaration: ts.Declaration | undefined): boolean {
  if (declaration === undefined) return false;
  return valuesOf(view, declaration).every(({ at }) => at === declaration || view.ts.isConstructorDeclaration(frameOf(view.ts, at)));
}

/** Whether a chain of members reads the same each time; what the turn cannot see written counts as such. */
function isFixedChain(view: ProgramView, node: ts.Expression): boolean {
  const outer = node.parent;
  if (!view.ts.isPropertyAccessExpression(outer) || outer.expression !== node) return true;
  return isConstant(view, declarationAt(view, outer.name)) && isFixedChain(view, outer);
}

/** The calls that lead to one frame on the way to another; undefined when it is not on that way. */
function callsOf(wanted: Frame, frame: Frame, above: readonly Edge[]): readonly Edge[] | undefined {
  const at = above.findIndex((edge) => edge.frame === wanted);
  return wanted === frame ? above : at < 0 ? undefined : above.slice(at + 1);
}

class KeyReader {
  private left = longest;

  constructor(
    private readonly view: ProgramView,
    private readonly turn: Frame,
    private readonly pace: Pace,
  ) {}

  read({ node: given, names, frame, above }: Part): KeyRecurrence {
    const { ts: tsc } = this.view;
    const node = peel(tsc, given);
    this.left -= 1;
    if (this.left < 0) return 'new';
    const inside = (inner: ts.Expression, more: readonly string[] = []): KeyRecurrence => this.read({ node: inner, names: [...more, ...names], frame, above });
    if (tsc.isLiteralExpression(node)) return 'always';
    if (tsc.isTemplateExpression(node)) return weakest(node.templateSpans.map(({ expression }) => inside(expression)));
    if (tsc.isBinaryExpression(node)) return weakest([inside(node.left), inside(node.right)]);
    if (tsc.isPropertyAccessExpression(node)) return inside(node.expression, [node.name.text]);
    if (tsc.isElementAccessExpression(node)) return weakest([inside(node.expression, [node.argumentExpression.getText()]), inside(node.argumentExpression)]);
    if (isCallLike(tsc, node)) return weakest(madeFrom(this.view, node).map((each) => inside(each)));
    return node.kind === tsc.SyntaxKind.ThisKeyword ? this.readThis(node, names, frame, above) : this.readName(node, names, frame, above);
  }

  private readThis(node: ts.Expression, names: readonly string[], frame: Frame, above: readonly Edge[]): KeyRecurrence {
    const owner = thisFrameOf(this.view.ts, frame);
    const [call, ...rest] = callsOf(owner, frame, above) ?? [];
    if (call?.receiver !== undefined) return this.read({ node: call.receiver, names, frame: call.frame, above: rest });
    return isWithin(this.turn, owner) && names.length > 0 && isFixedChain(this.view, node) ? 'always' : 'new';
  }

  private readName(node: ts.Expression, names: readonly string[], frame: Frame, above: readonly Edge[]): KeyRecurrence {
    const { ts: tsc } = this.view;
    const declaration = tsc.isIdentifier(node) ? declarationAt(this.view, node) : undefined;
    if (declaration === undefined) return 'new';
    const home = frameOf(tsc, declaration);
    const calls = callsOf(home, frame, above);
    if (calls === undefined) return this.readOuter(node, declaration, home);
    const { source, names: steps } = sourceOf(this.view, declaration);
    const inner = [...steps, ...names];
    if (!tsc.isParameter(source)) {
      const value = initializerOf(this.view, source as ts.Declaration);
      return value === undefined ? 'new' : this.read({ node: value, names: inner, frame: home, above: calls });
    }
    const [call, ...rest] = calls;
    if (call === undefined) return home !== this.turn || namesTurn(this.view, source, inner, this.pace) ? 'new' : 'may';
    const argument = call.arguments?.[source.parent.parameters.indexOf(source)];
    return argument === undefined || tsc.isSpreadElement(argument) ? 'new' : this.read({ node: argument, names: inner, frame: call.frame, above: rest });
  }

  /** What a closure keeps from before the turn. */
  private readOuter(node: ts.Expression, declaration: ts.Declaration, home: Frame): KeyRecurrence {
    const isBefore = home !== this.turn && isWithin(this.turn, home) && !this.view.ts.isSourceFile(home);
    return isBefore && isConstant(this.view, declaration) && isFixedChain(this.view, node) ? 'always' : 'new';
  }
}

function weakest(parts: readonly KeyRecurrence[]): KeyRecurrence {
  if (parts.length === 0 || parts.includes('new')) return 'new';
  return parts.includes('may') ? 'may' : 'always';
}

/** Whether the key with which the turns of this loop store is the same in several of them. */
export function keyRecurrence(view: ProgramView, key: ts.Expression, { entry, path }: Recurrence): KeyRecurrence {
  const frame = frameOf(view.ts, key);
  const above = path.toReversed();
  return entry === undefined ? 'new' : new KeyReader(view, above.at(-1)?.frame ?? frame, entry.pace).read({ node: key, names: [], frame, above });
}
