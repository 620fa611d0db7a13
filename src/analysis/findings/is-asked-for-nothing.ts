import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';

/** Whether whoever takes a callback ignores what it gives: `new Promise((resolve) => watcher.once('ready', resolve))`. */
export function isAskedForNothing({ ts: tsc, checker }: ProgramView, callback: ts.ArrowFunction): boolean {
  const signatures = checker.getContextualType(callback)?.getCallSignatures() ?? [];
  return signatures.length > 0 && signatures.every((signature) => (signature.getReturnType().flags & tsc.TypeFlags.Void) !== 0);
}
