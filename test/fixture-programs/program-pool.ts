// Makes the programs that tests lint. Files outside a project (the standard library, type declarations of packages) are parsed
// once and shared, as editors share them; a project's own files are parsed anew for each program, so that nothing the engine
// remembers about a source file can carry over from one program to the next.

import { dirname, join } from 'node:path';
import ts from 'typescript';

/** Creates programs that share what lies outside their projects. */
export class ProgramPool {
  readonly #shared = new Map<string, ts.SourceFile | undefined>();

  /** A new program for a tsconfig, with the project's own files fresh; `changed` holds texts that differ from those on disk. */
  create(tsconfig: string, changed: ReadonlyMap<string, string> = new Map()): ts.Program {
    const parsed: { config?: unknown; error?: ts.Diagnostic } = ts.readConfigFile(tsconfig, (file) => ts.sys.readFile(file));
    if (parsed.error !== undefined) throw new Error(ts.flattenDiagnosticMessageText(parsed.error.messageText, '\n'));
    const project = dirname(tsconfig);
    const { options, fileNames, errors } = ts.parseJsonConfigFileContent(parsed.config, ts.sys, project, undefined, tsconfig);
    const [first] = errors;
    if (first !== undefined) throw new Error(ts.flattenDiagnosticMessageText(first.messageText, '\n'));
    const host = this.#host(options, (name) => name.startsWith(`${project}/`) && !name.includes('/node_modules/'));
    const read = host.readFile.bind(host);
    host.readFile = (name) => changed.get(name) ?? read(name);
    return ts.createProgram({ rootNames: fileNames, options, host });
  }

  /** A new program for source texts that lie on no disk, by file name relative to `folder`. */
  createFromTexts(folder: string, texts: Readonly<Record<string, string>>, options: ts.CompilerOptions): ts.Program {
    const files = new Map(Object.entries(texts).map(([name, text]) => [join(folder, name), text]));
    const host = this.#host(options, (name) => files.has(name));
    const onDisk = { exists: host.fileExists.bind(host), read: host.readFile.bind(host) };
    host.fileExists = (name) => files.has(name) || onDisk.exists(name);
    host.readFile = (name) => files.get(name) ?? onDisk.read(name);
    return ts.createProgram({ rootNames: [...files.keys()], options, host });
  }

  #host(options: ts.CompilerOptions, isOwn: (name: string) => boolean): ts.CompilerHost {
    const host = ts.createCompilerHost(options, true);
    const { configFilePath: _path, ...rest } = options;
    const kind = JSON.stringify(rest);
    host.getSourceFile = (name, version, onError) => {
      const parse = () => {
        const text = host.readFile(name);
        if (text === undefined) onError?.(`${name} can't be read`);
        return text === undefined ? undefined : ts.createSourceFile(name, text, version, true);
      };
      if (isOwn(name)) return parse();
      const format = typeof version === 'object' ? version.impliedNodeFormat : undefined;
      const key = `${kind} ${String(format)} ${name}`;
      if (!this.#shared.has(key)) this.#shared.set(key, parse());
      return this.#shared.get(key);
    };
    return host;
  }
}
