import { ts } from 'ts-morph';

/** What the compiler notes of a file as it parses it, and does not show. */
interface ParsedFile {
  externalModuleIndicator?: ts.Node | true | undefined;
}

const { ModuleDetectionKind, ModuleKind } = ts;

function detectionOf({ module = ModuleKind.CommonJS, moduleDetection }: ts.CompilerOptions): ts.ModuleDetectionKind {
  if (moduleDetection !== undefined) return moduleDetection;
  return module >= ModuleKind.Node16 && module <= ModuleKind.NodeNext ? ModuleDetectionKind.Force : ModuleDetectionKind.Auto;
}

function isForced({ fileName, impliedNodeFormat, isDeclarationFile }: ts.SourceFile, detection: ts.ModuleDetectionKind): boolean {
  if (isDeclarationFile || detection === ModuleDetectionKind.Legacy) return false;
  return detection === ModuleDetectionKind.Force || impliedNodeFormat === ModuleKind.ESNext || /\.[cm][jt]s$/u.test(fileName);
}

/**
 * Tells each file of a new program which kind of module it is, and that it is one though it neither imports nor exports:
 * the checker asks for both, and ts-morph leaves them out. Comes before anything is asked of the checker.
 */
export function tellFormats(program: ts.Program, folder: string): void {
  const options = program.getCompilerOptions();
  const cache = ts.createModuleResolutionCache(folder, (name) => name, options).getPackageJsonInfoCache();
  const detection = detectionOf(options);
  for (const file of program.getSourceFiles() as readonly (ParsedFile & ts.SourceFile)[]) {
    file.impliedNodeFormat ??= ts.getImpliedNodeFormatForFile(file.fileName, cache, ts.sys, options);
    if (isForced(file, detection)) file.externalModuleIndicator ??= true;
  }
}
