import { type ProjectOptions, ts } from 'ts-morph';

import type { Config } from './config.js';
import { redirectTo } from './source-redirect.js';

type Mode = ts.ResolutionMode;

/** `package.json` decides what an `.js` file is; what a file is decides how its imports are read. */
function formatOf(file: string, host: ts.ModuleResolutionHost, options: ts.CompilerOptions, cache: ts.ModuleResolutionCache): Mode {
  return ts.getImpliedNodeFormatForFile(file, cache.getPackageJsonInfoCache(), host, options);
}

function other(mode: Mode): Mode {
  return mode === ts.ModuleKind.ESNext ? ts.ModuleKind.CommonJS : ts.ModuleKind.ESNext;
}

/**
 * Resolves imports as the compiler does for a config on disk, where ts-morph's own host knows neither the format of a file
 * nor the projects that a config refers to.
 */
export function moduleResolution(folder: string, references: readonly Config[]): NonNullable<ProjectOptions['resolutionHost']> {
  return (ownHost, getOptions) => {
    const { host, sourceOf } = redirectTo(references, ownHost);
    let cache: ts.ModuleResolutionCache | undefined;
    const resolve = (name: string, from: string, mode: Mode): ts.ResolvedModuleFull | undefined => {
      cache ??= ts.createModuleResolutionCache(folder, (file) => file, getOptions());
      const { resolvedModule } = ts.resolveModuleName(name, from, getOptions(), host, cache, undefined, mode);
      const source = resolvedModule === undefined ? undefined : sourceOf(resolvedModule.resolvedFileName);
      if (resolvedModule === undefined || source === undefined) return resolvedModule;
      return { ...resolvedModule, resolvedFileName: source, extension: source.slice(source.lastIndexOf('.')), isExternalLibraryImport: false };
    };
    return {
      resolveModuleNames: (names, from, ...rest) => {
        const [, , options, file] = rest;
        cache ??= ts.createModuleResolutionCache(folder, (name) => name, getOptions());
        const mode = formatOf(from, host, options, cache);
        // The checker reads it too, when a default import crosses from one kind of module to the other.
        if (file !== undefined && file.impliedNodeFormat === undefined) file.impliedNodeFormat = mode;
        // Names come without their syntax: `require` in a module and `import()` in a script are found the second time.
        return names.map((name) => resolve(name, from, mode) ?? (mode === undefined ? undefined : resolve(name, from, other(mode))));
      },
    };
  };
}
