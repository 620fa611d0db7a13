/**
 * What makes a frame run. Computes its call sites and the registrations that hand it to a library, following the
 * function as a value through wrappers, fields, parameters and returns; plus the entries no code shows: decorators,
 * handler types, user settings, exports. Assumes models for what a library does with a callback; a callback nobody
 * knows gives an edge of pace `unknown`. Gives up calls through `any` and computed member names.
 */
import type ts from 'typescript';

import { contextualMember } from '../../typescript/contextual-member.js';
import { decoratorRowsOf } from '../../typescript/decorator-rows.js';
import { memoPerProgram, type ProgramView } from '../../typescript/program-view.js';
import { classOf, fixedName, type Frame, frameOf, peel, widest } from '../../typescript/syntax.js';
import { declaredAs, heirsOf } from '../summaries/class-family.js';
import { constructorOf } from '../summaries/callees-of.js';

import type { Edge } from './edge.js';
import { callEdge, edgesAt } from './edges-at.js';
import { entriesOf, type Uncalled } from './entries-of.js';
import { injectedCreations, injectedRuns } from './injection-edges.js';
import type { Sighting } from './sighting.js';
import { flowFrom } from './value-flow.js';

function valueEdges(view: ProgramView, start: Parameters<typeof flowFrom>[1]): readonly Edge[] {
  const { sightings } = flowFrom(view, start, (frame) => returnSitesOf(view, frame));
  return sightings.flatMap((sighting) => [...edgesAt(view, sighting), ...handedBackEdges(view, sighting)]);
}

/** What a callback returns is the library's to call that runs the callback: a teardown, an unsubscription. */
function handedBackEdges(view: ProgramView, { expression, path }: Sighting): readonly Edge[] {
  const { ts: tsc } = view;
  const { parent } = expression;
  const returns = tsc.isReturnStatement(parent) || (tsc.isArrowFunction(parent) && parent.body === expression);
  if (!returns || path.length > 0) return [];
  const frame = tsc.isArrowFunction(parent) ? parent : frameOf(tsc, parent);
  const isRunByLibrary = callersOf(view, frame).some(({ pace, row }) => row !== undefined || pace === 'unknown');
  return isRunByLibrary ? [{ frame, site: expression, arguments: undefined, receiver: undefined, anchor: expression, pace: 'unknown', row: undefined }] : [];
}

/** Creations of a class: `new`, through heirs without a constructor of their own, and `super(…)` in those that have one. */
function creationEdges(view: ProgramView, declaration: ts.ClassLikeDeclaration): readonly Edge[] {
  const { ts: tsc } = view;
  const edges = valueEdges(view, { declarations: [[declaration, []]], expressions: tsc.isClassExpression(declaration) ? [{ expression: declaration, path: [] }] : [] });
  const own = edges.filter((edge) => tsc.isNewExpression(edge.site));
  const inherited = heirsOf(view, declaration).flatMap((heir): readonly Edge[] => {
    if (!tsc.isClassLike(heir)) return [];
    const constructor = heir.members.find((m): m is ts.ConstructorDeclaration => tsc.isConstructorDeclaration(m) && m.body !== undefined);
    if (constructor === undefined) return constructorOf(view, heir)?.parent === declaration || constructorOf(view, heir) === undefined ? creationsOf(view, heir) : [];
    return superCalls(view, constructor);
  });
  return [...own, ...inherited, ...injectedCreations(view, declaration)];
}

function superCalls(view: ProgramView, constructor: ts.ConstructorDeclaration): readonly Edge[] {
  const { ts: tsc } = view;
  for (const statement of constructor.body?.statements ?? []) {
    const call = tsc.isExpressionStatement(statement) ? statement.expression : undefined;
    if (call !== undefined && tsc.isCallExpression(call) && call.expression.kind === tsc.SyntaxKind.SuperKeyword) {
      return [{ ...callEdge(view, call), receiver: call.expression }];
    }
  }
  return [];
}

