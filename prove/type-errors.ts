// Type-checks the fixtures: each with the options of its own tsconfig, those with equal options together in one program, since
// loading the library types costs far more than the fixtures themselves.

import { join } from 'node:path';
import ts from 'typescript';
import { findFixtures, sourcesOf } from './fixture.js';

interface Group {
  readonly options: ts.CompilerOptions;
  readonly files: string[];
}

/** Every type error in the fixtures below a root, their drives included, as `file(line): message`. */
export function typeErrorsOf(root: string): string[] {
  const groups = new Map<string, Group>();
  for (const { directory } of findFixtures(root, [])) {
    const { options, errors } = optionsOf(directory);
    if (errors.length > 0) return errors.map(lineOf);
    const key = JSON.stringify({ ...options, configFilePath: undefined });
    const group = groups.get(key) ?? { options, files: [] };
    groups.set(key, group);
    group.files.push(...sourcesOf(directory), join(directory, 'drive.ts'));
  }
  return [...groups.values()].flatMap(({ options, files }) => {
    const program = ts.createProgram(files, options);
    return ts.getPreEmitDiagnostics(program).map(lineOf);
  });
}

function optionsOf(directory: string): { options: ts.CompilerOptions; errors: readonly ts.Diagnostic[] } {
  const file = join(directory, 'tsconfig.json');
  const read: { config?: unknown; error?: ts.Diagnostic } = ts.readConfigFile(file, (path) => ts.sys.readFile(path));
  if (read.error !== undefined) return { options: {}, errors: [read.error] };
  const parsed = ts.parseJsonConfigFileContent(read.config, ts.sys, directory, undefined, file);
  return { options: parsed.options, errors: parsed.errors };
}

function lineOf({ file, start = 0, messageText }: ts.Diagnostic): string {
  const place = file === undefined ? 'options' : `${file.fileName}(${String(file.getLineAndCharacterOfPosition(start).line + 1)})`;
  return `${place}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}
