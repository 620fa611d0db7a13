// What is read off declarations against what the checker says, on every member access of this project's own sources and on
// the forms that must be left to the checker. A narrowed variable may have a member of its own in the narrower type.

import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { libraryModels } from '../../src/models/index.js';
import { indexModels } from '../../src/typescript/model-index.js';
import type { ProgramView } from '../../src/typescript/program-view.js';
import { writtenMember } from '../../src/typescript/written-member.js';
import { unaliased } from '../../src/typescript/written-type.js';
import { programOfTexts } from '../models/program-of-texts.js';

function viewOf(program: ts.Program, files: readonly ts.SourceFile[]): ProgramView {
  return { ts, program, checker: program.getTypeChecker(), files, tests: [], models: indexModels(libraryModels), settings: { entryPoints: [] } };
}

function accessesIn(file: ts.SourceFile): readonly ts.PropertyAccessExpression[] {
  const found: ts.PropertyAccessExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isNarrowed(view: ProgramView, receiver: ts.Expression): boolean {
  const { checker } = view;
  if (ts.isPropertyAccessExpression(receiver)) return isNarrowed(view, receiver.expression);
  const variable = ts.isIdentifier(receiver) ? checker.getSymbolAtLocation(receiver) : undefined;
  return variable !== undefined && checker.getTypeOfSymbol(variable) !== checker.getTypeAtLocation(receiver);
}

/** A member of `Partial<T>` is a symbol of its own with the declaration of T's. */
function declarationOf(symbol: ts.Symbol | undefined): ts.Declaration | undefined {
  return symbol?.valueDeclaration ?? symbol?.declarations?.[0];
}

function answersOf(view: ProgramView): readonly { readonly access: string; readonly written: ts.Symbol | undefined; readonly same: boolean }[] {
  return view.files.flatMap(accessesIn).map((access) => {
    const written = writtenMember(view, access);
    const asked = unaliased(view, view.checker.getSymbolAtLocation(access.name));
    return { access: access.getText(), written, same: declarationOf(written) === declarationOf(asked) || isNarrowed(view, access.expression) };
  });
}

function programOfSources(): ts.Program {
  const config = fileURLToPath(new URL('../../tsconfig.build.json', import.meta.url));
  const fail = (diagnostic: ts.Diagnostic): never => {
    throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
  };
  const parsed = ts.getParsedCommandLineOfConfigFile(config, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail });
  if (parsed === undefined) throw new Error(`${config} cannot be read`);
  return ts.createProgram(parsed.fileNames, parsed.options);
}

const text = `
class Base<T> { readonly items: T[] = []; readonly byName = new Map<string, T>(); own(): Base<T> { return this; } }
class Heir extends Base<string> { later: Promise<Base<number>> | undefined; load(): Promise<Heir> { return Promise.resolve(this); } run() { this.items.push(''); super.own(); } }
interface Both { items: string[] }
type Alias = { items: string[] };
type Heirs = readonly Heir[];
interface Loads { load(id: number): Promise<Both>; load(id: string): Promise<Heir>; }
export async function use(heir: Heir, alias: Alias, either: Heir | Both, heirs: Heir[], rooms: Map<string, Set<Heir>>, part: Partial<Heir>, many: Heirs, loads: Loads) {
  heir.items.push('');
  heir.own().byName.set('', '');
  (await heir.load()).later?.then(() => {});
  heirs.map((one) => one.items);
  alias.items.push('');
  either.items.push('');
  for (const each of heirs) each.byName.clear();
  heirs[0]!.load();
  const { byName: table } = heir;
  table.get('');
  let room = rooms.get('') ?? new Set();
  room.add(heir);
  for (const [id, members] of rooms) { id.trim(); members.forEach((member) => member.run()); }
  rooms.forEach((inRoom) => inRoom.clear());
  part.items?.pop();
  many.find((found) => found.own());
  heirs.find((one) => one.items.length > 0)?.run();
  heirs.filter((one) => one.items.length > 0).sort().reverse();
  const last = (heir.later = heirs[0]!.load());
  last.then(() => {});
  \`\${String(loads)}!\`.split('!').join();
  (await loads.load('')).items;
}
export function take({ held: { length }, held }: { held: string[]; }, { again }: Holder<Heir>) { held.pop(); again.items.push(''); return length; }
interface Holder<T> { again: T }
`;

describe('members read off declarations', () => {
  it('are those the checker finds, on the sources of this project', () => {
    const program = programOfSources();
    const answers = answersOf(viewOf(program, program.getSourceFiles().filter((file) => !file.isDeclarationFile && !file.fileName.includes('/node_modules/'))));
    const written = answers.filter((answer) => answer.written !== undefined);
    expect(written.filter((answer) => !answer.same).map((answer) => answer.access)).toEqual([]);
    expect(written.length).toBeGreaterThan(answers.length / 4);
  });

  it('are found through bases, results and awaited results, and left to the checker where types are combined', () => {
    const program = programOfTexts(new Map([['use.ts', text]]));
    const answers = answersOf(viewOf(program, program.getSourceFiles().filter((file) => file.fileName.endsWith('/use.ts'))));
    const written = answers.filter((answer) => answer.written !== undefined);
    expect(written.filter((answer) => !answer.same).map((answer) => answer.access)).toEqual([]);
    const found = written.map((answer) => answer.access);
    const inSight = ['heir.items.push', 'heir.own().byName.set', '(await heir.load()).later', 'heirs.map', 'this.items.push', 'super.own', 'each.byName', 'heirs[0]!.load', 'table.get'];
    expect(found).toEqual(expect.arrayContaining(inSight));
    // What type arguments say reaches elements, keys and values, callbacks and what is made of parts of a type.
    expect(found).toEqual(expect.arrayContaining(['room.add', 'id.trim', 'member.run', 'inRoom.clear', 'part.items?.pop', 'found.own', 'again.items.push']));
    expect(found).toEqual(expect.arrayContaining(['heirs.find((one) => one.items.length > 0)?.run', 'heirs.filter((one) => one.items.length > 0).sort().reverse', 'last.then', "`${String(loads)}!`.split('!').join"]));
    for (const left of ['alias.items', 'either.items', "(await loads.load('')).items"]) expect(found).not.toContain(left);
  });
});
