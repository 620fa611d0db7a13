/**
 * Entry points that no call in the program shows. Computes them from decorators, from the type a function is written
 * for, from parameters that only exist inside a turn, from the user's settings and, last, from being exported without
 * any caller. Assumes that a framework calls what it decorates. Gives up conventions of file names.
 */
import type ts from 'typescript';

import { contextualMember } from '../../typescript/contextual-member.js';
import { decoratorRowsOf } from '../../typescript/decorator-rows.js';
import { isCallbackOfLanguage, isPlainCallback } from '../../typescript/plain-callback.js';
import { perProgram, type ProgramView } from '../../typescript/program-view.js';
import { type RowOf, rowsOfDeclaration, rowsOfTypeItself, rowsOfWrittenType } from '../../typescript/rows-of.js';
import { classOf, fixedName, type Frame, frameOf, isStaticMember } from '../../typescript/syntax.js';
import { writtenParameter } from '../../typescript/written-member.js';
import { namesIn } from '../facts/name-index.js';
import { ancestorsOf, declaredAs } from '../summaries/class-family.js';

import type { Edge, Pace } from './edge.js';
import { offeringClass } from './offered-methods.js';

function entry(view: ProgramView, frame: Frame, site: ts.Node, pace: Pace): Edge {
  return { frame: frameOf(view.ts, frame), site, arguments: undefined, receiver: undefined, anchor: undefined, pace, row: undefined };
}

function fromDecorators(view: ProgramView, frame: Frame): readonly Edge[] {
  const owner = classOf(view.ts, frame);
  const name = view.ts.isSourceFile(frame) ? undefined : fixedName(view.ts, frame.name);
  const own = decoratorRowsOf(view, frame, 'decorates').filter(({ row }) => row.methods === undefined);
  const ofClass = owner === undefined || name === undefined ? [] : decoratorRowsOf(view, owner, 'decorates').filter(({ row }) => row.methods?.includes(name) ?? false);
  return [...own, ...ofClass].flatMap(({ decorator, row }) => (row.per === 'created' ? [] : [entry(view, frame, decorator, row.per)]));
}

/** The rows of what an object literal's member is written for, by the member's own name or by that of its type. */
function handlesAsMember(view: ProgramView, frame: Frame): readonly RowOf<'handles'>[] {
  const { ts: tsc } = view;
  const member = tsc.isMethodDeclaration(frame) ? frame : frame.parent;
  const literal = member.parent;
  if (!(tsc.isMethodDeclaration(member) || tsc.isPropertyAssignment(member)) || !tsc.isObjectLiteralExpression(literal)) return [];
  const wanted = contextualMember(view, literal, member.name);
  const named = (wanted?.declarations ?? []).flatMap((declaration) => rowsOfDeclaration(view, declaration, 'handles'));
  if (named.length > 0 || wanted === undefined || !tsc.isMethodDeclaration(member)) return named;
  return rowsOfTypeItself(view, view.checker.getTypeOfSymbolAtLocation(wanted, literal), 'handles');
}

function fromHandlerType(view: ProgramView, frame: Frame): readonly Edge[] {
  const { ts: tsc } = view;
  if (tsc.isSourceFile(frame) || tsc.isPropertyDeclaration(frame)) return [];
  const [asMember] = handlesAsMember(view, frame);
  if (asMember !== undefined) return [entry(view, frame, frame, asMember.per)];
  if (tsc.isMethodDeclaration(frame)) {
    const row = declaredAs(view, frame).flatMap((d) => rowsOfDeclaration(view, d, 'handles'))[0];
    return row === undefined ? [] : [entry(view, frame, frame, row.per)];
  }
  if ((!tsc.isArrowFunction(frame) && !tsc.isFunctionExpression(frame)) || isPlainCallback(view, frame)) return [];
  const type = view.checker.getContextualType(frame);
  const row = type === undefined ? undefined : rowsOfTypeItself(view, type, 'handles')[0];
  return row === undefined ? [] : [entry(view, frame, frame, row.per)];
}

/** Whether a type, as it is written, may name a class or interface: most parameters need no more to be passed over. */
function mayTakeObject({ ts: tsc }: ProgramView, type: ts.TypeNode | undefined): boolean {
  if (type === undefined) return true;
  return !(tsc.isToken(type) || tsc.isArrayTypeNode(type) || tsc.isFunctionTypeNode(type) || tsc.isLiteralTypeNode(type) || tsc.isTupleTypeNode(type) || tsc.isTypeLiteralNode(type));
}