/** Everything that creates instances of a class, heirs included. */
export const creationsOf: (view: ProgramView, declaration: ts.ClassLikeDeclaration) => readonly Edge[] = memoPerProgram<ts.ClassLikeDeclaration, readonly Edge[]>(
  () => [],
  (view, declaration) => distinctEdges(creationEdges(view, declaration)),
);

function accessorEdges(view: ProgramView, accessor: ts.AccessorDeclaration): readonly Edge[] {
  const { ts: tsc } = view;
  const { sightings } = flowFrom(view, { declarations: [[accessor, []]] }, () => []);
  return sightings.flatMap(({ expression, path }): readonly Edge[] => {
    const access = peel(tsc, expression);
    if (path.length > 0 || !tsc.isPropertyAccessExpression(access) || fixedName(tsc, accessor.name) !== access.name.text) return [];
    const { parent } = expression;
    const written = tsc.isBinaryExpression(parent) && parent.left === expression;
    if (written !== tsc.isSetAccessorDeclaration(accessor)) return [];
    const given = written && tsc.isBinaryExpression(parent) ? [parent.right] : [];
    return [{ frame: frameOf(tsc, expression), site: expression, arguments: given, receiver: access.expression, anchor: access.expression, pace: 'call', row: undefined }];
  });
}

/** Whether a closure that its maker returns is what an exported variable holds: `export const log = makeLogger()`. */
function isHeldByExport(view: ProgramView, frame: Frame): boolean {
  const { ts: tsc } = view;
  const value = tsc.isArrowFunction(frame) || tsc.isFunctionExpression(frame) ? frame : undefined;
  const owner = classOf(tsc, frame);
  if (owner !== undefined && tsc.isMethodDeclaration(frame)) {
    const hidden = (tsc.getCombinedModifierFlags(frame) & (tsc.ModifierFlags.Private | tsc.ModifierFlags.Protected)) !== 0 || tsc.isPrivateIdentifier(frame.name);
    return !hidden && creationsOf(view, owner).some(({ site }) => tsc.isExpression(site) && isExportedValue(view, widest(tsc, site)));
  }
  const holder = tsc.isMethodDeclaration(frame) && tsc.isObjectLiteralExpression(frame.parent) ? frame.parent : value;
  // What is written straight into a table of the module is looked up there by whoever reads the table; only a maker's
  // product is an interface of its own.
  if (holder === undefined || tsc.isSourceFile(frameOf(tsc, holder))) return false;
  const { sightings } = flowFrom(view, { expressions: [{ expression: holder, path: [] }] }, (returning) => returnSitesOf(view, returning));
  return sightings.some(({ expression }) => isExportedValue(view, expression));
}

function isExportedValue(view: ProgramView, { parent }: ts.Expression): boolean {
  const { ts: tsc } = view;
  if (tsc.isExportAssignment(parent)) return true;
  return tsc.isVariableDeclaration(parent) && (tsc.getCombinedModifierFlags(parent) & tsc.ModifierFlags.Export) !== 0;
}

/** `using x = new C()` calls the disposer when the block ends. */
function disposalEdges(view: ProgramView, method: ts.MethodDeclaration): readonly Edge[] {
  const { ts: tsc } = view;
  const owner = classOf(tsc, method);
  if (owner === undefined || !/^\[Symbol\.(?:asyncDispose|dispose)\]$/u.test(method.name.getText())) return [];
  return creationsOf(view, owner).flatMap((creation): readonly Edge[] => {
    const value = tsc.isExpression(creation.site) ? widest(tsc, creation.site) : undefined;
    const declaration = value?.parent;
    if (declaration === undefined || !tsc.isVariableDeclaration(declaration) || (declaration.parent.flags & tsc.NodeFlags.Using) === 0) return [];
    return [{ frame: creation.frame, site: declaration, arguments: [], receiver: value, anchor: value, pace: 'call', row: undefined }];
  });
}

