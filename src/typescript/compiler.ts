import { createRequire } from 'node:module';

import type ts from 'typescript';

/** The compiler API as a value, handed around instead of imported: a program's nodes belong to the copy that made it. */
export type Compiler = typeof ts;

/** Why no usable compiler was found, worded for the person who has to mend it. */
export class CompilerUnavailableError extends Error {
  override readonly name = 'CompilerUnavailableError';
}

const supported = 'eslint-plugin-leaks needs the compiler API of TypeScript >=5.4 <6.1';

/**
 * Checks that a module is a TypeScript that this plugin can work with.
 * @throws {CompilerUnavailableError} when it has no compiler API (TypeScript 7) or is too old.
 */
export function asCompiler(candidate: unknown): Compiler {
  const compiler = candidate as Partial<Compiler> | undefined;
  const version = compiler?.version ?? 'unknown';
  if (typeof compiler?.createProgram !== 'function' || typeof compiler.forEachChild !== 'function') {
    throw new CompilerUnavailableError(
      `${supported}; the installed typescript (${version}) has none. Install one beside it: npm install --save-dev typescript@6.0`,
    );
  }
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 5 || (major === 5 && minor < 4)) {
    throw new CompilerUnavailableError(`${supported}; found ${version}. Upgrade typescript.`);
  }
  return compiler as Compiler;
}

let loaded: Compiler | undefined;

/**
 * Loads the TypeScript that `@typescript-eslint/parser` makes its programs with, so that both sides share one copy.
 * @throws {CompilerUnavailableError} when there is none or it has no compiler API.
 */
export function loadCompiler(): Compiler {
  // Every rule asks for each file, and finding a module anew touches the disk.
  return (loaded ??= asCompiler(locateCompiler()));
}

function locateCompiler(): unknown {
  const own = createRequire(import.meta.url);
  let origin = own;
  try {
    origin = createRequire(createRequire(own.resolve('@typescript-eslint/parser')).resolve('@typescript-eslint/typescript-estree'));
  } catch {
    // Without the parser there is no type information either; the rules say so with a message of their own.
  }
  try {
    return origin('typescript');
  } catch (cause) {
    throw new CompilerUnavailableError(`${supported}; none is installed. npm install --save-dev typescript@6.0`, { cause });
  }
}
