import type ts from 'typescript';

import type { ProgramView } from '../../typescript/program-view.js';
import { isWithin } from '../../typescript/syntax.js';
import { nodesIn } from '../facts/node-index.js';

/** The calls written somewhere inside a node. */
export function callsInside(view: ProgramView, node: ts.Node): readonly ts.CallExpression[] {
  return nodesIn(view.ts, node.getSourceFile()).calls.filter((call) => isWithin(call, node));
}
