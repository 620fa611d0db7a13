import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { fixedName } from '../../typescript/syntax.js';

const ends: ReadonlySet<string> = new Set(['close', 'destroy', 'disconnect', 'dispose', 'onApplicationShutdown', 'onDestroy', 'onModuleDestroy', 'shutdown', 'stop', 'teardown', 'terminate']);

/** Whether a member is what ends the life of the object it belongs to. */
export function isLifeCycleEnd(view: ProgramView, member: ts.ClassElement | ts.TypeElement): boolean {
  const name = fixedName(view.ts, member.name);
  return name === undefined ? /^\[Symbol\.(?:asyncDispose|dispose)\]$/u.test(member.name?.getText() ?? '') : ends.has(name);
}