/** A function that takes a request is called inside one, whoever calls it. */
function fromTurnParameter(view: ProgramView, frame: Frame): readonly Edge[] {
  const { ts: tsc } = view;
  if (tsc.isSourceFile(frame) || tsc.isPropertyDeclaration(frame)) return [];
  const given = frame.parameters.filter((parameter) => parameter.dotDotDotToken === undefined && mayTakeObject(view, parameter.type));
  const inferred = (tsc.isArrowFunction(frame) || tsc.isFunctionExpression(frame)) && given.some(({ type }) => type === undefined) && !isCallbackOfLanguage(view, frame);
  for (const parameter of given) {
    if (parameter.type === undefined && !inferred) continue;
    const rows = rowsOfWrittenType(view, writtenParameter(view, parameter), 'yields') ?? rowsOfTypeItself(view, view.checker.getTypeAtLocation(parameter), 'yields');
    const [row] = rows;
    if (row !== undefined) return [entry(view, frame, frame, row.lifetime)];
  }
  return [];
}

function fromSettings(view: ProgramView, frame: Frame): readonly Edge[] {
  if (view.settings.entryPoints.length === 0 || view.ts.isSourceFile(frame)) return [];
  const owner = classOf(view.ts, frame)?.name?.text;
  const declared = view.ts.getNameOfDeclaration(frame) ?? (view.ts.isVariableDeclaration(frame.parent) ? frame.parent.name : undefined);
  const own = fixedName(view.ts, declared);
  if (own === undefined) return [];
  const name = owner === undefined ? own : `${owner}.${own}`;
  const file = frame.getSourceFile().fileName;
  const named = view.settings.entryPoints.some((entryPoint) => {
    const [path, wanted] = entryPoint.includes('#') ? entryPoint.split('#') : [undefined, entryPoint];
    return wanted === name && (path === undefined || file === path || file.endsWith(`/${path}`));
  });
  return named ? [entry(view, frame, frame, 'event')] : [];
}

const namesInTests = perProgram((view) => new Set(view.tests.flatMap((file) => [...namesIn(view.ts, file).keys()])));

/** Whether a frame can be called from outside the program: exported, and not just for tests. */
function isExported(view: ProgramView, frame: Frame): boolean {
  const { ts: tsc } = view;
  if (tsc.isSourceFile(frame)) return false;
  const declared = tsc.isVariableDeclaration(frame.parent) ? frame.parent : frame;
  if (tsc.isExportAssignment(frame.parent)) return true;
  const name = tsc.getNameOfDeclaration(declared);
  if (!tsc.isSourceFile(frameOf(tsc, declared)) || namesInTests(view).has(fixedName(tsc, name) ?? '')) return false;
  if (tsc.isFunctionDeclaration(declared) && declared.name === undefined) return true;
  const moduleSymbol = view.checker.getSymbolAtLocation(frame.getSourceFile());
  const own = name === undefined ? undefined : view.checker.getSymbolAtLocation(name);
  if (moduleSymbol === undefined || own === undefined) return false;
  return view.checker.getExportsOfModule(moduleSymbol).some((exported) => exported === own || aliasTarget(view, exported) === own);
}

function aliasTarget(view: ProgramView, symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & view.ts.SymbolFlags.Alias) === 0 ? symbol : view.checker.getAliasedSymbol(symbol);
}

/** A static method of an exported class that nothing calls. */
function isExportedStatic(view: ProgramView, frame: Frame): boolean {
  const owner = classOf(view.ts, frame);
  if (owner?.name === undefined || !isStaticMember(view.ts, frame) || ancestorsOf(view, owner).length > 0) return false;
  return (view.ts.getCombinedModifierFlags(owner) & view.ts.ModifierFlags.Export) !== 0;
}

/** What is known of a frame that nothing calls, or that is called by the name of an ancestor's member alone. */
export interface Uncalled {
  readonly isHeldByExport: () => boolean;
  /** Whether nothing in the program creates the class that the frame is a member of. */
  readonly onlyByAncestor: boolean;
}

/** Entries of a frame, best evidence first. Being exported counts only when nothing calls it. */
export function entriesOf(view: ProgramView, frame: Frame, uncalled: Uncalled | undefined): readonly Edge[] {
  const shown = [...fromSettings(view, frame), ...fromDecorators(view, frame), ...fromHandlerType(view, frame), ...fromTurnParameter(view, frame)];
  if (shown.length > 0) return shown.slice(0, 1);
  if (uncalled === undefined) return [];
  const exported = !uncalled.onlyByAncestor && (isExported(view, frame) || isExportedStatic(view, frame) || uncalled.isHeldByExport());
  if (exported) return [entry(view, frame, frame, 'exported')];
  return offeringClass(view, frame) === undefined ? [] : [entry(view, frame, frame, 'offered')];
}
