/**
 * Which members stand for one another through inheritance. Computes, from heritage clauses, the base classes,
 * interfaces and subclasses of a class and the members of one name along them. Assumes nominal use of interfaces; gives
 * up structural matches without an `implements`.
 */
import type ts from 'typescript';

import { declarationsAt } from '../../typescript/declaration-of.js';
import { memoPerProgram, perProgram, type ProgramView } from '../../typescript/program-view.js';
import { fixedName } from '../../typescript/syntax.js';
import { type Heir, nodesIn } from '../facts/node-index.js';

function parentsOf(view: ProgramView, heir: Heir): readonly ts.Declaration[] {
  const clauses = heir.heritageClauses ?? [];
  return clauses.flatMap((clause) => clause.types).flatMap((type) => declarationsAt(view, view.ts.isPropertyAccessExpression(type.expression) ? type.expression.name : type.expression));
}

const heirsByParent = perProgram((view) => {
  const index = new Map<ts.Declaration, Heir[]>();
  for (const file of view.files) {
    for (const heir of nodesIn(view.ts, file).heirs) {
      for (const parent of parentsOf(view, heir)) index.set(parent, [...(index.get(parent) ?? []), heir]);
    }
  }
  return index;
});

/** A class's or interface's direct and indirect heirs in the project, nearest first. */
export const heirsOf: (view: ProgramView, declaration: ts.Declaration) => readonly Heir[] = memoPerProgram<ts.Declaration, readonly Heir[]>(
  () => [],
  (view, declaration) => {
    const direct = heirsByParent(view).get(declaration) ?? [];
    return [...new Set([...direct, ...direct.flatMap((heir) => heirsOf(view, heir))])];
  },
);

/** The classes and interfaces a class inherits from, nearest first. */
export const ancestorsOf: (view: ProgramView, declaration: ts.Declaration) => readonly ts.Declaration[] = memoPerProgram<
  ts.Declaration,
  readonly ts.Declaration[]
>(
  () => [],
  (view, declaration) => {
    const { ts: tsc } = view;
    if (!tsc.isClassLike(declaration) && !tsc.isInterfaceDeclaration(declaration)) return [];
    const direct = parentsOf(view, declaration);
    return [...new Set([...direct, ...direct.flatMap((parent) => ancestorsOf(view, parent))])];
  },
);

const membersOf = memoPerProgram<ts.Declaration, ReadonlyMap<string, readonly ts.Declaration[]>>(
  () => new Map(),
  ({ ts: tsc }, owner) => {
    const members = new Map<string, ts.Declaration[]>();
    if (!tsc.isClassLike(owner) && !tsc.isInterfaceDeclaration(owner)) return members;
    for (const member of owner.members) {
      const name = fixedName(tsc, member.name);
      if (name !== undefined) members.set(name, [...(members.get(name) ?? []), member]);
    }
    return members;
  },
);

function memberNamed(view: ProgramView, owner: ts.Declaration, name: string): readonly ts.Declaration[] {
  return membersOf(view, owner).get(name) ?? [];
}

/** The declarations a call may name when it means this member: itself and the same member of every ancestor. */
export function declaredAs(view: ProgramView, member: ts.Declaration): readonly ts.Declaration[] {
  const name = fixedName(view.ts, view.ts.getNameOfDeclaration(member));
  if (name === undefined || (!view.ts.isClassLike(member.parent) && !view.ts.isInterfaceDeclaration(member.parent))) return [member];
  return [member, ...ancestorsOf(view, member.parent).flatMap((ancestor) => memberNamed(view, ancestor, name))];
}

/** The members that run when a call names this one: itself and the same member of every heir. */
export function implementedBy(view: ProgramView, member: ts.Declaration): readonly ts.Declaration[] {
  const name = fixedName(view.ts, view.ts.getNameOfDeclaration(member));
  if (name === undefined || (!view.ts.isClassLike(member.parent) && !view.ts.isInterfaceDeclaration(member.parent))) return [member];
  return [member, ...heirsOf(view, member.parent).flatMap((heir) => memberNamed(view, heir, name))];
}
