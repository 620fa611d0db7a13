import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import type { Frame } from '../../typescript/syntax.js';
import { recurrenceOf, statementsAround } from '../graph/recurrence.js';

/** Whether anything runs the node again and again; without that no place it writes to can outlive a loop. */
export function mayRepeat(view: ProgramView, node: ts.Node, frame: Frame): boolean {
  return recurrenceOf(view, frame) !== undefined || statementsAround(view, node, frame) !== undefined;
}