function ownEdges(view: ProgramView, frame: Frame): readonly Edge[] {
  const { ts: tsc } = view;
  if (tsc.isSourceFile(frame)) return [];
  const owner = classOf(tsc, frame);
  if ((tsc.isConstructorDeclaration(frame) || tsc.isPropertyDeclaration(frame)) && owner !== undefined) return creationsOf(view, owner);
  if (tsc.isAccessor(frame)) return accessorEdges(view, frame);
  if (tsc.isArrowFunction(frame) || tsc.isFunctionExpression(frame)) {
    const byItself = frame.name === undefined ? [] : [[frame, []] as const];
    return valueEdges(view, { expressions: [{ expression: frame, path: [] }], declarations: byItself });
  }
  const disposals = tsc.isMethodDeclaration(frame) ? disposalEdges(view, frame) : [];
  if (disposals.length > 0) return disposals;
  const literal = frame.parent;
  if (!tsc.isObjectLiteralExpression(literal)) {
    const inherited = declaredAs(view, frame).filter((d) => d !== frame);
    const dispatched = valueEdges(view, { declarations: inherited.map((d) => [d, []] as const) });
    return [...valueEdges(view, { declarations: [[frame, []]] }), ...dispatched.map((edge) => ({ ...edge, dispatched: owner }))];
  }
  const name = fixedName(tsc, frame.name) ?? '';
  const contextual = contextualMember(view, literal, frame.name)?.declarations ?? [];
  return valueEdges(view, {
    declarations: [frame, ...contextual].map((d) => [d, []] as const),
    expressions: [{ expression: literal, path: [{ kind: 'field', name, declaration: frame }] }],
  });
}

/** A method that a framework calls on each instance it has just made. */
function runsWhenCreated(view: ProgramView, frame: Frame): readonly Edge[] {
  const owner = classOf(view.ts, frame);
  const runs = owner !== undefined && decoratorRowsOf(view, frame, 'decorates').some(({ row }) => row.per === 'created');
  return runs ? creationsOf(view, owner) : [];
}

function distinctEdges(edges: readonly Edge[]): readonly Edge[] {
  const bySite = new Map<ts.Node, Edge[]>();
  const isNew = (edge: Edge): boolean => {
    const there = bySite.get(edge.site) ?? [];
    if (there.some((other) => other.entered?.call === edge.entered?.call && other.left?.call === edge.left?.call)) return false;
    bySite.set(edge.site, [...there, edge]);
    return true;
  };
  const order = (edge: Edge): readonly [string, number] => [edge.site.getSourceFile().fileName, edge.site.pos];
  return edges
    .filter(isNew)
    .sort((a, b) => {
      const [fileA, posA] = order(a);
      const [fileB, posB] = order(b);
      return fileA < fileB ? -1 : fileA > fileB ? 1 : posA - posB;
    });
}

function uncalled(view: ProgramView, frame: Frame, edges: readonly Edge[]): Uncalled | undefined {
  if (edges.length === 0) return { isHeldByExport: () => isHeldByExport(view, frame), onlyByAncestor: false };
  const classes = new Set(edges.map((edge) => edge.dispatched));
  const created = [...classes].some((owner) => owner === undefined || creationsOf(view, owner).length > 0);
  return created ? undefined : { isHeldByExport: () => false, onlyByAncestor: true };
}

/** Everything that makes a frame run, by file and position; entries without a visible caller last. */
export const callersOf: (view: ProgramView, frame: Frame) => readonly Edge[] = memoPerProgram<Frame, readonly Edge[]>(
  () => [],
  (view, frame) => {
    const edges = distinctEdges([...ownEdges(view, frame), ...injectedRuns(view, frame), ...runsWhenCreated(view, frame)]);
    return [...edges, ...entriesOf(view, frame, uncalled(view, frame, edges))];
  },
);

function returnSitesOf(view: ProgramView, frame: Frame): readonly ts.Expression[] {
  return callersOf(view, frame).flatMap(({ site, pace }) => (pace === 'call' && view.ts.isExpression(site) ? [site] : []));
}
