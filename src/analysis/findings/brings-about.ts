import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { isWithin } from '../../typescript/syntax.js';
import { calleesOf } from '../summaries/callees-of.js';

import { callsInside } from './calls-inside.js';

/** Whether running a callback brings a removal about, by itself or through a function it calls. */
export function bringsAbout(view: ProgramView, callback: ts.Node, removals: readonly ts.Node[]): boolean {
  if (removals.some((removal) => isWithin(removal, callback))) return true;
  const called = callsInside(view, callback).flatMap((call) => calleesOf(view, call));
  return called.some((frame) => removals.some((removal) => isWithin(removal, frame)));
}
