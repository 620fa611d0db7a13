import type ts from 'typescript';

import { normalizedModule } from './model-index.js';
import { memoPerProgram, perProgram, type ProgramView } from './program-view.js';
import { around, fixedName, isStaticMember } from './syntax.js';

/** Where a declaration comes from: the module users import it from (`global` when none) and its member path in model spelling. */
export interface Origin {
  readonly module: string;
  readonly member: string;
}

/** The npm package that holds a file, types packages counted as what they describe; undefined outside node_modules. */
export function packageOfFile(fileName: string): string | undefined {
  const marker = '/node_modules/';
  const at = fileName.lastIndexOf(marker);
  if (at < 0) return undefined;
  const [first = '', second = ''] = fileName.slice(at + marker.length).split('/');
  if (first === '@types') {
    const [scope, name] = second.split('__');
    return name === undefined ? second : `@${scope ?? ''}/${name}`;
  }
  return first.startsWith('@') ? `${first}/${second}` : first;
}

function moduleOf(view: ProgramView, declaration: ts.Node): string | undefined {
  for (const current of around(declaration)) {
    if (view.ts.isModuleDeclaration(current)) {
      if ((current.flags & view.ts.NodeFlags.GlobalAugmentation) !== 0) return 'global';
      if (view.ts.isStringLiteral(current.name)) return normalizedModule(current.name.text);
    }
  }
  const file = declaration.getSourceFile();
  if (view.program.isSourceFileDefaultLibrary(file)) return 'global';
  const fromPackage = packageOfFile(file.fileName);
  if (fromPackage !== undefined && !view.ts.isExternalModule(file) && file.isDeclarationFile) return 'global';
  return fromPackage ?? generatorOf(view, file);
}

/** The library of each module that generated code imports. */
const generators = perProgram(
  (view): ReadonlyMap<string, string> => new Map([...view.models].flatMap(([module, { generatedWith }]) => generatedWith.map((specifier) => [specifier, module] as const))),
);

const generatedFor = perProgram(() => new WeakMap<ts.SourceFile, string | false>());

/** The library whose generator wrote a file of the program. */
function generatorOf(view: ProgramView, file: ts.SourceFile): string | undefined {
  const known = generatedFor(view).get(file);
  if (known !== undefined) return known === false ? undefined : known;
  const found = file.statements.flatMap((statement) => {
    if (!view.ts.isImportDeclaration(statement) || !view.ts.isStringLiteral(statement.moduleSpecifier)) return [];
    return generators(view).get(statement.moduleSpecifier.text) ?? [];
  });
  generatedFor(view).set(file, found[0] ?? false);
  return found[0];
}

function memberOf(view: ProgramView, declaration: ts.Declaration): string | undefined {
  const { ts: tsc } = view;
  const name =
    tsc.isConstructorDeclaration(declaration) || tsc.isConstructSignatureDeclaration(declaration)
      ? 'constructor'
      : fixedName(tsc, tsc.getNameOfDeclaration(declaration));
  if (name === undefined) return undefined;
  const owner = declaration.parent;
  if (tsc.isClassLike(owner) || tsc.isInterfaceDeclaration(owner)) {
    const ownerName = owner.name?.text ?? 'default';
    return isStaticMember(tsc, declaration) ? `${ownerName}.${name}` : `${ownerName}#${name}`;
  }
  if (tsc.isTypeLiteralNode(owner)) {
    const holder = [...around(owner)].find((outer) => !tsc.isTypeNode(outer));
    // `type Producer = Sender & { … }` names its members too.
    if (holder !== undefined && tsc.isTypeAliasDeclaration(holder)) return `${holder.name.text}#${name}`;
    if (holder !== undefined && tsc.isVariableDeclaration(holder) && tsc.isIdentifier(holder.name)) return `${holder.name.text}.${name}`;
  }
  // A class goes by its own name, as its members do: `Readable` of the namespace `Stream`.
  if (tsc.isModuleBlock(owner) && !tsc.isClassLike(declaration) && tsc.isIdentifier(owner.parent.name) && owner.parent.name.text !== 'global') {
    return `${owner.parent.name.text}.${name}`;
  }
  return name;
}

/** The origin of a declaration in a library, in code that its generator wrote, or the language itself; undefined for the project's own code. */
export const originOf: (view: ProgramView, declaration: ts.Declaration) => Origin | undefined = memoPerProgram<ts.Declaration, Origin | undefined>(
  () => undefined,
  (view, declaration) => {
    const module = moduleOf(view, declaration);
    const member = module === undefined ? undefined : memberOf(view, declaration);
    return module === undefined || member === undefined ? undefined : { module, member };
  },
);
