import ts from 'typescript';

/** The sources that a tsconfig includes, without declaration files. */
export function sourceFiles(tsconfig: string): string[] {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic(diagnostic: ts.Diagnostic): never {
      throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
    },
  };
  const parsed = ts.getParsedCommandLineOfConfigFile(tsconfig, {}, host);
  return parsed?.fileNames.filter((name) => !/\.d\.[cm]?ts$/.test(name)) ?? [];
}
