/**
 * What the project's own types show to be a resource. Computes, for each local that a frame gets from a call and ends by
 * itself (`const s = await open(); …; await s.close()`) and gives to nobody, whether ending it takes something back from others or tells them.
 * Assumes that a frame which ends what it gets on one way owes that on every way. Gives up types of libraries, which models know.
 */
import type ts from 'typescript';

import { declarationAt, declarationsAt } from '../../typescript/declaration-of.js';
import type { ProgramView } from '../../typescript/program-view.js';
import { isForeign } from '../../typescript/rows-of.js';
import { type CallLike, frameOf, isCallLike, peel, widest } from '../../typescript/syntax.js';
import type { GrowthSite } from '../facts/growth-site.js';
import { nodesIn } from '../facts/node-index.js';
import { runsInLoop } from '../graph/recurrence.js';
import { frameOfDeclaration } from '../summaries/callees-of.js';
import { implementedBy } from '../summaries/class-family.js';
import { referencesOf } from '../summaries/references.js';
import { valuesOf } from '../summaries/values-of.js';

import { takesBack } from './takes-back.js';

const ends: readonly string[] = ['abort', 'close', 'destroy', 'disconnect', 'dispose', 'end', 'release', 'shutdown', 'stop', 'terminate'];

/** The one call of a frame that gives what a variable of it holds. */
function acquiredBy(view: ProgramView, variable: ts.Declaration, end: ts.CallExpression): CallLike | undefined {
  const { ts: tsc } = view;
  const frame = frameOf(tsc, end);
  if (!tsc.isVariableDeclaration(variable) || frameOf(tsc, variable) !== frame || (variable.parent.flags & tsc.NodeFlags.Using) !== 0) return undefined;
  const [given, ...others] = valuesOf(view, variable);
  if (given === undefined || others.length > 0 || frameOf(tsc, given.value) !== frame) return undefined;
  const maker = peel(tsc, given.value);
  return isCallLike(tsc, maker) && widest(tsc, maker) === given.value ? maker : undefined;
}

/** Whether some code of the project that runs when a member is called takes something back from others. */
function endsForOthers(view: ProgramView, member: ts.Declaration): boolean {
  return implementedBy(view, member).some((declaration) => {
    const frame = frameOfDeclaration(view, declaration);
    return frame !== undefined && takesBack(view, frame);
  });
}

/** The members by which a value is ended, when one of them is the project's own and matters to others. */
function endingMembers(view: ProgramView, value: ts.Expression): readonly string[] {
  const members = view.checker.getTypeAtLocation(value).getProperties().filter(({ name }) => ends.includes(name));
  const declared = members.flatMap(({ declarations = [] }) => declarations);
  if (declared.some(isForeign) || !declared.some((declaration) => endsForOthers(view, declaration))) return [];
  return members.map(({ name }) => name);
}

const stores: ReadonlySet<string> = new Set(['add', 'push', 'set', 'unshift']);

/** Whether a mention of the value gives it to somebody who may see to its end: returned, stored, put into something. */
function isGivenAway({ ts: tsc }: ProgramView, mention: ts.Node): boolean {
  const { parent } = mention;
  if (tsc.isCallExpression(parent)) return tsc.isPropertyAccessExpression(parent.expression) && parent.expression.expression !== mention && stores.has(parent.expression.name.text);
  return (
    tsc.isReturnStatement(parent) ||
    tsc.isYieldExpression(parent) ||
    (tsc.isArrowFunction(parent) && parent.body === mention) ||
    tsc.isArrayLiteralExpression(parent) ||
    tsc.isShorthandPropertyAssignment(parent) ||
    (tsc.isPropertyAssignment(parent) && parent.initializer === mention) ||
    (tsc.isBinaryExpression(parent) && parent.right === mention && parent.operatorToken.kind === tsc.SyntaxKind.EqualsToken)
  );
}

function resourceEndedBy(view: ProgramView, end: ts.CallExpression): GrowthSite | undefined {
  const { ts: tsc } = view;
  const callee = peel(tsc, end.expression);
  if (!tsc.isPropertyAccessExpression(callee) || !ends.includes(callee.name.text) || !tsc.isIdentifier(callee.expression)) return undefined;
  const variable = declarationAt(view, callee.expression);
  const maker = variable === undefined ? undefined : acquiredBy(view, variable, end);
  if (maker === undefined || declarationsAt(view, callee.name).some(isForeign) || !runsInLoop(view, frameOf(tsc, maker))) return undefined;
  if (variable === undefined || referencesOf(view, variable).some((mention) => isGivenAway(view, mention))) return undefined;
  const result = endingMembers(view, callee.expression);
  if (result.length === 0) return undefined;
  const name = peel(tsc, maker.expression);
  return {
    node: maker,
    container: maker,
    kinds: [],
    gain: 'registration',
    assigns: false,
    means: tsc.isPropertyAccessExpression(name) ? name.name.text : name.getText(),
    key: undefined,
    values: [...(maker.arguments ?? [])],
    registers: { kind: 'registers', on: '', what: 'a resource', into: 'process', owned: true, undone: { result }, because: '' },
    derived: true,
  };
}

/** What the frames of a file get and end, each once, in source order. */
export function ownResourcesIn(view: ProgramView, file: ts.SourceFile): readonly GrowthSite[] {
  const sites = nodesIn(view.ts, file).calls.flatMap((call) => resourceEndedBy(view, call) ?? []);
  return [...new Map(sites.map((site) => [site.node, site])).values()].sort((a, b) => a.node.pos - b.node.pos);
}
