// Makes the programs of the fixtures. Files outside a fixture (the standard library, type declarations of packages) are parsed
// once and shared, as editors share them; a fixture's own files are parsed anew for each program, so that nothing the engine
// remembers about a source file can carry over from one program to the next.

import { dirname } from 'node:path';
import ts from 'typescript';

/** Creates programs that share what lies outside their projects. */
export class ProgramPool {
  readonly #shared = new Map<string, ts.SourceFile | undefined>();

  /** A new program for a tsconfig, with the project's own files fresh. */
  create(tsconfig: string): ts.Program {
    const { config, error }: { config?: unknown; error?: ts.Diagnostic } = ts.readConfigFile(tsconfig, (file) => ts.sys.readFile(file));
    if (error !== undefined) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
    const project = dirname(tsconfig);
    const { options, fileNames, errors } = ts.parseJsonConfigFileContent(config, ts.sys, project, undefined, tsconfig);
    const [first] = errors;
    if (first !== undefined) throw new Error(ts.flattenDiagnosticMessageText(first.messageText, '\n'));
    return ts.createProgram({ rootNames: fileNames, options, host: this.#host(options, project) });
  }

  #host(options: ts.CompilerOptions, project: string): ts.CompilerHost {
    const host = ts.createCompilerHost(options, true);
    const parse = host.getSourceFile.bind(host);
    const { configFilePath: _path, ...rest } = options;
    const kind = JSON.stringify(rest);
    host.getSourceFile = (name, version, onError, force) => {
      const own = name.startsWith(`${project}/`) && !name.includes('/node_modules/');
      if (own) return parse(name, version, onError, force);
      const format = typeof version === 'object' ? version.impliedNodeFormat : undefined;
      const key = `${kind} ${String(format)} ${name}`;
      if (!this.#shared.has(key)) this.#shared.set(key, parse(name, version, onError, force));
      return this.#shared.get(key);
    };
    return host;
  }
}
