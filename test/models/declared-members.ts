/**
 * What library type declarations really declare, under the names by which the engine looks rows up: a program that
 * imports every modelled module, walked for declarations. A row that names nothing here can never apply.
 */

import ts from 'typescript';

import type { BindsRow, InjectsRow, LibraryModel, ModelRow, RegistersRow, RegistryKey, RepeatsRow, ResolvesRow } from '../../src/models/schema.js';
import { indexModels, normalizedModule } from '../../src/typescript/model-index.js';
import { originOf } from '../../src/typescript/origin-of.js';
import type { ProgramView } from '../../src/typescript/program-view.js';
import { programOfTexts } from './program-of-texts.js';

/** Entry points beside the main one, with declarations of their own. */
const subpaths = [
  '@apollo/server/standalone', '@prisma/client/runtime/client', '@trpc/server/adapters/aws-lambda', '@trpc/server/adapters/express', '@trpc/server/adapters/fetch',
  '@trpc/server/adapters/next', '@trpc/server/adapters/standalone', '@trpc/server/adapters/ws', 'amqplib/callback_api', 'hono/factory',
  'next/cache.js', 'next/server.js', 'y-protocols/awareness',
];

/** The part of a generated Prisma client that no package declares. */
const generatedClient = `export declare class PrismaClient { constructor(options?: object); $connect(): Promise<void>; $disconnect(): Promise<void>; $on(event: string, callback: () => void): this }`;

function modulesOf(model: LibraryModel): readonly string[] {
  return [model.package, ...(model.aliases ?? [])];
}

/** Modules and scripts may be given different declarations of one library, hence both. */
function programOf(models: readonly LibraryModel[]): ts.Program {
  const modules = [...new Set([...models.flatMap(modulesOf), ...subpaths])].filter((specifier) => specifier !== 'global');
  const text = modules.map((specifier) => `import type {} from '${specifier}';\n`).join('');
  return programOfTexts(new Map([['every-library.mts', text], ['every-library.cts', text], ['node_modules/.prisma/client/index.d.ts', generatedClient]]));
}

function viewOf(models: readonly LibraryModel[]): ProgramView {
  const program = programOf(models);
  return { ts, program, checker: program.getTypeChecker(), files: [], tests: [], models: indexModels(models), settings: { entryPoints: [] } };
}

