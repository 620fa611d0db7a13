import ts from 'typescript';

const folder = `${ts.sys.getCurrentDirectory()}/test/models/texts`;
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  // Of @koa/router, also the declarations it had before it brought its own.
  types: ['node', 'jest', 'mocha', 'koa__router'],
  experimentalDecorators: true,
  strict: true,
  noEmit: true,
};

/** A program of texts that lie nowhere, by file name, which import one another and the project's installed libraries. */
export function programOfTexts(texts: ReadonlyMap<string, string>, overrides: ts.CompilerOptions = {}): ts.Program {
  const byPath = new Map([...texts].map(([name, text]) => [`${folder}/${name}`, text]));
  const host = ts.createCompilerHost(options);
  const original = { ...host };
  host.getSourceFile = (fileName, languageVersion, ...rest) => {
    const text = byPath.get(fileName);
    return text === undefined ? original.getSourceFile(fileName, languageVersion, ...rest) : ts.createSourceFile(fileName, text, languageVersion, true);
  };
  host.fileExists = (fileName) => byPath.has(fileName) || original.fileExists(fileName);
  host.directoryExists = (directory) => directory === folder || (original.directoryExists?.(directory) ?? true);
  host.readFile = (fileName) => byPath.get(fileName) ?? original.readFile(fileName);
  return ts.createProgram([...byPath.keys()], { ...options, ...overrides }, host);
}
