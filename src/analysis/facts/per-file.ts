import type ts from 'typescript';

import type { Compiler } from '../../typescript/compiler.js';

/** A fact about one source file, computed once for as long as that very file object lives (an editor reuses unchanged ones). */
export function perFile<T>(collect: (tsc: Compiler, file: ts.SourceFile) => T): (tsc: Compiler, file: ts.SourceFile) => T {
  const known = new WeakMap<ts.SourceFile, T>();
  return (tsc, file) => {
    let fact = known.get(file);
    if (fact === undefined) {
      fact = collect(tsc, file);
      known.set(file, fact);
    }
    return fact;
  };
}