function declares(node: ts.Node): node is ts.Declaration {
  return (
    ts.isClassLike(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isFunctionDeclaration(node) ||
    ts.isVariableDeclaration(node) || ts.isClassElement(node) || ts.isTypeElement(node)
  );
}

/** A function that a module hands out under another name than it is declared by: `export { lookup as io }`. */
function renamedFunction(view: ProgramView, node: ts.Node): ts.FunctionDeclaration | undefined {
  const symbol = ts.isExportSpecifier(node) && node.propertyName !== undefined ? view.checker.getSymbolAtLocation(node.name) : undefined;
  if (symbol === undefined || (symbol.flags & ts.SymbolFlags.Alias) === 0) return undefined;
  return view.checker.getAliasedSymbol(symbol).declarations?.find((declaration) => ts.isFunctionDeclaration(declaration));
}

function declarationsByMember(view: ProgramView): ReadonlyMap<string, readonly ts.Declaration[]> {
  const found = new Map<string, ts.Declaration[]>();
  const add = (key: string, declaration: ts.Declaration): void => {
    const declarations = found.get(key) ?? [];
    if (declarations.length === 0) found.set(key, declarations);
    declarations.push(declaration);
  };
  const visit = (node: ts.Node): void => {
    const origin = declares(node) ? originOf(view, node) : undefined;
    if (origin !== undefined && declares(node)) add(`${origin.module}:${origin.member}`, node);
    const renamed = renamedFunction(view, node);
    const home = renamed === undefined ? undefined : originOf(view, renamed);
    if (renamed !== undefined && home !== undefined && ts.isExportSpecifier(node)) add(`${home.module}:${node.name.text}`, renamed);
    ts.forEachChild(node, visit);
  };
  for (const file of view.program.getSourceFiles()) if (file.isDeclarationFile) ts.forEachChild(file, visit);
  return found;
}

/** The library declarations of one program, asked for row by row. */
export class DeclaredMembers {
  readonly #view: ProgramView;
  readonly #byMember: ReadonlyMap<string, readonly ts.Declaration[]>;

  constructor(models: readonly LibraryModel[]) {
    this.#view = viewOf(models);
    this.#byMember = declarationsByMember(this.#view);
  }

  /** Why a row can never apply, or applies to something it does not fit; undefined when it is sound. */
  problemOf(model: LibraryModel, row: ModelRow): string | undefined {
    const symbols = modulesOf(model).flatMap((specifier) => this.#symbolsOf(normalizedModule(specifier), row));
    if (symbols.length === 0) return 'names nothing';
    const fits = symbols.some((symbol) => this.#fits(model, symbol, row)) && (row.kind !== 'registers' || this.#takesExcluded(symbols, row));
    return fits ? undefined : 'names something else';
  }

  /** The aliases of a model under which none of its rows names anything. */
  idleAliasesOf(model: LibraryModel): readonly string[] {
    return (model.aliases ?? []).filter((specifier) => model.rows.every((row) => this.#symbolsOf(normalizedModule(specifier), row).length === 0));
  }

  #symbolsOf(module: string, row: ModelRow): readonly ts.Symbol[] {
    const direct = this.#symbolsAt(`${module}:${row.on}`);
    if (direct.length > 0) return direct;
    const [owner, member] = row.on.split('#');
    if (owner === undefined || member === undefined) return [];
    return this.#symbolsAt(`${module}:${owner}`)
      .map((symbol) => this.#view.checker.getPropertyOfType(this.#view.checker.getDeclaredTypeOfSymbol(symbol), member))
      .filter((inherited): inherited is ts.Symbol => inherited !== undefined && !this.#hasRow(inherited, row.kind));
  }

  #symbolsAt(key: string): readonly ts.Symbol[] {
    const declarations = this.#byMember.get(key) ?? [];
    return [...new Set(declarations.map((declaration) => (declaration as Partial<{ symbol: ts.Symbol }>).symbol))].filter((symbol) => symbol !== undefined);
  }

  /** A row on the declaring class hides one on the heir. */
  #hasRow(symbol: ts.Symbol, kind: ModelRow['kind']): boolean {
    return (symbol.declarations ?? []).some((declaration) => {
      const origin = originOf(this.#view, declaration);
      const rows = origin === undefined ? undefined : this.#view.models.get(origin.module)?.byMember.get(origin.member);
      return rows?.some((row) => row.kind === kind) ?? false;
    });
  }

  #fits(model: LibraryModel, symbol: ts.Symbol, row: ModelRow): boolean {
    if (row.kind === 'registers') return this.#registers(model, symbol, row);
    if (row.kind === 'memoizes') return this.#signaturesOf(symbol).some((signature) => takes(signature, (row.unless?.argument ?? row.resolver ?? 0) + 1));
    if (row.kind === 'repeats') return this.#repeats(symbol, row);
    if (row.kind === 'settles') return this.#signaturesOf(symbol).some((signature) => takes(signature, typeof row.within === 'number' ? 0 : row.within.argument + 1));
    if (row.kind === 'lasts') return (symbol.flags & (ts.SymbolFlags.Property | ts.SymbolFlags.Accessor)) !== 0;
    if (row.kind === 'finite') return this.#signaturesOf(symbol).length === 0;
    if (row.kind === 'finds') return this.#signaturesOf(symbol).some((signature) => takes(signature, row.argument + 1));
    if (row.kind === 'throws' || row.kind === 'safe') return this.#signaturesOf(symbol).length > 0;
    if (row.kind === 'binds' || row.kind === 'injects' || row.kind === 'resolves') return this.#injects(symbol, row);
    if (row.kind === 'scopes' && row.choice === undefined) return (symbol.flags & ts.SymbolFlags.Value) !== 0;
    if (row.kind === 'neutral' || row.kind === 'endless' || (row.kind === 'handles' && row.on.includes('#'))) return true;
    if (row.kind === 'invokes' || row.kind === 'decorates' || row.kind === 'scopes') {
      const wanted = row.kind === 'invokes' && typeof row.callback.argument === 'number' ? row.callback.argument + 1 : 0;
      return this.#signaturesOf(symbol).some((signature) => takes(signature, wanted));
    }
    return (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) !== 0;
  }

  /** An object's property holds what it speaks of; a call takes it as an argument. */
  #injects(symbol: ts.Symbol, row: BindsRow | InjectsRow | ResolvesRow): boolean {
    const signatures = this.#signaturesOf(symbol);
    if (row.kind === 'binds' && row.by === 'object') return (symbol.flags & ts.SymbolFlags.Property) !== 0;
    if (row.kind !== 'binds') return row.token === 'name' ? signatures.length === 0 : signatures.some((signature) => takes(signature, Number(row.token) + 1));
    const own = [row.made, row.token].flatMap((operand) => (operand === 'name' || operand.of === 'receiver' ? [] : (operand.argument ?? 0)));
    const wanted = Math.max(-1, row.choice?.argument ?? -1, ...own) + 1;
    return signatures.some((signature) => takes(signature, wanted));
  }

  /** Every argument it speaks of must be one, and every member of the receiver or the result that undoes it must be there. */
  #registers(model: LibraryModel, symbol: ts.Symbol, row: RegistersRow): boolean {
    const { event, into, keyedBy, onlyWith, opensBy, undone } = row;
    const inRegistry = typeof into === 'string' ? [] : [('elements' in into ? into.elements : into.argument)];
    const wanted = Math.max(event === undefined ? 0 : event + 1, ...[...inRegistry, ...argumentsInKey(keyedBy), onlyWith?.argument ?? -1].map((argument) => argument + 1));
    const signatures = this.#signaturesOf(symbol).filter((signature) => takes(signature, wanted));
    const owners = this.#ownersOf(model, symbol, row);
    const missing = [...(undone?.members ?? []), ...(undone?.lists ?? [])].filter((name) => !owners.some((owner) => this.#view.checker.getPropertyOfType(owner, name) !== undefined));
    const results = [...(undone?.result ?? []), ...(opensBy ?? [])].filter((name) => !signatures.some((signature) => this.#handlesOf(signature, row).some((handle) => this.#offers(handle, name))));
    const { argument = 0, members: ending = [] } = undone?.withArgument ?? {};
    const unending = ending.filter((name) => !signatures.some(({ parameters }) => parameters[argument] !== undefined && this.#offers(this.#view.checker.getTypeOfSymbol(parameters[argument]), name)));
    return signatures.length > 0 && [...missing, ...results, ...unending].length === 0;
  }

  /** What has to be let go: the result, or what a callback is given. */
  #handlesOf(signature: ts.Signature, { handedTo }: RegistersRow): readonly ts.Type[] {
    const { checker } = this.#view;
    if (handedTo === undefined) return [checker.getAwaitedType(signature.getReturnType()) ?? signature.getReturnType()];
    const callback = signature.parameters[handedTo.argument];
    const called = callback === undefined ? [] : checker.getNonNullableType(checker.getTypeOfSymbol(callback)).getCallSignatures();
    return called.flatMap(({ parameters }) => handedTo.parameters.flatMap((index) => parameters[index] ?? [])).map((parameter) => checker.getTypeOfSymbol(parameter));
  }

  /** Some signature must take the job, its pace and the guard, and its options must be declared. A decorator hands its job to what it returns. */
  #repeats(symbol: ts.Symbol, row: RepeatsRow): boolean {
    const { job, every, guard, startedBy, unless = [] } = row;
    if (startedBy !== undefined && !this.#isStarted(symbol, row)) return false;
    const places = [startedBy?.name ?? every.argument, job === 'decorated' ? 'any' : job.argument, guard?.argument ?? 'any', ...unless.map(({ argument }) => argument)];
    const wanted = Math.max(...places.map((place) => (place === 'any' ? 0 : place + 1)));
    const signatures = this.#signaturesOf(symbol).filter((signature) => takes(signature, wanted));
    const options = [
      ...(guard?.option === undefined ? [] : [{ argument: guard.argument, name: guard.option }]),
      ...(every.member === undefined ? [] : [{ argument: every.argument, name: every.member }]),
      ...(job === 'decorated' || job.member === undefined ? [] : [{ argument: job.argument, name: job.member }]),
    ];
    return signatures.some((signature) =>
      options.every(({ argument, name }) => {
        const parameters = argument === 'any' ? signature.parameters : signature.parameters.slice(argument, argument + 1);
        return parameters.some((parameter) => this.#offers(this.#view.checker.getNonNullableType(this.#view.checker.getTypeOfSymbol(parameter)), name));
      }),
    );
  }

  /** What starts a job under its name must be a member beside the one that names it, and take the name and the pace. */
  #isStarted(symbol: ts.Symbol, { every, startedBy }: RepeatsRow): boolean {
    const owner = symbol.valueDeclaration?.parent;
    const member = owner === undefined || startedBy === undefined ? undefined : this.#view.checker.getTypeAtLocation(owner).getProperty(startedBy.member);
    return member !== undefined && this.#signaturesOf(member).some((signature) => takes(signature, Math.max(every.argument, startedBy?.named ?? 0) + 1));
  }

  /** What a row excludes must be possible, though the overload that takes it need not give what the others give. */
  #takesExcluded(symbols: readonly ts.Symbol[], { unless }: RegistersRow): boolean {
    const signatures = symbols.flatMap((symbol) => this.#signaturesOf(symbol));
    return [unless ?? []].flat().every(({ argument }) => signatures.some((signature) => takes(signature, argument + 1)));
  }

  #offers(type: ts.Type, name: string): boolean {
    if (type.isUnion()) return type.types.some((part) => this.#offers(part, name));
    if (name === '()') return type.getCallSignatures().length > 0;
    const apparent = this.#view.checker.getApparentType(type);
    return this.#view.checker.getPropertiesOfType(apparent).some((property) => spelled(property) === name);
  }

  /** The instance, module or namespace whose member the row names: what the call is made on, which may inherit the member. */
  #ownersOf(model: LibraryModel, symbol: ts.Symbol, { on }: RegistersRow): readonly ts.Type[] {
    const { checker } = this.#view;
    const parents = [(symbol as Partial<{ parent: ts.Symbol }>).parent ?? []].flat();
    const [owner = '', member] = on.split('#');
    if (member === undefined) return parents.map((parent) => checker.getTypeOfSymbol(parent));
    const named = modulesOf(model).flatMap((specifier) => this.#symbolsAt(`${normalizedModule(specifier)}:${owner}`));
    return [...named, ...parents].map((instance) => checker.getDeclaredTypeOfSymbol(instance));
  }

  #signaturesOf(symbol: ts.Symbol): readonly ts.Signature[] {
    const type = this.#view.checker.getNonNullableType(this.#view.checker.getTypeOfSymbol(symbol));
    return [...type.getCallSignatures(), ...type.getConstructSignatures()];
  }
}

/** The name of a member as a row spells it: the compiler's own for one named by a symbol is `__@dispose@12`. */
function spelled(property: ts.Symbol): string {
  return property.name.replace(/^__@(?<known>\w+)@\d+$/, '[Symbol.$<known>]');
}

function argumentsInKey(keyedBy: RegistryKey | undefined): readonly number[] {
  if (keyedBy === undefined || keyedBy === 'receiver') return [];
  if (typeof keyedBy === 'number') return [keyedBy];
  if ('member' in keyedBy) return [keyedBy.argument];
  return keyedBy.valuesOf === 'any' ? [0] : [keyedBy.valuesOf];
}

function takes(signature: ts.Signature, count: number): boolean {
  const last = signature.parameters.at(-1)?.valueDeclaration;
  const rest = last !== undefined && ts.isParameter(last) && last.dotDotDotToken !== undefined;
  return rest || signature.parameters.length >= count;
}
